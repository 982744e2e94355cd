package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens in the sample is worth looking at: each kind of story is told by some of its people. */
class SampleStoriesTest {

    private static LoadedSample sample;

    @BeforeAll
    static void makeATown() {
        sample = LoadedSample.of(SampleRegion.small(5, 12_000).files());
    }

    @Test
    void familiesAreAssistedQuarterByQuarterAndSomeRenewLate() {
        assertThat(following("assistance", "household_no", (one, next) -> gap(one, next) == 0))
                .isGreaterThan(1000);
        assertThat(following("assistance", "household_no", (one, next) -> gap(one, next) > 0 && gap(one, next) <= 31))
                .isPositive();
    }

    @Test
    void familiesLeaveAssistanceAndReturn() {
        assertThat(following("assistance", "household_no", (one, next) -> gap(one, next) > 31))
                .isGreaterThan(100);
    }

    @Test
    void registrationsAreSuspendedClosedAndTakenUpAgain() {
        for (String step : List.of(
                "ACTIVE SUSPENDED",
                "SUSPENDED ACTIVE",
                "SUSPENDED DEREGISTERED",
                "ACTIVE DEREGISTERED",
                "DEREGISTERED ACTIVE")) {
            assertThat(following(
                            "registrations",
                            "iin",
                            (one, next) -> step.equals(one.getField("status") + " " + next.getField("status"))))
                    .as(step)
                    .isPositive();
        }
    }

    @Test
    void peopleDieLeaveAndReturn() {
        assertThat(sample.rows("vital-events").stream().map(row -> row.getField("kind")))
                .contains("DIED", "LEFT", "RETURNED");
    }

    @Test
    void householdsAndPeopleMove() {
        assertThat(following("households", "household_no", (one, next) -> !one.getField("kato")
                        .substring(0, 4)
                        .equals(next.getField("kato").substring(0, 4))))
                .isPositive();
        assertThat(following("members", "iin", (one, next) -> !one.getField("household_no")
                        .equals(next.getField("household_no"))))
                .isPositive();
    }

    @Test
    void sourcesDisagreeOnOccupations() {
        Map<String, List<NamedCsvRecord>> spells =
                sample.rows("occupations").stream().collect(Collectors.groupingBy(row -> row.getField("iin")));
        assertThat(spells.values()).anyMatch(ofPerson -> ofPerson.stream().anyMatch(one -> ofPerson.stream()
                .anyMatch(other -> !one.getField("kind").equals(other.getField("kind"))
                        && LoadedSample.covers(one, LoadedSample.from(other), LoadedSample.to(other)))));
    }

    @Test
    void theReformOf2026EndsRegistrationsByLaw() {
        Set<String> ended = sample.rows("registrations").stream()
                .filter(row -> row.getField("reason").equals("LAW_2026"))
                .peek(row -> assertThat(row.getField("from")).isEqualTo("2026-01-01"))
                .map(row -> row.getField("iin"))
                .collect(Collectors.toSet());
        assertThat(ended).isNotEmpty();
        assertThat(sample.rows("occupations"))
                .anyMatch(row -> row.getField("kind").equals("SELF_EMPLOYED_REGIME")
                        && row.getField("source").equals("TAX_REGISTER")
                        && ended.contains(row.getField("iin")));
    }

    @Test
    void participantsEnrolOnlyWhereThePilotIs() {
        Set<String> areas = sample.rows("pilot-areas").stream()
                .map(row -> row.getField("kato"))
                .collect(Collectors.toSet());
        assertThat(areas).hasSize(21);
        assertThat(sample.rows("enrolments"))
                .isNotEmpty()
                .allMatch(row -> areas.contains(row.getField("kato")))
                .extracting(row -> row.getField("direction"))
                .contains("1", "2", "3", "4", "5");
    }

    @Test
    void lateFilesCorrectAndRemove() throws IOException {
        List<SampleFile> files = SampleRegion.small(5, 12_000).files();
        for (String list : List.of("members", "vital-events", "assistance", "occupations", "registrations")) {
            List<SampleFile> ofList =
                    files.stream().filter(file -> file.list().equals(list)).toList();
            assertThat(ofList).as(list).hasSize(2);
            String late = new String(ofList.get(1).open().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(late.lines().count()).as(list).isGreaterThan(1);
        }
    }

    /** How many times two rows that follow one another on a subject are so. */
    private static long following(String list, String subject, BiPredicate<NamedCsvRecord, NamedCsvRecord> so) {
        Map<String, List<NamedCsvRecord>> rows = sample.rows(list).stream()
                .sorted(Comparator.comparing(LoadedSample::from))
                .collect(Collectors.groupingBy(row -> row.getField(subject)));
        return rows.values().stream()
                .flatMap(ofSubject -> java.util.stream.IntStream.range(1, ofSubject.size())
                        .filter(place -> so.test(ofSubject.get(place - 1), ofSubject.get(place)))
                        .boxed())
                .count();
    }

    private static long gap(NamedCsvRecord one, NamedCsvRecord next) {
        return ChronoUnit.DAYS.between(LoadedSample.to(one), LoadedSample.from(next));
    }
}
