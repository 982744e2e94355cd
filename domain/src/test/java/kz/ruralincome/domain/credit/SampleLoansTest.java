package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ruralincome.domain.sample.SampleLoanBatch;
import kz.ruralincome.domain.sample.SampleRegion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The loans of the sample by the rules of the loan book: none is refused, and each kind of story is told by some. */
class SampleLoansTest {

    private static final LocalDate LAST_DAY = SampleRegion.lastDay();

    private static final Map<String, Told> LOANS = new LinkedHashMap<>();
    private static final List<Object> REFUSED = new ArrayList<>();
    private static Set<String> reversed;
    private static WorkingDays workingDays;

    /** All that a lender told of one loan, in order. */
    private record Told(String lender, List<LoanTerms> versions, Map<String, RepaymentTerms> repayments) {

        LoanTerms last() {
            return versions.get(versions.size() - 1);
        }
    }

    @BeforeAll
    static void lend() {
        SampleRegion region = SampleRegion.small(5, 24_000);
        workingDays = workingDays(region);
        region.loanBatches().forEach(SampleLoansTest::take);
        reversed = region.reversals().stream()
                .map(one -> one.lender() + " " + one.contractNo() + " " + one.paymentRef())
                .collect(toSet());
    }

    private static void take(SampleLoanBatch batch) {
        lines(new InputStreamReader(batch.open(), StandardCharsets.UTF_8)).forEach(line -> {
            var sent = LoanJson.line(line.getBytes(StandardCharsets.UTF_8));
            var flaws = LoanRules.check(sent.loan().draft(), sent.loan().flaws());
            if (!flaws.isEmpty()) {
                REFUSED.add(flaws);
                return;
            }
            LoanTerms terms = sent.loan().draft().terms();
            var told = LOANS.computeIfAbsent(
                    batch.lender() + " " + sent.contractNo(),
                    none -> new Told(batch.lender(), new ArrayList<>(), new TreeMap<>()));
            told.versions().add(terms);
            sent.repayments().forEach((reference, one) -> {
                REFUSED.addAll(one.draft().check(terms.disbursedOn()));
                told.repayments().put(reference, one.draft().terms());
            });
        });
    }

