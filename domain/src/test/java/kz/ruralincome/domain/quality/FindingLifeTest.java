package kz.ruralincome.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finding is opened and mended by the facts alone; explained, it stays so until they change. */
class FindingLifeTest {

    private static final String OPEN = "SOURCES_DISAGREE 1 OPEN";
    private static final String EXPLAINED = "SOURCES_DISAGREE 1 EXPLAINED";

    private QualityFixture register;

    @BeforeEach
    void disagree() throws SQLException {
        register = new QualityFixture();
        register.person(1);
        register.person(2);
        register.execute("""
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev) values
                    (1, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'SELF_EMPLOYED', 1),
                    (1, 'CONTRIBUTIONS', '2022-03-01', 'infinity', 'WAGE_EMPLOYED', 1)""");
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    @Test
    void staysOpenUnderOneNumberWhileTheFactsStand() throws SQLException {
        assertThat(register.found()).containsExactly(OPEN);
        long first = newest();

        var again = register.look();

        assertThat(newest()).isEqualTo(first);
        assertThat(again)
                .containsEntry("findings", 1L)
                .containsEntry("findingsNew", 0L)
                .containsEntry("findingsMended", 0L);
    }

    @Test
    void staysExplainedNightAfterNight() throws SQLException {
        register.look();
        explain();

        assertThat(register.found()).containsExactly(EXPLAINED);
        FindingUpdate.apply(register.connection(), QualityFixture.TODAY.plusDays(30), null); // in another month
        assertThat(register.standing()).containsExactly(EXPLAINED);
    }

    @Test
    void comesBackWhenItsFactsChanged() throws SQLException {
        register.look();
        explain();
        contributionsFrom("2022-04-01");

        assertThat(register.found()).containsExactly(OPEN);
        assertThat(findings().former(newest())).hasSize(1).allSatisfy(row -> {
            assertThat(row.finding().state()).isEqualTo(FindingState.EXPLAINED);
            assertThat(row.finding().explanation().orElseThrow().reason()).isEqualTo("two jobs");
        });
    }

    @Test
    void isExplainedAgainWhenTheFactsAreThoseThatWereExplained() throws SQLException {
        register.look();
        explain();
        contributionsFrom("2022-04-01");
        register.look();
        contributionsFrom("2022-03-01");

        assertThat(register.found()).containsExactly(EXPLAINED);
    }

    @Test
    void followsItsFactsWhileItIsOpen() throws SQLException {
        register.look();
        long first = newest();
        contributionsFrom("2022-04-01");
        register.look();

        assertThat(newest()).isEqualTo(first);
        assertThat(findings().find(first).orElseThrow().finding().facts().get(1).from())
                .hasValue(LocalDate.of(2022, 4, 1));
    }

    @Test
    void isMendedWhenItHoldsNoMoreAndANewOneLater() throws SQLException {
        register.look();
        long first = newest();
        register.execute("update occupation set superseded_rev = 1 where source = 'CONTRIBUTIONS'");

        assertThat(register.found()).isEmpty();
        assertThat(findings().find(first).orElseThrow().finding().state()).isEqualTo(FindingState.MENDED);

        contributionsFrom("2022-03-01");
        assertThat(register.found()).containsExactly(OPEN);
        assertThat(newest()).isGreaterThan(first);
    }

    @Test
    void isNotOpenedByWhatWasExplainedAndWentAwayForAWhile() throws SQLException {
        register.look();
        explain();
        register.execute("update occupation set superseded_rev = 1 where source = 'CONTRIBUTIONS'");
        register.look();
        contributionsFrom("2022-03-01");

        assertThat(register.found()).containsExactly(EXPLAINED);
    }

    @Test
    void isOpenOnceItsExplanationIsTakenBack() throws SQLException {
        register.look();
        explain();

        assertThat(findings().takeBack(newest())).isTrue();
        assertThat(register.found()).containsExactly(OPEN);
        assertThat(findings().takeBack(newest())).isFalse();
    }

    @Test
    void isNotExplainedForFactsThatNobodyHasSeen() throws SQLException {
        register.look();
        String seen = findings().find(newest()).orElseThrow().finding().mark();
        contributionsFrom("2022-04-01");
        register.look();

        assertThat(findings().explain(newest(), seen, "coordinator", "two jobs"))
                .isFalse();
        assertThat(register.standing()).containsExactly(OPEN);
    }

    @Test
    void isOpenWhenItWasExplainedForOtherFactsWhileTheRunWentOn() throws SQLException {
        register.look();
        contributionsFrom("2022-04-01");
        // the second update of a run looks for explained findings of other facts; this one is explained right after it
        register.execute("""
                create sequence step;
                create function explain_meanwhile() returns trigger language plpgsql as $$
                begin
                    if nextval('step') = 2 then
                        update finding set state = 'EXPLAINED', explained_by = 'coordinator', explained_at = now(),
                            reason = 'two jobs'
                        where ended_at is null;
                    end if;
                    return null;
                end $$;
                create trigger meanwhile after update on finding for each statement when (pg_trigger_depth() = 0)
                execute function explain_meanwhile()""");

        assertThat(register.found()).containsExactly(OPEN);
        assertThat(findings().find(newest()).orElseThrow().finding().explanation())
                .isEmpty();
    }

    @Test
    void tellsOfFormerOnesWithinReachAlone() throws SQLException {
        register.look();
        explain();
        contributionsFrom("2022-04-01");
        register.execute("update timeline set units = '{316600000}' where person_id = 1");
        register.look();

        assertThat(findings().former(newest())).hasSize(1);
        assertThat(new FindingSql(register.connection(), new Integer[] {QualityFixture.BAYZAK}, false).former(newest()))
                .hasSize(1);
        assertThat(new FindingSql(register.connection(), new Integer[] {316600000}, false).former(newest()))
                .isEmpty();
    }

    @Test
    void isListedWhereItsSubjectLivesAndCountedSo() throws SQLException {
        register.person(3);
        register.execute("update timeline set units = '{null}' where person_id = 3");
        register.look();

        for (Integer[] units : new Integer[][] {null, {QualityFixture.BAYZAK}, {316600000}}) {
            var reached = new FindingSql(register.connection(), units, false);
            var counts = new FindingCounts(reached.counts(), reached.asOf());
            for (FindingKind kind : FindingKind.values()) {
                for (FindingState state : FindingState.values()) {
                    var filter = new FindingFilter(Optional.of(kind), state, Optional.empty());
                    assertThat(reached.page(filter, null, 100)).hasSize(counts.of(kind, state));
                }
            }
            assertThat(counts.of(FindingState.OPEN)).isEqualTo(units == null ? 2 : units[0] == 316600000 ? 0 : 1);
        }
        var nowhere = new FindingSql(register.connection(), null, true);
        assertThat(nowhere.page(FindingFilter.open(), null, 100))
                .extracting(row -> row.finding().kind())
                .containsExactly(FindingKind.LOCALITY_UNKNOWN);
    }

    @Test
    void isTurnedOverPageByPage() throws SQLException {
        register.person(3);
        register.execute("update timeline set units = '{null}' where person_id in (2, 3)");
        register.look();

        List<Long> all = ids(null, 10);

        assertThat(all).hasSize(3);
        assertThat(ids(all.get(0), 1)).containsExactly(all.get(1));
        assertThat(ids(all.get(2), 10)).isEmpty();
    }

    private List<Long> ids(Long after, int limit) throws SQLException {
        return findings().page(FindingFilter.open(), after, limit).stream()
                .map(row -> row.finding().id())
                .toList();
    }

    private void contributionsFrom(String day) throws SQLException {
        register.execute("""
                update occupation set superseded_rev = 1 where source = 'CONTRIBUTIONS' and superseded_rev is null;
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
                values (1, 'CONTRIBUTIONS', '%s', 'infinity', 'WAGE_EMPLOYED', 1)""".formatted(day));
    }

    private void explain() throws SQLException {
        long id = newest();
        String mark = findings().find(id).orElseThrow().finding().mark();
        assertThat(findings().explain(id, mark, "coordinator", "two jobs")).isTrue();
    }

    private long newest() throws SQLException {
        return Sql.first(register.connection(), Long.class, "select max(id) from finding")
                .orElseThrow();
    }

    private FindingSql findings() {
        return new FindingSql(register.connection(), null, false);
    }
}
