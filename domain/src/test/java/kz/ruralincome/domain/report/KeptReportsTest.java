package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class KeptReportsTest {

    private static final OffsetDateTime KNOWN = OffsetDateTime.parse("2023-02-01T04:00:00.123456Z");
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static CollegiumReport report(LocalDate asOf, String persons, String ofThePart) {
        return new CollegiumReport(
                asOf,
                asOf.minusYears(1),
                Optional.empty(),
                Optional.empty(),
                KNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(line(Indicator.ASP_PERSONS, persons), line(Indicator.ENTREPRENEURS, "3")),
                List.of(new CollegiumReport.Part(
                        "313600000",
                        Optional.empty(),
                        Map.of(Indicator.ASP_PERSONS, line(Indicator.ASP_PERSONS, ofThePart)))),
                new MovementMatrix(Optional.of(0L), Map.of(), Map.of(), List.of()),
                new AssignmentsOn(KNOWN, asOf, List.of(), Map.of()),
                SmallCellLimit.USUAL);
    }

    private static IndicatorLine line(Indicator indicator, String value) {
        return new IndicatorLine(
                indicator,
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.empty(),
                Optional.empty(),
                value == null ? Optional.of("NO_DATA") : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static int approved(Connection connection, LocalDate asOf) throws SQLException {
        CollegiumReport report = report(asOf, "16", null);
        int id = KeptReports.draft(connection, report, "2026-11", "admin");
        KeptReports.freeze(
                connection, id, report, List.of(new ReportFile("a.txt", "text/plain", "abc".getBytes(), ABC)));
        KeptReports.approve(connection, id, "akimat", "  ", SmallCellLimit.USUAL);
        return id;
    }

    @Test
    void areReadBackAsTheyWereDraftedAndApproved() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int id = approved(connection, LocalDate.of(2023, 1, 1));
            var kept = KeptReports.find(connection, id).orElseThrow();
            assertThat(kept.knownOn().toInstant()).isEqualTo(KNOWN.toInstant());
            assertThat(kept.flowFrom()).isEqualTo(LocalDate.of(2022, 1, 1));
            assertThat(kept.approval())
                    .get()
                    .extracting(KeptReport.Approval::by)
                    .isEqualTo("akimat");
            assertThat(kept.approval().orElseThrow().remark()).isEmpty();
            assertThat(KeptReports.file(connection, id, "a.txt").orElseThrow().content())
                    .isEqualTo("abc".getBytes());
            assertThat(KeptReports.files(connection, id)).containsExactly(new ReportFile.Entry("a.txt", 3, ABC));
        }
    }

    @Test
    void areNotApprovedByWhoDraftedThem() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int id = KeptReports.draft(connection, report(LocalDate.of(2023, 1, 1), "1", "1"), "2026-11", "admin");
            assertThatThrownBy(() -> KeptReports.approve(connection, id, "admin", "", SmallCellLimit.USUAL))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void stayAsTheyWereApprovedWhateverIsTried() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int id = approved(connection, LocalDate.of(2023, 1, 1));
            for (String attempt : new String[] {
                "update report set remark = 'better' where id = " + id,
                "delete from report where id = " + id,
                "update report_file set media_type = 'x'",
                "delete from report_file",
                "update report_figure set value = 0",
                "delete from report_figure",
                "insert into report_figure (report_id, place, indicator) values (" + id + ", 'x', 'asp.persons')",
                "insert into report_file select report_id, 'b.txt', media_type, content, sha256 from report_file"
            }) {
                assertThatThrownBy(() -> Sql.update(connection, attempt))
                        .as(attempt)
                        .hasMessageContaining("stays as it is");
            }
            assertThatThrownBy(() -> KeptReports.freeze(
                            connection,
                            id,
                            report(LocalDate.of(2023, 1, 1), "1", "1"),
                            List.of(new ReportFile("b.txt", "text/plain", "abcd".getBytes(), ABC))))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void comeAfterTheLastOneOfTheSameTerritoryThatWasApproved() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int first = approved(connection, LocalDate.of(2022, 1, 1));
            KeptReports.draft(connection, report(LocalDate.of(2022, 6, 1), "1", "1"), "2026-11", "admin");
            int id = approved(connection, LocalDate.of(2023, 1, 1));
            var kept = KeptReports.find(connection, id).orElseThrow();
            assertThat(KeptReports.before(connection, kept))
                    .get()
                    .extracting(KeptReport::id)
                    .isEqualTo(first);
        }
    }

    @Test
    void rememberWhichGroupsWereWithheldInThem() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int draft = KeptReports.draft(connection, report(LocalDate.of(2023, 6, 1), "1", "1"), "2026-11", "admin");
            var approved = KeptReports.find(connection, approved(connection, LocalDate.of(2023, 1, 1)))
                    .orElseThrow();

            assertThat(approved.smallCells()).isEqualTo(SmallCellLimit.USUAL);
            assertThat(approved.tellsSmallCells(SmallCellLimit.USUAL)).isFalse();
            assertThat(approved.tellsSmallCells(new SmallCellLimit(5))).isTrue();
            assertThat(KeptReports.find(connection, draft).orElseThrow().tellsSmallCells(new SmallCellLimit(99)))
                    .isFalse();
        }
    }

    @Test
    void areRestatedWhereAFigureIsAnotherOne() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            LocalDate day = LocalDate.of(2023, 1, 1);
            int id = approved(connection, day);
            var printed = new LinkedHashMap<>(KeptReports.figures(connection, id));
            assertThat(Restating.of(report(day, "16.00", null), printed, Set.of(), false, false))
                    .isEmpty();

            // of a place, what is told on one side alone would give away why it is withheld on the other
            var restated = Restating.of(report(day, "17", "5"), printed, Set.of("assistance", "loans"), false, false);

            assertThat(restated)
                    .extracting(one -> one.place() + " " + one.indicator().code() + " "
                            + one.printed().map(BigDecimal::toPlainString).orElse("-") + " "
                            + one.now().map(BigDecimal::toPlainString).orElse("-") + " " + one.lists())
                    .containsExactly(" asp.persons 16 17 [assistance]");

            // what was printed of a part may be a small group by now
            int other = KeptReports.draft(connection, report(day, "16", "6"), "2026-11", "admin");
            KeptReports.freeze(connection, other, report(day, "16", "6"), List.of());
            printed.putAll(KeptReports.figures(connection, other));
            assertThat(Restating.of(report(day, "16", "50"), printed, Set.of(), false, false))
                    .hasSize(1);
            assertThat(Restating.of(report(day, "16", "50"), printed, Set.of(), false, true))
                    .isEmpty();
        }
    }
}
