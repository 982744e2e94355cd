package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the loan book in a browser, on a small register and loan book of one's own. */
class LoanPagesIT {

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", "2022-12-31"));
        SmallRegister.sendTo(server);
        SmallLoanBook.sendTo(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void areInOrderInEveryLanguageAndWidth(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin");
            visitor.go("credit/loans.xhtml").looksAt("loans", true);
            visitor.go("credit/loans.xhtml?contract=12%2F2022");
            open(visitor.page(), SmallLoanBook.CORRECTED);
            visitor.looksAt("loan", true);
            visitor.go("credit/loans.xhtml?contract=A-2");
            open(visitor.page(), "A-2");
            visitor.looksAt("loan-repaid", true);
            visitor.page().locator("main dl a").first().click();
            visitor.page().waitForURL("**/participant/view.xhtml**");
            visitor.looksAt("person-with-loans", true);
            visitor.go("credit/warnings.xhtml?finding=consent.missing").looksAt("warnings", true);
            visitor.go("credit/lenders.xhtml").looksAt("lenders", true);
            visitor.go("credit/batches.xhtml?lender=bank-b").looksAt("batches", true);
            visitor.page().locator("main tbody a").first().click();
            visitor.page().waitForURL("**/credit/batch.xhtml**");
            visitor.looksAt("batch", true);
            visitor.go("account/machines.xhtml").looksAt("machines", true);
        }
    }

