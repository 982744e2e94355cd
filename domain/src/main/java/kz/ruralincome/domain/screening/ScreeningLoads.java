package kz.ruralincome.domain.screening;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Where it is asked which loads a screening has made, and which screening a load was made by: each as far as the caller reaches. */
@Stateless
@TransactionAttribute(REQUIRED)
public class ScreeningLoads {

    private static final Pattern MADE_BY = Pattern.compile("screening-([0-9]+)\\.csv");

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private ListDesk lists;

    /** All that it has made, withdrawn ones too, in the order of receipt. */
    public List<Load> of(Screening screening, Access access) {
        try (var connection = database.getConnection()) {
            return of(connection, screening).stream()
                    .flatMap(id -> lists.found(id, access).stream())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the loads of a screening cannot be read", e);
        }
    }

    static List<UUID> of(Connection connection, Screening screening) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getObject(1, UUID.class),
                "select id from load where of_form and file_name = ? order by seq",
                screening.loadName() + ".csv");
    }

    /** The screening that made a load; empty: none did, or the caller may not open it. */
    public Optional<ScreeningSummary> madeBy(Load load, Access access) {
        OptionalLong number = numberOf(load);
        if (number.isEmpty() || !access.writesOfPersons()) {
            return Optional.empty();
        }
        try (var connection = database.getConnection()) {
            return Screenings.numbered(connection, number.getAsLong(), new ScreeningReach(access, reach).reached());
        } catch (SQLException e) {
            throw new IllegalStateException("the screening of a load cannot be read", e);
        }
    }

    /** The number of the screening that made a load; empty: none did. */
    static OptionalLong numberOf(Load load) {
        Matcher form = MADE_BY.matcher(load.fileName().orElse(""));
        return load.ofForm() && form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
    }
}
