package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Families of two okrugs on assistance in the second quarter of 2024: one for each way in which a test can end. */
final class SmallAssistance {

    static final String DATE = "2024-05-15";
    static final String ENTITLED = "A-0";
    static final String ABOVE_LINE = "A-1";
    static final String NOT_KNOWN = "A-2";
    static final String ON_THE_LINE = "A-3";
    static final int FAMILIES = 4;

    /** Of the head in the quarter before; the line of four members is 408,000. */
    private static final String[] INCOMES = {"276000.00", "410000.50", null, "408000.00"};

    private SmallAssistance() {}

    /** Sends the lists, and runs the review. */
    static void sendTo(RunningServer server) {
        send(server, "parameters", """
                from,name,kato,value,document
                2024-01-01,POVERTY_LINE,310000000,32000,№ 12
                2024-04-01,POVERTY_LINE,310000000,34000,№ 77
                """);
        var households = new StringBuilder("household_no,kato\n");
        var members = new StringBuilder("household_no,iin,from,birth_date,sex,family_name,given_name,relation\n");
        var assistance = new StringBuilder("household_no,from,to,kind,monthly_amount\n");
        var incomes = new StringBuilder("iin,quarter,kind,amount\n");
        for (int family = 0; family < FAMILIES; family++) {
            String number = "A-" + family;
            households.append(number).append(family % 2 == 0 ? ",313633000\n" : ",316600000\n");
            members.append(number).append("," + head(family) + ",2020-01-01,1985-01-01,M,Сынақов,Ерлан,HEAD\n");
            members.append(number)
                    .append("," + SmallRegister.iin("870202", 4, 200 + family))
                    .append(",2020-01-01,1987-02-02,F,Сынақова,Айгүл,SPOUSE\n");
            members.append(number)
                    .append("," + SmallRegister.iin("200303", 5, 300 + family))
                    .append(",2020-03-03,2020-03-03,M,Сынақов,Дархан,CHILD\n");
            members.append(number)
                    .append("," + SmallRegister.iin("150404", 6, 400 + family))
                    .append(",2020-01-01,2015-04-04,F,Сынақова,Аружан,CHILD\n");
            assistance.append(number).append(",2023-10-01,,CONDITIONAL,45000\n");
            if (INCOMES[family] != null) {
                incomes.append(head(family))
                        .append(",2024-Q1,WAGE,")
                        .append(INCOMES[family])
                        .append('\n');
            }
        }
        send(server, "households", households.toString());
        send(server, "members", members.toString());
        send(server, "assistance", assistance.toString());
        send(server, "incomes", incomes.toString());
        SmallRegister.runMovement(server);
        review(server);
    }

    static String head(int family) {
        return SmallRegister.iin("850101", 3, 100 + family);
    }

    private static void send(RunningServer server, String list, String csv) {
        HttpResponse<String> answer = server.send(server.as("admin", "api/v1/lists/" + list)
                .header("Content-Type", "text/csv")
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(csv)));
        assertThat(answer.body()).as(list).contains("\"DONE\"").contains("\"rejected\":0");
    }

    /** Runs the review to its end; the first one of the server may be under way. */
    static String review(RunningServer server) {
        HttpResponse<String> answer;
        do {
            answer = server.send(server.as("admin", "api/v1/jobs/assistance-review/runs")
                    .header("Content-Type", "application/json")
                    .header("Prefer", "wait=60")
                    .POST(BodyPublishers.ofString("{}")));
        } while (answer.statusCode() == 409);
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.body();
    }
}