    @Test
    void narrowTheListByWhatTheAddressSays() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("admin");
            assertThat(rows(visitor, "")).isGreaterThanOrEqualTo(SmallRegister.FAMILIES + 3);
            assertThat(rows(visitor, "?lender=bank-b")).isEqualTo(2);
            assertThat(rows(visitor, "?status=APPROVED")).isEqualTo(1);
            assertThat(rows(visitor, "?status=APPROVED&lender=bank-b")).isZero();
            assertThat(rows(visitor, "?finding=loan.different")).isEqualTo(1);
            assertThat(rows(visitor, "?finding=batch.not-listed")).isEqualTo(1);
            assertThat(rows(visitor, "?finding=warnings&lender=bank-b")).isEqualTo(2);
            assertThat(rows(visitor, "?bucket=0&purpose=LIVESTOCK")).isZero();
            assertThat(rows(visitor, "?approvedTo=2022-03-01")).isEqualTo(2);
            visitor.go("credit/loans.xhtml?status=NONSENSE&approvedFrom=2022-02-31");
            assertThat(visitor.page().locator("[role=alert] li").count()).isEqualTo(2);
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void findTheLoansOfAnIinWithoutItsStandingInAnAddress() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("credit/loans.xhtml")
                    .page();
            String iin = SmallRegister.iin("850101", 3, 101);
            page.fill("[id='borrower:iin']", iin);
            page.click("[id='borrower:submit']");
            page.waitForURL("**/credit/loans.xhtml?person=**");
            assertThat(page.url()).doesNotContain(iin);
            assertThat(page.locator("table.loans tbody tr").count()).isEqualTo(2);
        }
    }

    @Test
    void showALoanAsItWasKnownBeforeItWasCorrected() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("admin").go("credit/loans.xhtml?contract=12%2F2022");
            Page page = visitor.page();
            open(page, SmallLoanBook.CORRECTED);
            assertThat(page.locator("main").innerText()).contains("40 месяцев");
            page.locator("h2#history + .scroll tbody tr").first().locator("a").click();
            page.waitForURL("**asKnownOn=**");
            assertThat(page.locator("main").innerText()).contains("36 месяцев").doesNotContain("40 месяцев");
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void areNotForAkimatStaffNorOutsideTheTerritory() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            assertThat(page.locator("nav.menu a[href*='/credit/']").count()).isZero();
            for (String view : new String[] {"loans", "loan", "warnings", "lenders", "batches", "batch"}) {
                assertThat(page.navigate(server.url("credit/" + view + ".xhtml?id=1")
                                        .toString())
                                .status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void openToAkimatStaffWhoWereGrantedIt() throws SQLException {
        grant(true);
        try (var visitor = Visitor.at(server, chromium, "kk", 390)) {
            visitor.signIn("akimat").go("credit/loans.xhtml");
            assertThat(visitor.page().locator("table.loans tbody tr").count()).isPositive();
            visitor.page().locator("table.loans tbody a").first().click();
            visitor.page().waitForURL("**/credit/loan.xhtml**");
            visitor.findsThePageInOrder();
        } finally {
            grant(false);
        }
    }

    private static void grant(boolean may) throws SQLException {
        try (var connection = server.database();
                var statement = connection.prepareStatement(
                        "update pilot.account set opens_persons = ?, grant_reason = 'test' where name = 'akimat'")) {
            statement.setBoolean(1, may);
            statement.executeUpdate();
        }
    }

    @Test
    void countAsManyLoansAsTheListOfEachReasonHolds() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("coordinator-bayzak").go("credit/warnings.xhtml");
            Page page = visitor.page();
            int reasons = page.locator("#reasons-caption + thead + tbody tr").count();
            assertThat(reasons).isEqualTo(8);
            for (int reason = 0; reason < reasons; reason++) {
                visitor.go("credit/warnings.xhtml");
                var row = page.locator("#reasons-caption + thead + tbody tr").nth(reason);
                int count = Integer.parseInt(row.locator("td").innerText());
                row.locator("a").click();
                page.waitForURL("**finding=**");
                assertThat(page.locator("table.loans tbody tr").count()).isEqualTo(count);
            }
        }
    }

    @Test
    void letAnAdministratorSetTheOrderOfALender() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("credit/lenders.xhtml").page();
            page.locator("#step-0-0").selectOption("PENALTY");
            page.locator("section.card").first().locator("input[type=submit]").click();
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("ровно один раз");

            visitor.go("credit/lenders.xhtml");
            page.locator("#step-0-0").selectOption("PENALTY");
            page.locator("#step-0-2").selectOption("OVERDUE_PRINCIPAL");
            page.locator("section.card").first().locator("input[type=submit]").click();
            page.waitForLoadState();
            visitor.go("credit/lenders.xhtml");
            assertThat(page.locator("#step-0-0").inputValue()).isEqualTo("PENALTY");
            assertThat(page.locator("#step-0-2").inputValue()).isEqualTo("OVERDUE_PRINCIPAL");
            assertThat(page.locator("#step-1-0").inputValue()).isEqualTo("OVERDUE_PRINCIPAL");
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator").go("credit/lenders.xhtml").page();
            assertThat(page.locator("main select").count()).isZero();
            assertThat(page.locator("section.card ol").first().innerText()).startsWith("неустойка");
        }
    }

    @Test
    void showWhatBecameOfABatchToThoseOfTheWholeRegister() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator")
                    .go("credit/batches.xhtml?lender=bank-b")
                    .page();
            page.locator("main tbody a").first().click();
            page.waitForURL("**/credit/batch.xhtml**");
            assertThat(page.locator("main").innerText()).contains("value.unknown", SmallLoanBook.CORRECTED);
            var file = page.waitForDownload(() -> page.click("a[href^='errors.csv']"));
            assertThat(file.suggestedFilename()).startsWith("errors-").endsWith(".csv");

            SmallLoanBook.batch(server, "bank-a", "?dryRun=true", "wrong", "{\"contractNo\": 7}\n".repeat(60));
            visitor.go("credit/batches.xhtml?lender=bank-a");
            page.locator("main tbody a").first().click();
            page.waitForURL("**/credit/batch.xhtml**");
            assertThat(page.locator("#errors-caption + thead + tbody tr").count())
                    .isEqualTo(50);
            page.locator("a[rel=next]").first().click();
            page.waitForURL("**page=2**");
            assertThat(page.locator("#errors-caption + thead + tbody tr").count())
                    .isPositive();
            assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            for (String view :
                    new String[] {"credit/batches.xhtml", "credit/errors.csv?id=" + new java.util.UUID(0, 0)}) {
                assertThat(page.navigate(server.url(view).toString()).status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void openNoLoanOfABorrowerElsewhere() {
        String shu = SmallLoanBook.loan(8)
                .replace(SmallRegister.iin("850101", 3, 108), "850101300015")
                .replace("313633000", "316600000");
        SmallLoanBook.put(server, "bank-a", "ELSEWHERE", shu);
        SmallLoanBook.age(server);
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("admin").go("credit/loans.xhtml?contract=ELSEWHERE");
            open(visitor.page(), "ELSEWHERE");
            String address = visitor.page().url();
            try (var other = Visitor.at(server, chromium, "ru", 1440)) {
                other.signIn("coordinator-bayzak");
                assertThat(rows(other, "?contract=ELSEWHERE")).isZero();
                assertThat(other.page().navigate(address).status()).isEqualTo(404);
                other.findsThePageInOrder();
            }
        }
    }

    private static int rows(Visitor visitor, String query) {
        visitor.go("credit/loans.xhtml" + query);
        return visitor.page().locator("table.loans tbody tr").count();
    }

    private static void open(Page page, String contractNo) {
        page.locator("table.loans tbody a")
                .getByText(contractNo, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForURL("**/credit/loan.xhtml**");
    }
}
