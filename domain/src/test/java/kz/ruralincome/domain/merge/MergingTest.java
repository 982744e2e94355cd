package kz.ruralincome.domain.merge;

import static kz.ruralincome.domain.merge.MergeFixture.KEPT;
import static kz.ruralincome.domain.merge.MergeFixture.MERGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.ruralincome.domain.credit.CreditFixture;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final String LOAN = """
            insert into lender (code, kind, name_kk, name_ru, name_en) values ('b', 'BANK', 'b', 'b', 'b');
            insert into loan (lender_id, contract_no, changed_at, status) values (1, 'C-1', '2023-01-01', 'ACTIVE');
            insert into loan_version (loan_id, no, terms, person_id, status, purpose, principal, approved_on, tranche_on,
                tranche_amount, plan_from, plan_no, taken_back, rev)
            select 1, 3, '{"iin": "MERGED"}', id, 'ACTIVE', 'TRADE', 1, '2022-03-01', '{}', '{}', '{}', '{}', false, 1
            from person where iin = 'MERGED'""";

    @Test
    void writesTheFactsAnewOnTheKeptRecord() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,to,kind
                    KEPT,OTHER,2022-01-01,,UNEMPLOYED
                    MERGED,OTHER,2022-01-01,,UNEMPLOYED
                    MERGED,TAX_REGISTER,2022-06-01,,SELF_EMPLOYED
                    """);

            fixture.merge(Side.MERGED);

            assertThat(fixture.standing(MERGED)).isEmpty();
            assertThat(fixture.standing(KEPT))
                    .containsExactly(
                            "membership 2020-01-01 2022-01-01 H1",
                            "membership 2022-01-01 infinity H2",
                            "occupation OTHER 2022-01-01 infinity UNEMPLOYED",
                            "occupation TAX_REGISTER 2022-06-01 infinity SELF_EMPLOYED");
        }
    }

    @Test
    void changesNoAnswerForAnEarlierMoment() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            String then = Sql.first(fixture.connection(), String.class, "select close_watermark()::text")
                    .orElseThrow();
            fixture.connection().commit();
            List<String> before = known(fixture, then);

            Merge merge = fixture.merge(Side.KEPT);
            assertThat(known(fixture, then)).isEqualTo(before).hasSize(2);
            assertThat(known(fixture, "infinity")).containsExactly("1 2020-01-01 1");

            fixture.undo(merge);
            assertThat(known(fixture, then)).isEqualTo(before);
            assertThat(known(fixture, "infinity")).isEqualTo(before);
        }
    }

    private static List<String> known(MergeFixture fixture, String moment) {
        return fixture.register.rows("with " + Known.cte("'" + moment + "'")
                + " select f.person_id, f.valid_from, f.household_id from membership f" + " where " + Known.visible("f")
                + " order by 1, 2");
    }

    @Test
    void leadsListsToTheKeptRecord() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("registrations", """
                    iin,from,status
                    MERGED,2022-02-01,ACTIVE
                    """);
            fixture.merge(Side.KEPT);
            assertThat(fixture.standing(KEPT)).contains("registration KEPT 2022-02-01 infinity ACTIVE");

            var again = fixture.register.load(
                    "registrations", MergeFixture.named("iin,from,status\nMERGED,2022-02-01,ACTIVE\n"));
            assertThat(again.unchanged()).as("under its own IIN, as before").isEqualTo(1);
            fixture.given("occupations", "iin,from,kind\nMERGED,2023-01-01,INACTIVE\n");
            var twice = fixture.register.load(
                    "occupations",
                    MergeFixture.named("iin,from,kind\nMERGED,2023-02-01,INACTIVE\nKEPT,2023-02-01,UNEMPLOYED\n"));

            assertThat(twice.rejected()).as("both name one person").isEqualTo(2);
            assertThat(fixture.register.errors()).containsExactlyInAnyOrder("1 iin row.overlap", "2 iin row.duplicate");
            assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2023-01-01 infinity INACTIVE");
            assertThat(fixture.standing(MERGED)).isEmpty();
        }
    }

    @Test
    void lendsTheLoanToTheKeptRecordWithoutAWordOfItsLender() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.connection().createStatement().execute(MergeFixture.named(LOAN));

            Merge merge = fixture.merge(Side.KEPT);
            assertThat(fixture.register.rows(
                            "select person_id, no, terms ->> 'iin' from loan_version where superseded_rev is null"))
                    .containsExactly("1 3 " + MERGED);
            assertThat(fixture.register.rows("select changed_at::date, status from loan"))
                    .containsExactly("2023-01-01 ACTIVE");

            fixture.undo(merge);
            assertThat(fixture.register.rows("select person_id, no from loan_version where superseded_rev is null"))
                    .containsExactly("2 3");
        }
    }

    @Test
    void namesReportsThatMayCountTheLoansOfARecordWithoutFacts() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("members", "household_no,iin,from,relation,action\nH2,MERGED,2022-01-01,,REMOVE\n");
            fixture.connection().createStatement().execute(MergeFixture.named(LOAN));
            fixture.connection().createStatement().execute("""
                    insert into report (as_of, flow_from, known_on, rules, drafted_by, approved_by, approved_at)
                    values ('2022-02-01', '2022-01-01', now(), '', 'a', 'b', now()),
                        ('2022-04-01', '2022-03-01', now(), '', 'a', 'b', now())""");
            var kept = fixture.person(KEPT);
            var merged = fixture.person(MERGED);
            MergePlan plan = new Merging(fixture.connection(), kept, merged).plan();

            assertThat(new RecordReading(fixture.connection(), IntakeFixture.TODAY).reports(kept, merged, plan))
                    .extracting(MergePreview.CoveringReport::asOf)
                    .containsExactly(LocalDate.of(2022, 4, 1));
        }
    }

    @Test
    void refusesOpenChoicesAndFactsThatHaveChanged() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            var merging = new Merging(fixture.connection(), fixture.person(KEPT), fixture.person(MERGED));
            var seen = new MergeRequest(null, null, Map.of(), merging.mark(merging.plan()), null, null);
            assertThat(code(() -> merging.merge(seen, "r", "d", "a"))).isEqualTo("merge.open");

            fixture.given("vital-events", "iin,date,kind\nMERGED,2023-01-01,LEFT\n");
            assertThat(code(() -> merging.merge(seen, "r", "d", "a"))).isEqualTo("merge.changed");
        }
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(RuleViolation.class, call).code();
    }

    @Test
    void refusesChainsAndRecordsThatAreMergedAlready() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            String third = IntakeFixture.iin("85010130014");
            fixture.given("occupations", "iin,from,kind\n" + third + ",2022-01-01,INACTIVE\n");
            fixture.merge(Side.KEPT);
            Connection connection = fixture.connection();

            assertThat(code(() -> MergeFixture.merge(connection, third, KEPT, Side.KEPT)))
                    .isEqualTo("merge.chain");
            assertThat(code(() -> MergeFixture.merge(connection, third, MERGED, Side.KEPT)))
                    .isEqualTo("merge.already");
            assertThat(code(() -> MergeFixture.merge(connection, MERGED, third, Side.KEPT)))
                    .isEqualTo("merge.already");
            assertThat(code(() -> MergeFixture.merge(connection, third, third, Side.KEPT)))
                    .isEqualTo("merge.same");
        }
    }

    @Test
    void countsWhatItDoesToMovementAndLeavesNothing() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,from,to,kind
                    KEPT,2022-01-01,2022-06-01,UNEMPLOYED
                    MERGED,2022-03-01,,INACTIVE
                    """);
            var merging = new Merging(fixture.connection(), fixture.person(KEPT), fixture.person(MERGED));
            MergePlan plan = merging.plan();

            var effect = merging.effect(plan, MergeFixture.everywhere(plan, Side.KEPT));

            assertThat(effect.before()).isEqualTo(3);
            assertThat(effect.after().stream().map(period -> period.state()))
                    .containsExactly(State.UNKNOWN, State.UNEMPLOYED, State.INACTIVE);
            assertThat(effect.remaining()).isEqualTo(2);
            assertThat(effect.gone())
                    .containsExactly(
                            new MovementEffect.Move(LocalDate.of(2022, 3, 1), State.UNKNOWN, State.INACTIVE),
                            new MovementEffect.Move(LocalDate.of(2022, 6, 1), State.UNEMPLOYED, State.UNKNOWN));
            assertThat(effect.come())
                    .containsExactly(
                            new MovementEffect.Move(LocalDate.of(2022, 6, 1), State.UNEMPLOYED, State.INACTIVE));
            assertThat(fixture.register.rows("select count(*) from person_merge"))
                    .containsExactly("0");
            assertThat(fixture.standing(MERGED)).hasSize(2);
        }
    }

    @Test
    void doesNotKeepAPageWaitingForALoadThatWritesOfOneOfThem() throws Exception {
        try (var fixture = MergeFixture.start();
                Connection load = fixture.register.database().connect()) {
            load.setAutoCommit(false);
            Sql.first(load, Integer.class, "select id from person where iin = ? for no key update", MERGED);
            var merging = new Merging(fixture.connection(), fixture.person(KEPT), fixture.person(MERGED));
            MergePlan plan = merging.plan();

            load.createStatement().execute("""
                    update membership set superseded_rev = 1 where person_id = 2 and superseded_rev is null""");
            var preview = CompletableFuture.supplyAsync(
                    () -> code(() -> merging.effect(plan, MergeFixture.everywhere(plan, Side.KEPT))));
            assertThatThrownBy(() -> preview.get(500, TimeUnit.MILLISECONDS))
                    .as("waits")
                    .isNotNull();
            assertThat(Sql.first(load, Long.class, """
                            select count(*) from pg_locks join pg_database d on d.oid = database
                            where locktype = 'advisory' and datname = current_database()"""))
                    .as("the watermark can be closed meanwhile")
                    .contains(0L);
            assertThat(preview.get(10, TimeUnit.SECONDS)).isEqualTo("form.busy");
        }
    }

    @Test
    void letsOneOfTwoWin() throws Exception {
        try (var fixture = MergeFixture.start();
                Connection other = fixture.register.database().connect()) {
            other.setAutoCommit(false);
            String third = IntakeFixture.iin("85010130014");
            fixture.given("occupations", "iin,from,kind\n" + third + ",2022-01-01,INACTIVE\n");
            MergeFixture.merge(fixture.connection(), KEPT, MERGED, Side.KEPT);

            var second = CompletableFuture.supplyAsync(
                    () -> code(() -> MergeFixture.merge(other, third, MERGED, Side.KEPT)));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
                    .as("waits")
                    .isNotNull();
            fixture.connection().commit();

            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("merge.already");
        }
    }

    @Test
    void refusesAFactOfWhoeverFoundTheRecordBefore() throws Exception {
        try (var fixture = MergeFixture.start();
                Connection other = fixture.register.database().connect()) {
            other.setAutoCommit(false);
            int merged = fixture.person(MERGED).number();
            MergeFixture.merge(fixture.connection(), KEPT, MERGED, Side.KEPT);

            var late = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(SQLException.class, () -> Sql.update(other, """
                            insert into vital_event (person_id, on_date, kind, rev) values (?, '2023-01-01', 'LEFT', 1)""", merged)));
            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS))
                    .as("waits")
                    .isNotNull();
            fixture.connection().commit();

            assertThat(late.get(10, TimeUnit.SECONDS).getSQLState()).isEqualTo("40001");
        }
    }

    @Test
    void leadsSnapshotsToTheKeptRecord() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("registrations", "iin,from,status\nMERGED,2022-02-01,ACTIVE\n");
            fixture.merge(Side.KEPT);

            fixture.load(
                    "registrations",
                    "iin,status\nMERGED,ACTIVE\n",
                    new LoadOptions(false, LocalDate.of(2023, 1, 1), null, null, null));

            assertThat(fixture.standing(KEPT)).contains("registration KEPT 2022-02-01 infinity ACTIVE");
        }
    }

    @Test
    void waitsForLendersAndLendsToTheKeptRecordWhatTheySendMeanwhile() throws Exception {
        var lenders = CreditFixture.fresh();
        String other = IntakeFixture.iin("85010130013");
        lenders.put(CreditFixture.BANK_A, "C-1", CreditFixture.LOAN);
        lenders.put(CreditFixture.BANK_A, "C-2", CreditFixture.LOAN.replace("850101300015", other));
        try (Connection connection = lenders.database().connect()) {
            connection.setAutoCommit(false);
            MergeFixture.merge(connection, other, "850101300015", Side.KEPT);

            var put = CompletableFuture.supplyAsync(() -> lenders.put(CreditFixture.BANK_A, "C-3", CreditFixture.LOAN));
            assertThatThrownBy(() -> put.get(300, TimeUnit.MILLISECONDS))
                    .as("waits")
                    .isNotNull();
            connection.commit();

            assertThat(put.get(10, TimeUnit.SECONDS).created()).isTrue();
            assertThat(Sql.list(connection, row -> row.getString(1), """
                            select l.contract_no || ' ' || p.iin || ' ' || v.no from loan_version v
                            join loan l on l.id = v.loan_id join person p on p.id = v.person_id
                            where v.superseded_rev is null order by 1"""))
                    .containsExactly("C-1 " + other + " 1", "C-2 " + other + " 1", "C-3 " + other + " 1");
            assertThat(lenders.put(CreditFixture.BANK_A, "C-1", CreditFixture.LOAN)
                            .changed())
                    .as("the lender's words are what they were")
                    .isFalse();
        }
    }
}
