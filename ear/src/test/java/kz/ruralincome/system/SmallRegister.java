package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Sixteen families of two okrugs, sent over the API: half of them go from assistance to enterprise in 2022. */
final class SmallRegister {

    static final int FAMILIES = 16;

    private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private SmallRegister() {}

    /** Sends all lists and a run of the movement, and waits for each. */
    static void sendTo(RunningServer server) {
        StringBuilder households = new StringBuilder("household_no,kato\n");
        StringBuilder members =
                new StringBuilder("household_no,iin,from,birth_date,sex,family_name,given_name,relation\n");
        StringBuilder assistance = new StringBuilder("household_no,from,to,kind,monthly_amount\n");
        StringBuilder occupations = new StringBuilder("iin,source,from,kind\n");
        StringBuilder registrations = new StringBuilder("iin,from,status\n");
        for (int family = 0; family < FAMILIES; family++) {
            String head = iin("850101", 3, 100 + family);
            String number = "F-" + family;
            households.append(number).append(family % 2 == 0 ? ",313633000\n" : ",313635000\n");
            members.append("%s,%s,2020-01-01,1985-01-01,M,Сынақов,Үлгі%s,HEAD%n"
                    .formatted(number, head, "абвгдежзиклмнопр".charAt(family)));
            assistance.append(
                    "%s,2021-10-01,%s,CONDITIONAL,42000.50%n".formatted(number, family % 2 == 0 ? "2022-07-01" : ""));
            occupations.append(head).append(",LABOUR_REGISTER,2021-01-01,UNPRODUCTIVE_SELF_EMPLOYED\n");
            if (family % 2 == 0) {
                registrations.append(head).append(",2022-06-01,ACTIVE\n");
            }
        }
        Map<String, StringBuilder> files = Map.of(
                "households", households,
                "members", members,
                "assistance", assistance,
                "occupations", occupations,
                "registrations", registrations);
        for (String list : List.of("households", "members", "assistance", "occupations", "registrations")) {
            send(server, list, files.get(list).toString());
        }
        runMovement(server);
    }

    /** Families {@code H-0} and on in one okrug, all on assistance since January 2022; gives the list of assistance. */
    static String sendFamiliesOnAssistance(RunningServer server, int families) {
        StringBuilder households = new StringBuilder("household_no,kato\n");
        StringBuilder members = new StringBuilder("household_no,iin,from,relation\n");
        StringBuilder assistance = new StringBuilder("household_no,from,kind,monthly_amount\n");
        for (int family = 0; family < families; family++) {
            households.append("H-%d,313633000%n".formatted(family));
            members.append("H-%d,%s,2020-01-01,HEAD%n".formatted(family, iin("800202", 3, 400 + family)));
            assistance.append("H-%d,2022-01-01,CONDITIONAL,20000%n".formatted(family));
        }
        send(server, "households", households.toString());
        send(server, "members", members.toString());
        send(server, "assistance", assistance.toString());
        return assistance.toString();
    }

    /** Sends one list and waits until it is done. */
    static void send(RunningServer server, String list, String csv) {
        HttpResponse<String> answer = server.send(server.as("registry", "api/v1/lists/" + list)
                .header("Content-Type", "text/csv")
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        assertThat(answer.body()).as(list).contains("\"DONE\"").contains("\"rejected\":0");
    }

    /** Runs the movement to its end; one that a load asked for may be under way. */
    static void runMovement(RunningServer server) {
        int status;
        do {
            status = server.send(server.as("admin", "api/v1/jobs/movement-tracking/runs")
                            .header("Content-Type", "application/json")
                            .header("Prefer", "wait=60")
                            .POST(HttpRequest.BodyPublishers.ofString("{}")))
                    .statusCode();
        } while (status == 409);
        assertThat(status).isEqualTo(202);
    }

    /** An IIN of that birth date with the first serial number from there on that has a check digit. */
    static String iin(String birthDate, int century, int serial) {
        for (int number = serial; ; number += 1000) {
            String digits = birthDate + century + "%04d".formatted(number);
            int check = check(digits, FIRST);
            check = check == 10 ? check(digits, SECOND) : check;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    private static int check(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11;
    }
}
