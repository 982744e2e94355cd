package kz.ruralincome.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoanJsonTest {

    private static final String LOAN = """
            {"iin": "850101300015", "purpose": "LIVESTOCK", "oked": "01410", "kato": "313600000",
             "approvedOn": "2022-03-01", "disbursedOn": "2022-03-10", "principal": 5000000.00, "annualRate": 2.5,
             "effectiveRate": 2.53, "termMonths": 60, "graceMonths": 12, "schedule": "ANNUITY", "product": "MONEY",
             "fundingSource": "NEW", "instalments": null, "disbursements": null, "parties": [], "collateral": [], "bin": null,
             "status": "ACTIVE", "closedOn": null, "rescheduledOn": null,
             "reported": {"on": "2022-04-01", "daysPastDue": 0, "principal": 4800000.00, "interest": 0.00,
              "overduePrincipal": 0.00, "overdueInterest": 0.00, "penalty": 0.00, "writtenOff": 0.00}}""";

    @Test
    void readsTheLoanOfTheContract() {
        var sent = LoanJson.loan(bytes(LOAN));

        assertThat(sent.flaws()).isEmpty();
        assertThat(sent.draft().approvedOn).isEqualTo(LocalDate.of(2022, 3, 1));
        assertThat(sent.draft().principal).isEqualByComparingTo("5000000");
        assertThat(sent.draft().reported.daysPastDue()).hasValue(0);
        assertThat(sent.draft().instalments).isNull();
    }

    @Test
    void keepsEveryWordOfIt() {
        var terms = LoanJson.loan(bytes(LOAN.replace("\"parties\": []", """
                "parties": [{"iin": "900101300007", "role": "GUARANTOR"}]""")
                        .replace("\"collateral\": []", """
                "collateral": [{"kind": "үй \\"қора\\" \\\\ 😀", "value": 1e6}]""")
                        .replace("\"disbursements\": null", """
                "disbursements": [{"on": "2022-03-10", "amount": 1}, {"on": "2022-05-10", "amount": 4999999}]""")))
                .draft()
                .terms();

        assertThat(LoanText.terms(LoanText.of(terms))).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            principal     | "5000000.00"  | json.type
            termMonths    | 60.5          | number.invalid
            termMonths    | 1E999999999   | number.invalid
            annualRate    | 1E9999999999  | number.invalid
            iin           | 850101300015  | json.type
            approvedOn    | "2022-02-31"  | date.invalid
            approvedOn    | "2022-2-1"    | date.invalid
            approvedOn    | 20220301      | json.type
            approvedOn    | "2022-03-01T00:00:00Z" | date.invalid
            status        | "active"      | value.unknown
            kato          | "31360\\u0000" | text.control
            kato          | "3136\\ud800" | text.control
            parties       | {}            | json.type
            reported      | []            | json.type
            """)
    void tellsWhatCannotBeRead(String field, String value, String code) {
        var sent = LoanJson.loan(bytes(LOAN.replaceFirst(
                "\"" + field + "\": (\"[^\"]*\"|[^,{\\[]+|\\[\\]|\\{[^}]*})",
                "\"" + field + "\": " + java.util.regex.Matcher.quoteReplacement(value))));

        assertThat(sent.flaws())
                .extracting("field", "code")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @Test
    void tellsAllOfThemAtOnceAndWhereTheyStand() {
        var sent = LoanJson.loan(bytes("""
                {"iin": 1, "iin": "2", "colour": "red", "instalments": [{"dueOn": "2022-13-01", "principal": 1, "x": 2}],
                 "reported": {"daysPastDue": "3"}, "a\\nb": 1}"""));

        assertThat(sent.flaws().stream().map(flaw -> flaw.field() + " " + flaw.code()))
                .containsExactlyInAnyOrder(
                        "iin json.twice",
                        "instalments[0].dueOn date.invalid",
                        "instalments[0].interest value.missing",
                        "instalments[0].x json.unknown-member",
                        "reported.on value.missing",
                        "reported.daysPastDue json.type",
                        "colour json.unknown-member",
                        "a?b json.unknown-member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "1",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":1} {",
                "{\"a\":1}}",
                "{\"a\":tru}",
                "{\"a\":\"b}",
                "\u0000{}",
                "{\"a\":[1,]}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":-}",
                "{\"a\":1e}"
            })
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> LoanJson.loan(bytes(text)))
                .isInstanceOf(MalformedJson.class)
                .extracting("code")
                .isEqualTo("json.malformed");
    }

    @Test
    void refusesDeepNestingAndHugeNumbersOfValuesWithoutEffort() {
        assertThatThrownBy(() -> LoanJson.loan(bytes("{\"a\":" + "[".repeat(1_000_000))))
                .extracting("code")
                .isEqualTo("json.too-deep");
        assertThatThrownBy(() -> LoanJson.loan(bytes("{\"a\":[" + "0,".repeat(900_000) + "0]}")))
                .extracting("code")
                .isEqualTo("json.too-much");
        assertThat(LoanJson.loan(bytes("{\"principal\": " + "9".repeat(1_000_000) + "}"))
                        .flaws())
                .extracting("code")
                .containsExactly("number.invalid");
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] broken = bytes("{\"iin\": \"?\"}");
        broken[9] = (byte) 0xC0;

        assertThatThrownBy(() -> LoanJson.loan(broken)).extracting("code").isEqualTo("json.encoding");
        assertThat(LoanJson.loan(bytes("\uFEFF{}")).flaws()).isEmpty();
    }

    @Test
    void readsALineWithItsRepayments() {
        var line = LoanJson.line(bytes(LOAN.replaceFirst("\\{", """
                {"contractNo": " 12/2022-А\u00A0", "repayments": [
                  {"paymentRef": "p1", "paidOn": "2022-04-10", "amount": 100},
                  {"paymentRef": "p1", "paidOn": "2022-04-10", "amount": 100},
                  {"paymentRef": "p2", "paidOn": "2022-05-10", "amount": 100, "principal": 90, "interest": 10, "penalty": 0}],""")));

        assertThat(line.contractNo()).isEqualTo("12/2022-А");
        assertThat(line.loan().flaws()).isEmpty();
        assertThat(line.repayments().keySet()).containsExactlyInAnyOrderElementsOf(List.of("p1", "p2"));
    }

    @Test
    void findsOneReferenceWithTwoAmountsInALine() {
        var line = LoanJson.line(bytes("""
                {"contractNo": "1", "repayments": [
                  {"paymentRef": "p1", "paidOn": "2022-04-10", "amount": 100},
                  {"paymentRef": "p1", "paidOn": "2022-04-10", "amount": 101}]}"""));

        assertThat(line.loan().flaws())
                .extracting("field", "code")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("repayments[1].paymentRef", "repayment.conflict"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