    private static WorkingDays workingDays(SampleRegion region) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        region.files().stream()
                .filter(file -> file.list().equals("calendar"))
                .flatMap(file -> lines(new InputStreamReader(file.open(), StandardCharsets.UTF_8))
                        .skip(1))
                .map(line -> line.split(","))
                .forEach(day -> (day[1].equals("DAY_OFF") ? off : worked).add(LocalDate.parse(day[0])));
        return new WorkingDays(off, worked);
    }

    private static Stream<String> lines(InputStreamReader content) {
        try (BufferedReader reader = new BufferedReader(content)) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noneIsRefused() {
        assertThat(REFUSED).isEmpty();
        assertThat(LOANS.values()).allSatisfy(told -> {
            for (int i = 1; i < told.versions().size(); i++) {
                assertThat(LoanRules.checkMove(
                                told.versions().get(i - 1).status(),
                                told.versions().get(i).status(),
                                false))
                        .isEmpty();
            }
        });
    }

    @Test
    void theCorporationLendsMostAndNumbersMeet() {
        Map<String, List<String>> numbers = LOANS.keySet().stream()
                .map(key -> key.split(" "))
                .collect(groupingBy(key -> key[0], mapping(key -> key[1], toList())));
        assertThat(numbers).containsOnlyKeys("spk", "bank-a", "bank-b");
        assertThat(numbers.get("spk"))
                .hasSizeGreaterThan(LOANS.size() / 2)
                .containsAnyElementsOf(numbers.get("bank-b"));
    }

    @Test
    void everyKindOfLoanIsThere() {
        assertThat(LOANS.values()).extracting(told -> told.last().status()).contains(LoanStatus.values());
        assertThat(LOANS.values()).extracting(told -> told.last().schedule()).contains(ScheduleKind.values());
        assertThat(LOANS.values()).extracting(told -> told.last().product()).contains(Product.values());
        assertThat(LOANS.values()).extracting(told -> told.last().purpose()).contains(Purpose.values());
        assertSome(terms -> terms.rescheduledOn().isPresent());
        assertSome(terms -> terms.disbursements().size() == 2);
        assertSome(terms -> terms.graceMonths() > 0 && terms.schedule() != ScheduleKind.OWN);
        assertSome(terms -> !terms.parties().isEmpty());
        assertThat(reversed).isNotEmpty();
    }

    private static void assertSome(Predicate<LoanTerms> kind) {
        assertThat(LOANS.values()).anyMatch(told -> kind.test(told.last()));
    }

    @Test
    void eachVersionOfTheTermsHasItsLoansAndSomeOutsideThem() {
        for (LocalDate from : List.of(
                LocalDate.of(2022, 7, 26),
                LocalDate.of(2023, 12, 20),
                LocalDate.of(2024, 11, 4),
                LocalDate.of(2025, 6, 16))) {
            assertSome(terms ->
                    !terms.approvedOn().isBefore(from) && terms.approvedOn().isBefore(from.plusMonths(7)));
        }
        ProgrammeTerms strict = new ProgrammeTerms(Map.of(
                "MCI", BigDecimal.valueOf(3_450),
                "LOAN_CAP_MCI", BigDecimal.valueOf(2_500),
                "LOAN_CAP_MCI_PROCESSING", BigDecimal.valueOf(2_500),
                "LOAN_RATE_CAP", new BigDecimal("2.5"),
                "LOAN_TERM_MONTHS", BigDecimal.valueOf(60),
                "LOAN_TERM_MONTHS_LIVESTOCK", BigDecimal.valueOf(84)));
        Map<LoanWarning, Integer> warnings = new HashMap<>();
        LOANS.values()
                .forEach(told ->
                        strict.judge(told.last()).warnings().forEach(one -> warnings.merge(one, 1, Integer::sum)));
        assertThat(warnings)
                .containsOnlyKeys(LoanWarning.RATE_ABOVE_CAP, LoanWarning.SUM_ABOVE_CAP, LoanWarning.TERM_TOO_LONG);
        assertThat(warnings.values()).allMatch(count -> count < LOANS.size() / 15);
    }

    /** The lenders of the sample reckon by themselves, so this holds two programs against each other. */
    @Test
    void theirFiguresAreOursButForAFew() {
        int same = 0;
        int different = 0;
        for (String key : LOANS.keySet()) {
            Told told = LOANS.get(key);
            if (told.last().reported().isPresent()) {
                var differences = LoanDifferences.of(told.last().reported().get(), ledger(key, told));
                assertThat(differences.stream().map(LoanDifferences.Difference::field))
                        .as(key)
                        .isIn(List.of(), List.of("principal"), List.of("daysPastDue"));
                same += differences.isEmpty() ? 1 : 0;
                different += differences.isEmpty() ? 0 : 1;
            }
        }
        assertThat(different).isBetween(same / 100, same / 20);
    }

    @Test
    void oneLoanInThirtyIsOverdueByAMonth() {
        long outstanding = 0;
        long atRisk = 0;
        for (String key : LOANS.keySet()) {
            Standing standing = ledger(key, LOANS.get(key)).at(LAST_DAY);
            long principal = standing.outstanding().principal().longValue();
            outstanding += principal;
            atRisk += standing.daysPastDue() > 30 ? principal : 0;
        }
        assertThat(100.0 * atRisk / outstanding).isBetween(1.0, 9.0);
    }

    private static LoanLedger ledger(String key, Told told) {
        List<RepaymentPlan> plans = List.of();
        for (LoanTerms version : told.versions()) {
            plans = RepaymentPlan.after(plans, version);
        }
        List<Repayment> repayments = new ArrayList<>();
        told.repayments()
                .forEach((reference, terms) ->
                        repayments.add(new Repayment(reference, terms, reversed.contains(key + " " + reference))));
        return LoanLedger.of(told.last(), plans, Optional.empty(), repayments, workingDays, AllotmentStep.USUAL);
    }
}
