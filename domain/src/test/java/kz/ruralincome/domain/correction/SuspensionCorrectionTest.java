package kz.ruralincome.domain.correction;

import static kz.ruralincome.domain.correction.CorrectionFixture.AIGUL;
import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.correction.FactHistory.Origin;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.merge.MergeFixture;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class SuspensionCorrectionTest {

    private static final Map<String, String> RESTED =
            Map.of("from", "2023-02-01", "to", "2023-03-01", "reason", "ауырды", "end_reason", "жазылды");

    /** Anna takes part since January and rests since March. */
    private static CorrectionFixture start() throws SQLException {
        var town = CorrectionFixture.start();
        town.register.given("enrolments", "iin,from,kato\n%s,2023-01-10,313645000\n".formatted(ANNA));
        Sql.update(town.connection(), """
                insert into enrolment_suspension (person_id, valid_from, valid_to, reason, rev)
                select id, '2023-03-01', 'infinity', 'көшті', 1 from person where iin = ?""", ANNA);
        town.connection().commit();
        return town;
    }

    private static FactHistory only(CorrectionFixture town, String iin) throws SQLException {
        List<FactHistory> facts =
                FactVersions.of(town.connection(), CorrectionFixture.number(town.connection(), iin)).stream()
                        .filter(fact -> fact.list().equals(Suspensions.LIST))
                        .toList();
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    private static CorrectionRequest request(CorrectionFixture town, Map<String, String> cells) throws SQLException {
        return new CorrectionRequest(
                Suspensions.LIST, only(town, ANNA).last().row().id(), Optional.ofNullable(cells), "қате", "№ 7");
    }

    private static List<String> standing(CorrectionFixture town) {
        return town.register.rows("""
                select valid_from, valid_to, reason, end_reason from enrolment_suspension where superseded_rev is null""");
    }

    @Test
    void writesAnotherInItsPlaceThoughAReportIsApproved() throws SQLException {
        try (var town = start()) {
            town.approved(LocalDate.of(2023, 4, 1), null);

            var done = town.correct(AIGUL, ANNA, request(town, RESTED));

            assertThat(done.isWritten())
                    .as("no figure looks at suspensions, so nobody has to confirm it")
                    .isTrue();
            assertThat(standing(town)).containsExactly("2023-02-01 2023-03-01 ауырды жазылды");
            FactHistory history = only(town, ANNA);
            assertThat(history.versions())
                    .as("moved to another day it is the same fact")
                    .hasSize(2);
            assertThat(history.last().written().origin()).isEqualTo(Origin.CORRECTION);
            assertThat(history.last().written().correction().orElseThrow().document())
                    .isEqualTo("№ 7");
            assertThat(town.read(done.id()).after()).contains(RESTED);
        }
    }

    @Test
    void takesBackOneThatNeverWas() throws SQLException {
        try (var town = start()) {
            town.correct(AIGUL, ANNA, request(town, null));

            assertThat(standing(town)).isEmpty();
            assertThat(only(town, ANNA).standing()).isEmpty();
        }
    }

    @Test
    void refusesWhatHasChangedSinceItWasRead() throws SQLException {
        try (var town = start()) {
            long version = only(town, ANNA).last().row().id();
            int anna = CorrectionFixture.number(town.connection(), ANNA);
            LocalDate from = LocalDate.of(2023, 3, 1);
            LocalDate today = LocalDate.of(2023, 6, 15);
            Suspensions.replace(town.connection(), "aigul", today, anna, version, from, Optional.empty());

            assertThat(catchThrowableOfType(
                                    RuleViolation.class,
                                    () -> Suspensions.replace(
                                            town.connection(), "aigul", today, anna, version, from, Optional.empty()))
                            .code())
                    .isEqualTo("correction.changed");
        }
    }

    @Test
    void refusesWhatCannotBe() throws SQLException {
        try (var town = start()) {
            var request = request(town, Map.of("from", "2023-13-01", "end_reason", "x".repeat(301)));
            var refused = catchThrowableOfType(FormRefused.class, () -> town.correct(AIGUL, ANNA, request));
            town.connection().rollback();
            assertThat(refused.findings())
                    .extracting(finding -> finding.column() + " " + finding.code())
                    .containsExactly("from date.format", "end_reason text.length", "reason value.missing");

            var early = request(town, Map.of("from", "2023-01-01", "reason", "ауырды"));
            var outside = catchThrowableOfType(FormRefused.class, () -> town.correct(AIGUL, ANNA, early));
            town.connection().rollback();
            assertThat(outside.code()).isEqualTo("enrolment.suspension.outside");

            var same = request(town, only(town, ANNA).last().row().cells());
            assertThat(catchThrowableOfType(DomainException.class, () -> town.correct(AIGUL, ANNA, same))
                            .code())
                    .isEqualTo("correction.nothing");
            town.connection().rollback();
            assertThat(catchThrowableOfType(DomainException.class, () -> town.correct(AIGUL, BEK, same))
                            .code())
                    .as("it is not his")
                    .isEqualTo("fact.not-found");
        }
    }

    @Test
    void goesBackToTheRecordWhoseSuspensionItWas() throws SQLException {
        try (var town = start()) {
            var merge = MergeFixture.merged(town.connection(), BEK, ANNA);
            long fact = only(town, BEK).last().row().id();
            town.correct(AIGUL, BEK, new CorrectionRequest(Suspensions.LIST, fact, Optional.of(RESTED), "қате", "№ 7"));
            MergeFixture.parted(town.connection(), merge);

            assertThat(town.register.rows("""
                    select iin, valid_from, valid_to, reason from enrolment_suspension s
                    join person p on p.id = s.person_id where superseded_rev is null""")).containsExactly(ANNA + " 2023-02-01 2023-03-01 ауырды");
        }
    }
}
