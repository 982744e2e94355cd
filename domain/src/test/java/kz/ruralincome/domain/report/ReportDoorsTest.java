package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.claim.Statement.Value;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.Doors;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCellSetting;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report of those who live nowhere, drafted by the administrator. */
class ReportDoorsTest {

    private static final Access ADMIN = new Access("admin", Role.ADMIN, Optional.empty(), false);
    private static final Access AKIMAT = new Access("akimat", Role.AKIMAT, Optional.empty(), false);

    private IntakeFixture register;
    private int report;

    @BeforeEach
    void start() throws SQLException {
        register = IntakeFixture.emptyRegister();
        report = Sql.first(
                        register.connection(),
                        Integer.class,
                        "insert into report (as_of, flow_from, territory, known_on, rules, drafted_by) values"
                                + " (date '2023-01-01', date '2022-01-01', 'none', now(), '1', 'admin') returning id")
                .orElseThrow();
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    private ReportShelf shelf(int largestSmallCell) {
        var setting = new SmallCellSetting() {
            @Override
            public SmallCellLimit limit() {
                return new SmallCellLimit(largestSmallCell);
            }
        };
        return Doors.open(ReportShelf.class, register.connection(), setting);
    }

    private SentenceDesk desk(int largestSmallCell) {
        return Doors.open(SentenceDesk.class, register.connection(), shelf(largestSmallCell));
    }

    private static Sentence of(String territory) {
        return new Sentence(
                "16 адам алды",
                "Получили 16 человек",
                List.of(new Value("asp.persons", LocalDate.of(2023, 1, 1), Optional.ofNullable(territory), "16")));
    }

    @Test
    void takeSentencesFromTheAuthorAlone() throws SQLException {
        var desk = desk(4);
        desk.put(report, of("none"), ADMIN);
        int put = SentenceRows.of(register.connection(), report).get(0).id();

        assertThat(catchThrowableOfType(RuleViolation.class, () -> desk.put(report, of(null), AKIMAT))
                        .code())
                .isEqualTo("report.sentence.own");
        assertThat(catchThrowableOfType(RuleViolation.class, () -> desk.take(report, put, AKIMAT))
                        .code())
                .isEqualTo("report.sentence.own");
        assertThat(SentenceRows.of(register.connection(), report)).hasSize(1);
    }

    @Test
    void refuseStatementsOfPlacesThatTheReportIsNotOf() throws SQLException {
        var refused = catchThrowableOfType(InvalidRequest.class, () -> desk(4).put(report, of("313600000"), ADMIN));

        assertThat(refused.errors())
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("statements[0].territory report.sentence.place");
        assertThat(SentenceRows.of(register.connection(), report)).isEmpty();
    }

    @Test
    void withholdFilesAndSentencesOnceLargerGroupsAreSmall() throws SQLException {
        SentenceRows.put(register.connection(), report, of(null), "admin");
        Sql.update(register.connection(), """
                insert into report_file (report_id, name, media_type, content, sha256)
                values (?, 'figures.csv', 'text/csv', 'x', encode(sha256('x'), 'hex'))""", report);
        KeptReports.approve(register.connection(), report, "akimat", "", SmallCellLimit.USUAL);

        assertThat(shelf(4).file(report, "figures.csv", AKIMAT).name()).isEqualTo("figures.csv");
        assertThat(desk(4).sentences(report, AKIMAT)).hasSize(1);

        assertThat(catchThrowableOfType(AccessRefused.class, () -> shelf(9).file(report, "figures.csv", AKIMAT))
                        .code())
                .isEqualTo("report.withheld");
        assertThat(desk(9).sentences(report, AKIMAT)).isEmpty();
        assertThat(shelf(9).file(report, "figures.csv", ADMIN).name()).isEqualTo("figures.csv");
        assertThat(desk(9).sentences(report, ADMIN)).hasSize(1);
    }
}
