package kz.ruralincome.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.merge.MergeLine.Fate;
import org.junit.jupiter.api.Test;

class MergePlanTest {

    private long numbers;

    private Fact spell(Side side, String from, String to, String value) {
        return fact(FactKind.OCCUPATION, side, from, to, Map.of("source", "OTHER", "kind", value));
    }

    private Fact fact(FactKind kind, Side side, String from, String to, Map<String, String> values) {
        Map<String, String> said = new HashMap<>(values);
        said.put(kind.begin(), from);
        return new Fact(
                kind, ++numbers, side, LocalDate.parse(from), to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to), said);
    }

    private static List<Fate> fates(List<Fact> kept, List<Fact> merged) {
        return MergePlan.of(kept, merged).lines().stream().map(MergeLine::fate).toList();
    }

    /** What stands in the end, as {@code from to value}; written in the order of days. */
    private static List<String> result(List<Fact> kept, List<Fact> merged, Side winner) {
        MergePlan plan = MergePlan.of(kept, merged);
        Map<String, Side> choices = new HashMap<>();
        plan.lines().stream()
                .filter(line -> line.fate() == Fate.CHOICE)
                .forEach(line -> choices.put(line.id(), winner));
        assertThat(plan.isOpen(choices)).isFalse();
        assertThat(plan.isOpen(Map.of())).isEqualTo(!choices.isEmpty());
        var outcome = plan.outcome(choices);
        List<String> standing = new ArrayList<>();
        kept.stream()
                .filter(fact -> !outcome.superseded().contains(fact))
                .forEach(fact -> standing.add(said(fact, fact.from(), fact.to())));
        outcome.written()
                .forEach(one -> standing.add(
                        said(one.fact(), one.days().from(), one.days().to())));
        assertThat(outcome.superseded()).containsAll(merged).doesNotHaveDuplicates();
        return standing.stream().sorted().toList();
    }

    private static String said(Fact fact, LocalDate from, LocalDate to) {
        return from + " " + (to.equals(LocalDate.MAX) ? "…" : to) + " "
                + fact.said().get(fact.said().containsKey("amount") ? "amount" : "kind");
    }

    @Test
    void movesWhatOnlyTheMergedRecordHas() {
        var kept = List.of(spell(Side.KEPT, "2022-01-01", "2022-03-01", "UNEMPLOYED"));
        var merged = List.of(spell(Side.MERGED, "2022-03-01", "", "INACTIVE"));

        assertThat(fates(kept, merged)).containsExactly(Fate.STAYS, Fate.MOVES);
        assertThat(result(kept, merged, Side.KEPT))
                .containsExactly("2022-01-01 2022-03-01 UNEMPLOYED", "2022-03-01 … INACTIVE");
    }

    @Test
    void keepsOneOfTwoThatAreEqual() {
        var kept = List.of(spell(Side.KEPT, "2022-01-01", "", "UNEMPLOYED"));
        var merged = List.of(spell(Side.MERGED, "2022-01-01", "", "UNEMPLOYED"));

        assertThat(fates(kept, merged)).containsExactly(Fate.SAME);
        assertThat(result(kept, merged, Side.KEPT)).containsExactly("2022-01-01 … UNEMPLOYED");
    }

    @Test
    void joinsSpellsOfEqualValuesOverTheDaysOfBoth() {
        var kept = List.of(
                spell(Side.KEPT, "2022-02-01", "2022-03-01", "UNEMPLOYED"),
                spell(Side.KEPT, "2022-05-01", "2022-06-01", "UNEMPLOYED"));
        var merged = List.of(spell(Side.MERGED, "2022-01-01", "2022-05-15", "UNEMPLOYED"));

        assertThat(fates(kept, merged)).containsExactly(Fate.JOINS);
        assertThat(result(kept, merged, Side.KEPT))
                .containsExactly(
                        "2022-01-01 2022-02-01 UNEMPLOYED",
                        "2022-02-01 2022-03-01 UNEMPLOYED",
                        "2022-03-01 2022-05-01 UNEMPLOYED",
                        "2022-05-01 2022-06-01 UNEMPLOYED");
    }

    @Test
    void asksWhereTheyTellDifferentThingsOfOneDay() {
        var kept = List.of(spell(Side.KEPT, "2022-01-01", "", "UNEMPLOYED"));
        var merged = List.of(spell(Side.MERGED, "2022-03-01", "2022-06-01", "WAGE_EMPLOYED"));

        assertThat(fates(kept, merged)).containsExactly(Fate.CHOICE);
        assertThat(result(kept, merged, Side.KEPT)).containsExactly("2022-01-01 … UNEMPLOYED");
        assertThat(result(kept, merged, Side.MERGED))
                .containsExactly(
                        "2022-01-01 2022-03-01 UNEMPLOYED",
                        "2022-03-01 2022-06-01 WAGE_EMPLOYED",
                        "2022-06-01 … UNEMPLOYED");
    }

    @Test
    void asksOnceForAllThatHangTogether() {
        var kept = List.of(
                spell(Side.KEPT, "2022-01-01", "2022-04-01", "UNEMPLOYED"),
                spell(Side.KEPT, "2022-04-01", "", "INACTIVE"));
        var merged = List.of(
                spell(Side.MERGED, "2022-02-01", "2022-05-01", "WAGE_EMPLOYED"),
                spell(Side.MERGED, "2022-05-01", "2022-07-01", "INACTIVE"));

        assertThat(fates(kept, merged)).containsExactly(Fate.CHOICE);
        assertThat(result(kept, merged, Side.MERGED))
                .containsExactly(
                        "2022-01-01 2022-02-01 UNEMPLOYED",
                        "2022-02-01 2022-05-01 WAGE_EMPLOYED",
                        "2022-05-01 2022-07-01 INACTIVE",
                        "2022-07-01 … INACTIVE");
    }

    @Test
    void letsTwoSourcesStandBesideEachOther() {
        var kept = List.of(spell(Side.KEPT, "2022-01-01", "", "UNEMPLOYED"));
        var merged = List.of(fact(
                FactKind.OCCUPATION,
                Side.MERGED,
                "2022-01-01",
                "",
                Map.of("source", "TAX_REGISTER", "kind", "SELF_EMPLOYED")));

        assertThat(fates(kept, merged)).containsExactlyInAnyOrder(Fate.STAYS, Fate.MOVES);
    }

    @Test
    void knowsTheNumberOfTheKeptRecordForItsOwn() {
        var kept = List.of(registration(Side.KEPT, Fact.OWN_IIN));

        assertThat(fates(kept, List.of(registration(Side.MERGED, "850101300015"))))
                .containsExactly(Fate.SAME);
        assertThat(fates(
                        kept,
                        List.of(fact(
                                FactKind.REGISTRATION,
                                Side.MERGED,
                                "2022-01-01",
                                "",
                                Map.of("registration_no", "123", Fact.NUMBER, "123")))))
                .containsExactlyInAnyOrder(Fate.STAYS, Fate.MOVES);
    }

    private Fact registration(Side side, String written) {
        return fact(
                FactKind.REGISTRATION,
                side,
                "2022-01-01",
                "",
                Map.of("registration_no", written, Fact.NUMBER, Fact.OWN_IIN));
    }

    @Test
    void choosesAmountsOfOneQuarterAsAWhole() {
        var kept = List.of(income(Side.KEPT, "2022-01-01", "WAGE", "100"));
        var merged = List.of(
                income(Side.MERGED, "2022-01-01", "WAGE", "120"), income(Side.MERGED, "2022-01-01", "PLOT", "30"));

        assertThat(fates(kept, merged)).containsExactlyInAnyOrder(Fate.CHOICE, Fate.MOVES);
        assertThat(result(kept, merged, Side.KEPT))
                .containsExactly("2022-01-01 2022-01-02 100", "2022-01-01 2022-01-02 30");
        assertThat(result(kept, merged, Side.MERGED))
                .containsExactly("2022-01-01 2022-01-02 120", "2022-01-01 2022-01-02 30");
    }

    private Fact income(Side side, String quarter, String kind, String amount) {
        return fact(
                FactKind.INCOME,
                side,
                quarter,
                LocalDate.parse(quarter).plusDays(1).toString(),
                Map.of("kind", kind, "amount", amount));
    }

    @Test
    void asksOnWhichDaySomebodyDied() {
        var kept = List.of(event(Side.KEPT, "2022-01-01", "DIED"));
        var merged = List.of(event(Side.MERGED, "2021-05-01", "LEFT"), event(Side.MERGED, "2022-01-03", "DIED"));

        assertThat(fates(kept, merged)).containsExactly(Fate.MOVES, Fate.CHOICE);
        assertThat(result(kept, merged, Side.MERGED))
                .containsExactly("2021-05-01 2021-05-02 LEFT", "2022-01-03 2022-01-04 DIED");
    }

    private Fact event(Side side, String day, String kind) {
        return fact(
                FactKind.VITAL_EVENT,
                side,
                day,
                LocalDate.parse(day).plusDays(1).toString(),
                Map.of("kind", kind));
    }
}
