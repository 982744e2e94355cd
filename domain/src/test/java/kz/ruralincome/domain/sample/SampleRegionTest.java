package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the sample region against the published figures, reckoned anew from its rows by the definitions. */
class SampleRegionTest {

    private static final String REGION = "310000000";
    private static final LocalDate NEW_YEAR_2022 = LocalDate.of(2022, 1, 1);
    private static final LocalDate NEW_YEAR_2023 = LocalDate.of(2023, 1, 1);

    private static LoadedSample sample;
    private static YearOfAssistance year2022;
    private static OfficialTree tree;

    @BeforeAll
    static void makeTheRegion() throws IOException {
        sample = LoadedSample.of(SampleRegion.region().files());
        year2022 = new YearOfAssistance(sample, 2022);
        tree = new OfficialTree();
    }

    @AfterAll
    static void forgetTheRegion() {
        sample = null;
        year2022 = null;
    }

    @Test
    void has48298PersonsOnAssistanceIn2022() {
        assertThat(year2022.persons()).hasSize(48_298);
    }

    @Test
    void allOfThemLivedInTheRegion() {
        assertThat(year2022.persons())
                .allMatch(iin -> tree.liesIn(year2022.unit(sample, iin), REGION), "lived in the region");
    }

    @Test
    void has9219HouseholdsOnAssistanceIn2022() {
        assertThat(year2022.households()).hasSize(9_219);
    }

    @Test
    void has61149PersonsOnAssistanceIn2021() {
        var year2021 = new YearOfAssistance(sample, 2021);
        assertThat(year2021.persons()).hasSize(61_149).allMatch(iin -> tree.liesIn(year2021.unit(sample, iin), REGION));
    }

    @Test
    void has12284ChildrenWithThePackage() {
        Set<String> children = sample.rows("social-packages").stream()
                .filter(row -> LoadedSample.covers(row, NEW_YEAR_2022, NEW_YEAR_2023))
                .map(row -> row.getField("iin"))
                .collect(Collectors.toSet());
        assertThat(children).hasSize(12_284);
    }

    @Test
    void has10136PersonsInMeasures() {
        Map<String, NamedCsvRecord> members = new HashMap<>();
        sample.rows("members").forEach(row -> members.put(row.getField("iin"), row));
        Set<String> inMeasures = sample.rows("measures").stream()
                .filter(row -> LoadedSample.covers(row, NEW_YEAR_2022, NEW_YEAR_2023))
                .map(row -> row.getField("iin"))
                .filter(year2022.persons()::contains)
                .filter(iin -> isOfWorkingAge(members.get(iin)))
                .collect(Collectors.toSet());
        assertThat(inMeasures).hasSize(10_136);
    }

    @Test
    void plansWhatWasPublished() {
        assertThat(plan("asp.persons")).isEqualByComparingTo("47584");
        assertThat(plan("asp.allocated")).isEqualByComparingTo("3800000000");
    }

