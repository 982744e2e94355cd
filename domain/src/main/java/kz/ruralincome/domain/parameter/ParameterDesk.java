package kz.ruralincome.domain.parameter;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;

/** Where administrators see what values hold, and record new ones. */
@Stateless
@TransactionAttribute(REQUIRED)
public class ParameterDesk {

    private static final String LIST = "parameters";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Watermark watermark;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private Event<RegisterChanged> changed;

    /**
     * All parameters with their versions.
     *
     * @param asKnownOn empty: as they stand now
     */
    public List<ParameterSeries> all(Optional<OffsetDateTime> asKnownOn, Access administrator) {
        Access.demand(administrator.administers());
        if (asKnownOn.isPresent() && !watermark.reaches(asKnownOn.get())) {
            throw new InvalidRequest("asKnownOn", "movement.as-known-on.late");
        }
        return in(connection -> ParameterSql.series(connection, asKnownOn));
    }

    /** One of them; without versions if nobody has said its value there. */
    public ParameterSeries one(
            ParameterName name, Optional<Integer> unit, Optional<OffsetDateTime> asKnownOn, Access administrator) {
        return all(asKnownOn, administrator).stream()
                .filter(series -> series.name() == name && series.unit().equals(unit))
                .findFirst()
                .orElseGet(() -> new ParameterSeries(name, unit, List.of()));
    }

    /** The versions that stand no more, the latest day first. */
    public List<ParameterVersion> superseded(ParameterName name, Optional<Integer> unit, Access administrator) {
        Access.demand(administrator.administers());
        return in(connection -> ParameterSql.superseded(connection, name, unit));
    }

    /**
     * Records a value; one from the same day is superseded by it.
     *
     * @param from the first day, as a list may write it
     * @param value a number, as a list may write it
     * @param document where it is printed; must be said
     * @throws InvalidRequest with all that is missing or of a wrong form
     * @throws RuleViolation {@code parameter.same} if just this stands already
     */
    @TransactionAttribute(REQUIRES_NEW)
    public void record(
            ParameterName name,
            Optional<Integer> unit,
            String from,
            String value,
            String document,
            Access administrator) {
        Access.demand(administrator.administers());
        Map<String, String> cells = cells(name, unit, from.strip(), value.strip(), document.strip());
        in(connection -> {
            LocalDate today = calendar.today();
            record(connection, name, cells, administrator, today);
            return null;
        });
        changed.fire(new RegisterChanged("parameter"));
    }

    static Map<String, String> cells(
            ParameterName name, Optional<Integer> unit, String from, String value, String document) {
        Map<String, String> cells = FormIntake.cells(
                "from", from,
                "name", name.name(),
                "kato", unit.map("%09d"::formatted).orElse(""),
                "value", value,
                "document", document);
        List<FieldError> errors = new ArrayList<>();
        for (String column : List.of("from", "value", "document")) {
            if (cells.get(column).isEmpty()) {
                errors.add(new FieldError(column, "parameter.missing." + column, List.of()));
            } else {
                FormIntake.flawOf(LIST, column, column, cells.get(column))
                        .ifPresent(
                                flaw -> errors.add(new FieldError(column, flaw.code(), List.copyOf(flaw.arguments()))));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return cells;
    }

    static void record(
            Connection connection, ParameterName name, Map<String, String> cells, Access administrator, LocalDate today)
            throws SQLException {
        var intake = new FormIntake(connection, administrator, today).begin();
        try {
            if (!intake.write("parameter-" + name, List.of(new FormRow(LIST, "value", cells)))) {
                throw new RuleViolation("parameter.same");
            }
        } catch (FormRefused refused) {
            throw new InvalidRequest(refused.findings().stream()
                    .map(finding -> new FieldError(finding.column(), finding.code(), List.copyOf(finding.arguments())))
                    .toList());
        }
        var details = Json.createObjectBuilder().add("name", name.name()).add("from", cells.get("from"));
        if (!cells.get("kato").isEmpty()) {
            details.add("kato", cells.get("kato"));
        }
        AuditTrail.note(
                connection,
                administrator.account(),
                "parameter.recorded",
                details.build().toString());
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the parameters cannot be read or written", e);
        }
    }

    /** Something to do on a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
