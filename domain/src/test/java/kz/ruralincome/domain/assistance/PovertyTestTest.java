package kz.ruralincome.domain.assistance;

import static kz.ruralincome.domain.assistance.AssistanceFixture.adult;
import static kz.ruralincome.domain.assistance.AssistanceFixture.day;
import static kz.ruralincome.domain.assistance.AssistanceFixture.household;
import static kz.ruralincome.domain.assistance.AssistanceFixture.refused;
import static kz.ruralincome.domain.assistance.AssistanceFixture.regional;
import static kz.ruralincome.domain.assistance.AssistanceFixture.silent;
import static kz.ruralincome.domain.assistance.AssistanceFixture.spring2024;
import static kz.ruralincome.domain.assistance.AssistanceFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.assistance.TestResult.Kind;
import kz.ruralincome.domain.assistance.TestResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PovertyTestTest {

    /** Three members, the line 34,000: 306,000 in the quarter is the line itself. */
    @ParameterizedTest
    @CsvSource({
        "0, ENTITLED, 0.00, 102000",
        "150000, ENTITLED, 16666.67, 52000",
        "305998.49, ENTITLED, 33999.83, 1",
        "305998.51, ENTITLED, 33999.83, 0",
        "305999.99, ENTITLED, 34000.00, 0",
        "306000, ENTITLED, 34000.00, 0",
        "306000.01, ABOVE_LINE, 34000.00,",
        "400000, ABOVE_LINE, 44444.44,"
    })
    void comparesExactlyAndRoundsTheAmountOnce(String income, Outcome outcome, String perCapita, String amount) {
        var result = PovertyTest.of(
                household("2024-05-15", adult(income), silent("2010-01-01"), silent("2012-01-01")), spring2024());

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.perCapita()).hasValueSatisfying(one -> assertThat(one).isEqualTo(perCapita));
        assertThat(result.amount().map(one -> one.toPlainString())).isEqualTo(Optional.ofNullable(amount));
        assertThat(result.ground())
                .isEqualTo(
                        outcome == Outcome.ABOVE_LINE
                                ? Optional.of(RefusalGround.INCOME_ABOVE_LINE)
                                : Optional.empty());
    }

    @Test
    void saysThatTheyAreEqualInALineOfItsOwn() {
        var result = PovertyTest.of(household("2024-05-15", adult("102000")), spring2024());

        assertThat(result.lines())
                .extracting(TestLine::step)
                .contains("right-equal")
                .doesNotContain("right-below");
        assertThat(result.monthly()).hasValueSatisfying(one -> assertThat(one).isZero());
    }

    /** facts.md, section 2.2: 1.5 MCI for each child of one to six years, in whole tenge. */
    @ParameterizedTest
    @CsvSource({"2023-02-01, 5175", "2024-02-01, 5538", "2025-02-01, 5898", "2026-02-01, 6488"})
    void addsTheSupplementOfTheYear(String applied, String supplement) {
        var parameters = with(regional("POVERTY_LINE", applied, "34000"));
        var year = day(applied).getYear();
        var result = PovertyTest.of(household(applied, adult("0"), silent(year - 3 + "-01-01")), parameters);

        assertThat(result.supplement())
                .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo(supplement));
        var two = PovertyTest.of(
                household(applied, adult("0"), silent(year - 3 + "-01-01"), silent(year - 2 + "-01-01")), parameters);
        assertThat(two.supplement()).isEqualTo(result.supplement().map(one -> one.add(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-16, 0",
        "2023-05-15, 1",
        "2020-05-15, 1",
        "2017-05-16, 1",
        "2017-05-15, 0",
        "2024-02-29, 0",
        "1990-01-01, 0"
    })
    void countsAChildFromItsFirstToTheEveOfItsSeventhBirthday(String born, int children) {
        var result = PovertyTest.of(household("2024-05-15", adult("0"), silent(born)), spring2024());

        assertThat(result.supplement())
                .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo(Integer.toString(5538 * children)));
    }

    @Test
    void addsNothingInMoneyWhileThePackageWasGivenInKind() {
        var result = PovertyTest.of(
                household("2022-12-31", adult("0"), silent("2020-01-01")),
                with(regional("POVERTY_LINE", "2022-10-01", "27000")));

        assertThat(result.outcome()).isEqualTo(Outcome.ENTITLED);
        assertThat(result.supplement())
                .hasValueSatisfying(one -> assertThat(one).isZero());
        assertThat(result.lines()).extracting(TestLine::step).contains("supplement-none");
    }

    @ParameterizedTest
    @CsvSource({"2023-06-30, LAW_246_II", "2023-07-01, SOCIAL_CODE"})
    void goesByTheLawOfTheDay(String applied, Law law) {
        assertThat(PovertyTest.of(household(applied, adult("0")), spring2024()).law())
                .isEqualTo(law);
    }

    @Test
    void isNotKnownWithoutALineAndRecommendsNothing() {
        var result = PovertyTest.of(household("2024-07-01", adult("0")), spring2024());

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_KNOWN);
        assertThat(result.kind()).isEmpty();
        assertThat(result.monthly()).isEmpty();
        assertThat(Verdict.values()).noneMatch(verdict -> verdict.follows(result));
        assertThat(result.perCapita()).isPresent();
    }

    @Test
    void isNotKnownWithoutAnyIncomeRecordedButKnowsAZero() {
        assertThat(PovertyTest.of(household("2024-05-15", silent("1985-01-01")), spring2024())
                        .missing())
                .extracting(Missing::code)
                .containsExactly("INCOMES");
        assertThat(PovertyTest.of(household("2024-05-15", adult("0")), spring2024())
                        .outcome())
                .isEqualTo(Outcome.ENTITLED);
    }

    @Test
    void isNotKnownWithoutMembersPlaceOrBirthDates() {
        assertThat(codes(PovertyTest.of(household("2024-05-15"), spring2024()))).containsExactly("MEMBERS");
        var nowhere =
                new TestInput(day("2024-05-15"), Optional.empty(), List.of(adult("0")), Circumstances.NONE, List.of());
        assertThat(codes(PovertyTest.of(nowhere, spring2024()))).containsExactly("REGION");
        var unborn = new Member("CHILD", Optional.empty(), Optional.of("F"), Map.of());
        assertThat(codes(PovertyTest.of(household("2024-05-15", adult("0"), unborn), spring2024())))
                .containsExactly("AGES");
    }

    @Test
    void needsNoBirthDateToSeeThatTheLineIsPassed() {
        var unborn = new Member("CHILD", Optional.empty(), Optional.empty(), Map.of());

        assertThat(PovertyTest.of(household("2024-05-15", adult("900000"), unborn), spring2024())
                        .outcome())
                .isEqualTo(Outcome.ABOVE_LINE);
    }

    @Test
    void namesEachParameterThatIsMissing() {
        var bare = new Parameters(List.of(regional("POVERTY_LINE", "2024-04-01", "34000")));

        assertThat(codes(PovertyTest.of(household("2024-05-15", adult("0")), bare)))
                .containsExactly("CHILD_SUPPLEMENT_MCI", "MCI_SOCIAL", "PENSION_AGE");
    }

    /** 63 years for men, 60.5 for women in 2022: the first day of pension age is no more of working age. */
    @ParameterizedTest
    @CsvSource({
        "2022-12-01, M, 2004-12-02, UNCONDITIONAL",
        "2022-12-01, M, 2004-12-01, CONDITIONAL",
        "2022-12-01, M, 1959-12-02, CONDITIONAL",
        "2022-12-01, M, 1959-12-01, UNCONDITIONAL",
        "2022-12-01, F, 1962-06-02, CONDITIONAL",
        "2022-12-01, F, 1962-06-01, UNCONDITIONAL"
    })
    void isUnconditionalWithoutAnyoneOfWorkingAge(String applied, String sex, String born, Kind kind) {
        var member = new Member(
                "HEAD", Optional.of(day(born)), Optional.of(sex), Map.of("PENSION", java.math.BigDecimal.ONE));
        var result = PovertyTest.of(household(applied, member), with(regional("POVERTY_LINE", "2022-10-01", "27000")));

        assertThat(result.kind()).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, CONDITIONAL",
        "1, false, CONDITIONAL",
        "2, false, UNCONDITIONAL",
        "3, false, UNCONDITIONAL",
        "0, true, CONDITIONAL",
        "1, true, UNCONDITIONAL"
    })
    void goesByWhatTheOfficerHasSeenOfThoseOfWorkingAge(int unable, boolean carer, Kind kind) {
        var input = household("2024-05-15", adult("0"), adult("0")).with(new Circumstances(unable, carer));

        assertThat(PovertyTest.of(input, spring2024()).kind()).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "MEASURES_REFUSED, 2023-11-16, REFUSED, 2024-05-16",
        "MEASURES_REFUSED, 2023-11-15, ENTITLED,",
        "CONTRACT_BREACHED, 2024-05-15, REFUSED, 2024-11-15",
        "CONTRACT_BREACHED, 2024-06-30, REFUSED, 2024-12-30",
        "CONTRACT_BREACHED, 2024-07-01, ENTITLED,",
        "HOME_CHECK_REFUSED, 2024-04-01, REFUSED,",
        "HOME_CHECK_REFUSED, 2024-06-30, REFUSED,",
        "HOME_CHECK_REFUSED, 2024-03-31, ENTITLED,",
        "HOME_CHECK_REFUSED, 2024-07-01, ENTITLED,",
        "COMMISSION_NEGATIVE, 2024-05-01, REFUSED,",
        "FALSE_DATA, 2020-01-01, NOT_KNOWN,"
    })
    void refusesByRecordedGrounds(RefusalGround kind, String on, Outcome outcome, String until) {
        var result = PovertyTest.of(refused(household("2024-05-15", adult("0")), kind, on), spring2024());

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.blockedUntil()).isEqualTo(Optional.ofNullable(until).map(AssistanceFixture::day));
        assertThat(result.ground()).isEqualTo(outcome == Outcome.REFUSED ? Optional.of(kind) : Optional.empty());
    }

    @Test
    void doesNotKnowWhatAGroundMeantBeforeTheCode() {
        var input = refused(household("2023-06-30", adult("0")), RefusalGround.MEASURES_REFUSED, "2023-06-01");

        assertThat(codes(PovertyTest.of(input, with(regional("POVERTY_LINE", "2023-04-01", "30000")))))
                .containsExactly("REFUSALS_BEFORE_CODE");
    }

    @Test
    void isRefusedThoughTheLineIsNotKnown() {
        var input = refused(household("2024-07-02", adult("0")), RefusalGround.MEASURES_REFUSED, "2024-07-01");

        assertThat(PovertyTest.of(input, spring2024()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void explainsEveryStepWithItsNumbersParametersAndDocuments() {
        var result = PovertyTest.of(
                household("2024-05-15", adult("150000"), silent("2020-01-01"), silent("2012-01-01")), spring2024());

        assertThat(result.lines())
                .extracting(TestLine::step)
                .containsExactly(
                        "law",
                        "quarters",
                        "members",
                        "income",
                        "no-income",
                        "per-capita",
                        "line-announced",
                        "right-below",
                        "amount",
                        "supplement",
                        "monthly",
                        "kind-conditional",
                        "refusal-none");
        assertThat(result.lines().stream()
                        .flatMap(line -> line.parameters().stream())
                        .map(ParameterRow::name))
                .containsExactly(
                        "POVERTY_LINE", "CHILD_SUPPLEMENT_MCI", "MCI_SOCIAL", "PENSION_AGE_MEN", "PENSION_AGE_WOMEN");
        assertThat(result.lines()).allMatch(line -> line.parameters().stream()
                .allMatch(row -> row.document().isPresent()));
    }

    @Test
    void isReadFromItsJsonAsItWasWritten() {
        var input = refused(
                household("2024-05-15", adult("150000.50"), silent("2020-01-01")),
                RefusalGround.FALSE_DATA,
                "2024-05-01");
        var result = PovertyTest.of(input, spring2024());

        var kept = TestJson.read(TestJson.write(input, result));

        assertThat(kept.input()).isEqualTo(input);
        assertThat(kept.result()).isEqualTo(result);
    }

    private static List<String> codes(TestResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_KNOWN);
        return result.missing().stream().map(Missing::code).toList();
    }
}
