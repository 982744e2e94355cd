package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ruralincome.system.Clicker.Opened;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may give, see and answer assignments of the collegium, whatever a browser is made to send. */
class AssignmentRightsIT {

    private static final String NEW = "assignment/new.xhtml";
    private static final String LIST = "assignment/assignments.xhtml";
    /** Has a form for everyone. */
    private static final String FORM = "account/password.xhtml";

    private static final String BAYZAK = "313600000";
    private static final String ZHUALY = "314200000";
    private static final Pattern NUMBER = Pattern.compile("name=\"id\" value=\"(\\d+)\"");

    private static RunningServer server;
    private static int inBayzak;
    private static int inZhualy;

    /** One in the district of {@code coordinator-bayzak}, but of another owner; one in another district. */
    @BeforeAll
    static void give() {
        server = RunningServer.shared();
        inBayzak = number(given("akimat", "Байзақ: тізімдер", BAYZAK, "coordinator"));
        inZhualy = number(given("admin", "Жуалы: тізімдер", ZHUALY, "coordinator"));
    }

    private static Opened given(String account, String text, String territory, String owner) {
        var clicker = Clicker.signIn(server, account);
        return clicker.submit(
                clicker.open(NEW),
                NEW,
                "give",
                "give:text",
                text,
                "give:owner",
                owner,
                "give:office",
                "",
                "give:territory",
                territory,
                "give:dueOn",
                "2023-01-15",
                "give:submit",
                "x");
    }

    private static int number(Opened assignment) {
        Matcher number = NUMBER.matcher(assignment.text());
        assertThat(number.find()).as(assignment.text()).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private static String view(int number) {
        return "assignment/assignment.xhtml?id=" + number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "coordinator-bayzak"})
    void coordinatorsGiveNone(String account) {
        var clicker = Clicker.signIn(server, account);

        assertThat(clicker.open(NEW).status()).isEqualTo(403);
        assertThat(clicker.submit(clicker.open(FORM), NEW, "give", "give:text", "x", "give:submit", "x")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "akimat, 200, 200",
        "admin, 200, 200",
        "coordinator, 200, 200",
        "coordinator-bayzak, 200, 404",
    })
    void areSeenWithinTheTerritory(String account, int ofBayzak, int ofZhualy) {
        var clicker = Clicker.signIn(server, account);

        assertThat(clicker.open(view(inBayzak)).status()).isEqualTo(ofBayzak);
        assertThat(clicker.open(view(inZhualy)).status()).isEqualTo(ofZhualy);
        assertThat(clicker.open(LIST).text().contains("Жуалы: тізімдер")).isEqualTo(ofZhualy == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank-a", "registry"})
    void machinesSeeNone(String account) {
        assertThat(Clicker.signIn(server, account).open(LIST).text())
                .contains("sign-in:password")
                .doesNotContain("Байзақ: тізімдер");
        assertThat(server.get("api/v1/outcomes/collegium?asOf=2023-01-01", account)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void reportsCarryThoseOfTheirTerritoryAlone() {
        String report = "api/v1/outcomes/collegium?asOf=2023-01-01";

        assertThat(server.get(report, "coordinator-bayzak").body())
                .contains("Байзақ: тізімдер")
                .doesNotContain("Жуалы: тізімдер");
        assertThat(server.get(report, "akimat").body()).contains("Байзақ: тізімдер", "Жуалы: тізімдер");
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator-bayzak, accept", // in reach, but not its owner
        "coordinator-bayzak, close",
        "akimat, accept", // gave it
        "admin, report",
        "coordinator, close", // its owner
        "coordinator, sendBack",
    })
    void aStepIsForWhomItIsUpTo(String account, String step) {
        assertThat(stepped(account, inBayzak, step).status()).isEqualTo(403);
        assertThat(Clicker.signIn(server, "akimat").open(view(inBayzak)).text()).contains("name=\"nth\" value=\"1\"");
    }

    @Test
    void aStepOutOfReachIsNotFound() {
        assertThat(stepped("coordinator-bayzak", inZhualy, "accept").status()).isEqualTo(404);
        assertThat(Clicker.signIn(server, "admin").open(view(inZhualy)).text()).contains("name=\"nth\" value=\"1\"");
    }

    @Test
    void theOwnerAnswersAndTheAdministratorMayJudge() {
        int own = number(given("akimat", "Талас: тізімдер", "316200000", "coordinator"));
        assertThat(stepped("coordinator", own, "accept").status()).isEqualTo(200);
        assertThat(Clicker.signIn(server, "admin").open(view(own)).text()).contains("name=\"nth\" value=\"2\"");

        var administrator = Clicker.signIn(server, "admin");
        Opened page = administrator.open(view(own));
        Opened answer = administrator.submit(
                page, view(own), "step", "id", "" + own, "nth", "2", "step:words", "Жойылды", "step:close", "x");
        assertThat(answer.status()).isEqualTo(200);

        Opened closed = administrator.open(view(own));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text())
                .contains("lang=\"kk\"")
                .containsPattern("id=\"assignment-state\"[^>]*>Жабылды<")
                .doesNotContain("name=\"nth\"");
    }

    /** Presses a button whether or not the page shows it. */
    private static Opened stepped(String account, int number, String step) {
        var clicker = Clicker.signIn(server, account);
        return clicker.submit(
                clicker.open(FORM),
                view(number),
                "step",
                "id",
                "" + number,
                "nth",
                "1",
                "step:words",
                "x",
                "step:" + step,
                "x");
    }
}
