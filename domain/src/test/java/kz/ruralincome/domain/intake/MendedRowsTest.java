package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rejected rows, found again in their file, and what is still open of them. */
class MendedRowsTest {

    private static final String FILE = """
            Выплаты;;
            household_no;paid_on;amount
            H1;2022-01-10;100
            H9;2022-01-10;100

            Итого;;200
            H2;2022-13-10;100;
            H2;2022-02-10;+100
            """;

    @Test
    void areFoundUnderTheNumbersThatTheLoadGave() throws SQLException, IOException {
        try (var register = IntakeFixture.withHouseholds()) {
            LoadResult result = register.load("payments", FILE);
            assertThat(result.rejected()).isEqualTo(3);
            var mended = new MendedRows(register.connection(), register.lastLoad());

            assertThat(mended.open(0, 10)).containsExactly(2L, 3L, 4L);
            assertThat(mended.open(2, 1)).containsExactly(3L);
            List<String> found = new ArrayList<>();
            try (var open = mended.eachOpen()) {
                rows(register)
                        .read(
                                new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)),
                                open,
                                new FileRows.Reader() {
                                    private Headings headings;

                                    @Override
                                    public void headings(Headings headings, String[] row) {
                                        this.headings = headings;
                                        found.add(String.join(";", row));
                                    }

                                    @Override
                                    public void row(long number, String[] cells) {
                                        found.add(number + " "
                                                + FileRows.cells(headings, cells, List.of("paid_on", "household_no")));
                                    }
                                });
            }
            assertThat(found)
                    .containsExactly(
                            "household_no;paid_on;amount",
                            "2 {paid_on=2022-01-10, household_no=H9}",
                            "3 {paid_on=2022-13-10, household_no=H2}",
                            "4 {paid_on=2022-02-10, household_no=H2}");
        }
    }

    @Test
    void areOpenUntilALoadThatStandsHasTakenThem() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.load("payments", FILE);
            UUID first = register.lastLoad();
            var mended = new MendedRows(register.connection(), first);
            mended.save(2, Map.of("household_no", "H1"), "aigul");
            mended.save(3, Map.of("paid_on", "2022-12-10"), "aigul");
            mended.drop(3);
            assertThat(mended.saved()).containsOnlyKeys(2L);

            register.load("payments", "household_no,paid_on,amount\nH1,2022-01-10,100\n");
            UUID second = register.lastLoad();
            mended.sent(second, new Long[] {2L});
            assertThat(mended.save(2, Map.of("household_no", "H2"), "berik"))
                    .as("it was sent meanwhile")
                    .isFalse();
            mended.drop(2);
            assertThat(mended.kept(List.of(2L)).get(2L).open()).isFalse();
            assertThat(mended.open(0, 10)).containsExactly(3L, 4L);
            assertThat(mended.saved()).isEmpty();
            assertThat(mended.countOpen()).isEqualTo(2);

            end(register, second, "FAILED");
            assertThat(mended.open(0, 10)).containsExactly(2L, 3L, 4L);
            assertThat(mended.saved()).as("sent again as it is").containsOnlyKeys(2L);

            end(register, second, "WITHDRAWN");
            assertThat(mended.open(0, 10)).containsExactly(2L, 3L, 4L);
            assertThat(mended.saved()).as("not sent again unseen").isEmpty();
            assertThat(mended.countSaved()).isZero();
            assertThat(mended.kept(List.of(2L)).get(2L))
                    .isEqualTo(new MendedRows.Kept(Map.of("household_no", "H1"), false, true));
            assertThat(mended.save(2, Map.of("household_no", "H2"), "berik")).isTrue();
            assertThat(mended.saved()).containsEntry(2L, Map.of("household_no", "H2"));
            mended.sent(second, new Long[] {2L});
            mended.drop(2);
            assertThat(mended.kept(List.of(2L))).isEmpty();
        }
    }

    @Test
    void areShownWithTheirWarningsToo() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.load("members", """
                    household_no,iin,from,relation,family_name
                    H1,850101300120,2020-01-01,HEAD,Асанов7
                    H1,%s,2020-01-01,SPOUSE,Асанова8
                    H1,%s,2020-01-01,WHO,Асанова
                    """.formatted(IntakeFixture.iin("85010130012"), IntakeFixture.iin("90020230034")));

            var found = new MendedRows(register.connection(), register.lastLoad()).findings(List.of(1L, 2L, 3L));

            assertThat(found).as("the second was not rejected").containsOnlyKeys(1L, 3L);
            assertThat(found.get(1L))
                    .extracting(problem -> problem.error() + " " + problem.code())
                    .containsExactly("true iin.checksum", "false name.digits");
            assertThat(found.get(3L)).allMatch(LoadProblem::error);
        }
    }

    private static void end(IntakeFixture register, UUID load, String state) throws SQLException {
        register.rows("with w as (update load set state = '%s' where id = '%s' returning id) select id from w"
                .formatted(state, load));
    }

    @Test
    void tellWhetherTheyAreStillAsTheyWereShown() {
        List<String> columns = List.of("iin", "kind");
        Map<String, String> file = Map.of("iin", "1", "kind", "a\nb");
        RejectedRow untouched = RejectedRow.of(1, columns, file, null, List.of());
        RejectedRow asItIs = RejectedRow.of(1, columns, file, new MendedRows.Kept(file, true, true), List.of());
        RejectedRow withdrawn = RejectedRow.of(1, columns, file, new MendedRows.Kept(file, false, true), List.of());
        RejectedRow mended = RejectedRow.of(
                1, columns, file, new MendedRows.Kept(Map.of("iin", "1", "kind", "A"), true, true), List.of());

        assertThat(untouched.cells()).containsEntry("kind", "ab");
        assertThat(asItIs.asItIs()).isTrue();
        assertThat(withdrawn.asItIs()).isFalse();
        assertThat(mended.asItIs()).isFalse();
        assertThat(List.of(untouched.seen(), asItIs.seen(), mended.seen())).doesNotHaveDuplicates();
        assertThat(RejectedRow.seen(RejectedRow.cellsOf(columns, Map.of("iin", " 1 ", "kind", "ab")), false))
                .isEqualTo(untouched.seen());
    }

    private static FileRows rows(IntakeFixture register) throws SQLException {
        return new FileRows(
                new Loads(register.connection()).find(register.lastLoad()).orElseThrow(), RememberedHeadings.NONE);
    }
}
