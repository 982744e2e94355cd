package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.tranche;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a loan cannot be, one contradiction at a time. */
class LoanContradictionsTest {

    static Stream<Arguments> contradictions() {
        return Stream.of(
                flaw("iin value.missing", draft -> draft.iin = null),
                flaw("purpose value.missing", draft -> draft.purpose = null),
                flaw("approvedOn value.missing", draft -> draft.approvedOn = null),
                flaw("principal value.missing", draft -> draft.principal = null),
                flaw("annualRate value.missing", draft -> draft.annualRate = null),
                flaw("termMonths value.missing", draft -> draft.termMonths = null),
                flaw("schedule value.missing", draft -> draft.schedule = null),
                flaw("status value.missing", draft -> draft.status = null),
                flaw("disbursedOn value.missing", draft -> draft.disbursedOn = null),
                flaw("iin iin.checksum", draft -> draft.iin = "900101300008"),
                flaw("iin iin.length", draft -> draft.iin = "90010130000"),
                flaw("iin iin.format", draft -> draft.iin = "90010130000X"),
                flaw(
                        "parties[1].iin iin.checksum",
                        draft -> draft.parties = List.of(
                                new Party("900101300007", PartyRole.GUARANTOR),
                                new Party("900101300008", PartyRole.CO_BORROWER))),
                flaw("bin bin.checksum", draft -> draft.bin = "900101300008"),
                flaw("bin bin.format", draft -> draft.bin = "90010130"),
                flaw("oked oked.format", draft -> draft.oked = "0141"),
                flaw("oked oked.format", draft -> draft.oked = "0141A"),
                flaw("kato kato.format", draft -> draft.kato = "31360000"),
                flaw(
                        "collateral[0].kind text.empty",
                        draft -> draft.collateral = List.of(new Collateral(" ", money("1")))),
                flaw(
                        "collateral[0].value amount.negative",
                        draft -> draft.collateral = List.of(new Collateral("house", money("-1")))),
                flaw("principal amount.not-positive", draft -> draft.principal = money("0")),
                flaw("principal amount.negative", draft -> draft.principal = money("-0.01")),
                flaw("principal amount.decimals", draft -> draft.principal = new BigDecimal("100.001")),
                flaw("principal amount.too-large", draft -> draft.principal = new BigDecimal("10000000000000")),
                flaw("principal amount.too-large", draft -> draft.principal = new BigDecimal("1E999999999")),
                flaw("principal amount.decimals", draft -> draft.principal = new BigDecimal("1E-999999999")),
                flaw("annualRate number.range", draft -> draft.annualRate = new BigDecimal("100.01")),
                flaw("annualRate number.range", draft -> draft.annualRate = new BigDecimal("-1")),
                flaw("annualRate number.range", draft -> draft.annualRate = new BigDecimal("1E999999999")),
                flaw("annualRate rate.decimals", draft -> draft.annualRate = new BigDecimal("2.1234567")),
                flaw("annualRate rate.decimals", draft -> draft.annualRate = new BigDecimal("1E-999999999")),
                flaw("effectiveRate number.range", draft -> draft.effectiveRate = new BigDecimal("-0.1")),
                flaw("termMonths number.range", draft -> draft.termMonths = 0),
                flaw("termMonths number.range", draft -> draft.termMonths = 601),
                flaw("graceMonths number.range", draft -> draft.graceMonths = -1),
                flaw("graceMonths number.range", draft -> draft.graceMonths = 600),
                flaw("graceMonths loan.grace-not-within-term", draft -> draft.graceMonths = 60),
                flaw("approvedOn date.range", draft -> draft.approvedOn = day("1989-12-31")),
                flaw("closedOn date.range", draft -> {
                    draft.status = LoanStatus.REPAID;
                    draft.closedOn = day("2201-01-01");
                }),
                flaw("disbursedOn date.before", draft -> draft.approvedOn = draft.disbursedOn.plusDays(1)),
                flaw("rescheduledOn date.before", draft -> draft.rescheduledOn = draft.disbursedOn.minusDays(1)),
                flaw("rescheduledOn loan.rescheduled-after-term", draft -> draft.rescheduledOn = day("2027-01-03")),
                flaw("closedOn loan.closed-while-open", draft -> draft.closedOn = day("2023-01-03")),
                flaw("closedOn date.before", draft -> {
                    draft.status = LoanStatus.REPAID;
                    draft.closedOn = draft.disbursedOn.minusDays(1);
                }),
                flaw("closedOn date.before", draft -> {
                    draft.status = LoanStatus.WRITTEN_OFF;
                    draft.rescheduledOn = day("2023-01-04");
                    draft.closedOn = day("2023-01-03");
                }),
                flaw("closedOn date.before", draft -> {
                    draft.status = LoanStatus.CANCELLED;
                    draft.disbursedOn = null;
                    draft.closedOn = draft.approvedOn.minusDays(1);
                }),
                flaw("rescheduledOn loan.rescheduled-undisbursed", draft -> {
                    draft.status = LoanStatus.APPROVED;
                    draft.rescheduledOn = day("2023-01-03");
                }),
                flaw("instalments loan.instalments-missing", draft -> draft.schedule = ScheduleKind.OWN),
                flaw(
                        "instalments loan.instalments-not-own",
                        draft -> draft.instalments = List.of(instalment("2022-09-01", "8625000", "0"))),
                own("instalments loan.instalments-sum", instalment("2022-09-01", "8624999.99", "0")),
                own("instalments[0].dueOn date.before", instalment("2022-01-02", "8625000", "0")),
                own(
                        "instalments[1].dueOn loan.instalments-order",
                        instalment("2022-09-01", "8000000", "0"),
                        instalment("2022-08-31", "625000", "0")),
                own("instalments[0].interest amount.negative", instalment("2022-09-01", "8625000", "-1")),
                own("instalments[0].interest amount.negative", instalment("2022-09-01", "1", "-1")),
                own("instalments[0].principal amount.negative", instalment("2022-09-01", "-1", "0")),
                flaw("instalments[0].dueOn date.before", draft -> {
                    draft.schedule = ScheduleKind.OWN;
                    draft.rescheduledOn = day("2022-09-02");
                    draft.instalments = List.of(instalment("2022-09-01", "1", "0"));
                }),
                tranches("disbursements[0].on loan.first-tranche", tranche("2022-01-04", "1")),
                tranches(
                        "disbursements[1].on loan.disbursements-order",
                        tranche("2022-01-03", "1"),
                        tranche("2022-01-02", "1")),
                tranches(
                        "disbursements loan.disbursements-sum",
                        tranche("2022-01-03", "8000000"),
                        tranche("2022-02-03", "625000.01")),
                tranches("disbursements[0].amount amount.not-positive", tranche("2022-01-03", "0")),
                tranches(
                        "disbursements[1].on loan.tranche-after-term",
                        tranche("2022-01-03", "1"),
                        tranche("2027-01-03", "1")),
                flaw("closedOn date.before", draft -> {
                    draft.status = LoanStatus.REPAID;
                    draft.closedOn = day("2022-03-01");
                    draft.disbursements = List.of(tranche("2022-01-03", "1"), tranche("2022-03-02", "1"));
                }),
                reported("reported.on date.before", "2021-12-01", 0, "0"),
                reported("reported.daysPastDue number.range", "2022-04-01", -1, "0"),
                reported("reported.daysPastDue number.range", "2022-04-01", 100_000, "0"),
                reported("reported.principal amount.negative", "2022-04-01", 0, "-1"));
    }

    private static Arguments flaw(String expected, Consumer<LoanDraft> change) {
        return Arguments.of(expected, change);
    }

    private static Arguments own(String expected, Instalment... instalments) {
        return flaw(expected, draft -> {
            draft.schedule = ScheduleKind.OWN;
            draft.instalments = List.of(instalments);
        });
    }

    private static Arguments tranches(String expected, Disbursement... tranches) {
        return flaw(expected, draft -> draft.disbursements = List.of(tranches));
    }

    private static Arguments reported(String expected, String on, int days, String principal) {
        var none = Optional.<BigDecimal>empty();
        return flaw(
                expected,
                draft -> draft.reported = new Reported(
                        day(on), Optional.of(days), Optional.of(money(principal)), none, none, none, none, none));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void tellsTheFieldAndTheReason(String expected, Consumer<LoanDraft> change) {
        var draft = draft();
        change.accept(draft);

        assertThat(told(LoanRules.check(draft))).containsExactly(expected);
    }

    private static List<String> told(List<FieldError> errors) {
        return errors.stream().map(error -> error.field() + " " + error.code()).toList();
    }
}