    @Test
    void paysAlittleLessThanWasAllocated() {
        BigDecimal paid = sample.rows("payments").stream()
                .filter(row -> row.getField("paid_on").startsWith("2022"))
                .map(row -> new BigDecimal(row.getField("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isBetween(new BigDecimal("3500000000"), new BigDecimal("3800000000"));
    }

    @Test
    void satisfies22548Of23565RehabilitationRequests() {
        assertThat(rehabilitation(REGION)).containsExactly(23_565, 22_548);
    }

    @Test
    void hasDistrictsThatAddUpToTheRegionsRehabilitation() {
        int[] sum = new int[2];
        for (String kato : tree.children(REGION)) {
            sum[0] += rehabilitation(kato)[0];
            sum[1] += rehabilitation(kato)[1];
        }
        assertThat(sum).containsExactly(23_565, 22_548);
    }

    @Test
    void isSecondOfTwentyRegionsByRehabilitation() {
        List<BigDecimal> peers = sample.rows("peer-figures").stream()
                .filter(row -> row.getField("as_of").equals("2023-01-01")
                        && row.getField("indicator").equals("rehabilitation.percent"))
                .map(row -> new BigDecimal(row.getField("value")))
                .toList();
        assertThat(peers).hasSize(19);
        assertThat(peers)
                .filteredOn(value -> value.compareTo(new BigDecimal("95.7")) >= 0)
                .hasSize(1);
    }

    @Test
    void holdsNothingThatALoadWouldRefuse() {
        assertThat(sample.faults()).isEmpty();
    }

    @Test
    void knowsEveryTerritoryHouseholdAndPersonThatItNames() {
        Set<String> households = values("households", "household_no");
        Set<String> people = values("members", "iin");
        for (String list : sample.lists()) {
            assertThat(sample.rows(list))
                    .allMatch(
                            row -> row.findField("kato").map(tree::knows).orElse(true)
                                    && row.findField("household_no")
                                            .map(households::contains)
                                            .orElse(true)
                                    && row.findField("iin")
                                            .map(people::contains)
                                            .orElse(true),
                            "names what is known");
        }
    }

    @Test
    void givesOutValidIinsThatMostlyAgreeWithBirthDateAndSex() {
        int disagreeing = 0;
        Set<String> people = values("members", "iin");
        assertThat(people).allMatch(SampleRegionTest::isValid, "a valid IIN").hasSizeBetween(145_000, 155_000);
        for (NamedCsvRecord row : sample.rows("members")) {
            String birth = row.getField("birth_date").replace("-", "");
            disagreeing += birth.isEmpty() || row.getField("iin").startsWith(birth.substring(2)) ? 0 : 1;
        }
        assertThat(disagreeing).isBetween(100, 1_000);
    }

    @Test
    void hasAtMost800000Rows() {
        assertThat(sample.rowCount()).isLessThanOrEqualTo(800_000);
    }

    @Test
    void bringsMoreEntrepreneursInThePilotThanElsewhere() {
        Map<String, String> okrugs = new HashMap<>();
        sample.rows("households")
                .forEach(row -> okrugs.putIfAbsent(row.getField("household_no"), row.getField("kato")));
        Map<String, Boolean> inPilot = new HashMap<>();
        sample.rows("members")
                .forEach(row -> inPilot.put(
                        row.getField("iin"),
                        SampleGeography.STAGE_ONE.stream()
                                .anyMatch(okrug ->
                                        tree.liesIn(okrugs.get(row.getField("household_no")), okrug.toString()))));
        Predicate<NamedCsvRecord> begins = row -> row.getField("status").equals("ACTIVE")
                && row.getField("from").compareTo("2020-01-01") > 0
                && row.getField("from").compareTo("2022-01-01") < 0;
        long pilot = sample.rows("registrations").stream()
                .filter(begins.and(row -> inPilot.get(row.getField("iin"))))
                .count();
        long others = sample.rows("registrations").stream()
                .filter(begins.and(row -> !inPilot.get(row.getField("iin"))))
                .count();
        long people = inPilot.values().stream().filter(Boolean::booleanValue).count();
        assertThat(pilot * (inPilot.size() - people)).isGreaterThan(3 * others * people);
    }

    @Test
    void isSmallOnDemand() {
        LoadedSample small = LoadedSample.of(SampleRegion.small(7, 2_000).files());
        assertThat(small.faults()).isEmpty();
        assertThat(small.rows("members")).hasSizeBetween(2_000, 2_500);
        assertThat(small.lists()).isEqualTo(sample.lists());
    }

    private static Set<String> values(String list, String column) {
        Set<String> values = new HashSet<>();
        sample.rows(list).forEach(row -> values.add(row.getField(column)));
        return values;
    }

    private static BigDecimal plan(String indicator) {
        return sample.rows("plans").stream()
                .filter(row -> row.getField("year").equals("2022")
                        && row.getField("kato").equals(REGION)
                        && row.getField("indicator").equals(indicator)
                        && row.getField("decided_on").compareTo("2023-01-01") <= 0)
                .max(Comparator.comparing(row -> row.getField("decided_on")))
                .map(row -> new BigDecimal(row.getField("value")))
                .orElseThrow();
    }

    private static int[] rehabilitation(String kato) {
        return sample.rows("rehabilitation").stream()
                .filter(row -> row.getField("as_of").equals("2023-01-01")
                        && row.getField("kato").equals(kato))
                .map(row -> new int[] {
                    Integer.parseInt(row.getField("registered")), Integer.parseInt(row.getField("satisfied"))
                })
                .findFirst()
                .orElseThrow();
    }

    /** 18 to pension age on 1 January 2023: 63 for men, 61 for women; what is not listed is told by the IIN. */
    private static boolean isOfWorkingAge(NamedCsvRecord member) {
        String iin = member.getField("iin");
        int century = iin.charAt(6) - '0';
        LocalDate birth = member.getField("birth_date").isEmpty()
                ? LocalDate.of(
                        (century < 5 ? 1900 : 2000) + Integer.parseInt(iin.substring(0, 2)),
                        Integer.parseInt(iin.substring(2, 4)),
                        Integer.parseInt(iin.substring(4, 6)))
                : LocalDate.parse(member.getField("birth_date"));
        boolean male = member.getField("sex").isEmpty()
                ? century % 2 == 1
                : member.getField("sex").equals("M");
        int age = birth.until(NEW_YEAR_2023).getYears();
        return age >= 18 && age < (male ? 63 : 61);
    }

    private static boolean isValid(String iin) {
        int first = 0;
        int second = 0;
        for (int place = 0; place < 11; place++) {
            int digit = iin.charAt(place) - '0';
            first += digit * (place + 1);
            second += digit * (place < 9 ? place + 3 : place - 8);
        }
        int check = first % 11 == 10 ? second % 11 : first % 11;
        return iin.length() == 12 && check < 10 && check == iin.charAt(11) - '0';
    }
}
