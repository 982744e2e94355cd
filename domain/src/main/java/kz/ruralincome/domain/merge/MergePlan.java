package kz.ruralincome.domain.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.merge.Fact.Days;
import kz.ruralincome.domain.merge.MergeLine.Fate;

/** What two records say, held against each other; and what is to be written once the choices are made. Pure. */
final class MergePlan {

    private final List<MergeLine> lines;

    private MergePlan(List<MergeLine> lines) {
        this.lines = lines;
    }

    /**
     * What is to be written.
     *
     * @param superseded facts that stand no longer
     * @param written what is written on the kept record, in no order: none of it overlaps
     * @param carried facts of the merged record that a standing one of the kept record stands for
     */
    record Outcome(List<Fact> superseded, List<Written> written, List<Carried> carried) {}

    /** A fact on some days of its own. */
    record Written(Fact fact, Days days) {}

    record Carried(Fact before, Fact by) {}

    /** The facts are those that stand, each side without overlaps of its own. */
    static MergePlan of(List<Fact> kept, List<Fact> merged) {
        List<MergeLine> lines = new ArrayList<>();
        Set<Fact> open = new LinkedHashSet<>(Stream.concat(kept.stream(), merged.stream())
                .sorted(Fact.BY_DAY)
                .toList());
        while (!open.isEmpty()) {
            lines.add(line(together(open, kept, merged)));
        }
        lines.sort(Comparator.comparing(MergeLine::kind).thenComparing(MergePlan::first, Fact.BY_DAY));
        return new MergePlan(List.copyOf(lines));
    }

    /** The first open fact, and all that it clashes with, directly or over others; they are open no more. */
    private static List<Fact> together(Set<Fact> open, List<Fact> kept, List<Fact> merged) {
        List<Fact> found = new ArrayList<>();
        Deque<Fact> next = new ArrayDeque<>(List.of(open.iterator().next()));
        while (!next.isEmpty()) {
            Fact fact = next.pop();
            if (open.remove(fact)) {
                found.add(fact);
                (fact.side() == Side.KEPT ? merged : kept)
                        .stream()
                                .filter(other -> other.kind() == fact.kind() && fact.clashes(other))
                                .forEach(next::add);
            }
        }
        return found.stream().sorted(Fact.BY_DAY).toList();
    }

    private static MergeLine line(List<Fact> facts) {
        List<Fact> kept =
                facts.stream().filter(fact -> fact.side() == Side.KEPT).toList();
        List<Fact> merged =
                facts.stream().filter(fact -> fact.side() == Side.MERGED).toList();
        Fact first = facts.get(0);
        return new MergeLine(first.kind() + "-" + first.id(), first.kind(), fate(kept, merged), kept, merged);
    }

    private static Fate fate(List<Fact> kept, List<Fact> merged) {
        if (merged.isEmpty()) {
            return Fate.STAYS;
        }
        if (kept.isEmpty()) {
            return Fate.MOVES;
        }
        if (kept.size() == 1 && merged.size() == 1 && kept.get(0).isSame(merged.get(0))) {
            return Fate.SAME;
        }
        boolean agree = kept.get(0).kind().oneAtATime().isPresent()
                && kept.stream()
                        .allMatch(one -> merged.stream().filter(one::clashes).allMatch(other -> one.values()
                                .equals(other.values())));
        return agree ? Fate.JOINS : Fate.CHOICE;
    }

    private static Fact first(MergeLine line) {
        return Stream.concat(line.kept().stream(), line.merged().stream())
                .min(Fact.BY_DAY)
                .orElseThrow();
    }

    List<MergeLine> lines() {
        return lines;
    }

    /** Whether a choice is missing. */
    boolean isOpen(Map<String, Side> choices) {
        return lines.stream().anyMatch(line -> line.fate() == Fate.CHOICE && !choices.containsKey(line.id()));
    }

    /** @param choices whose facts hold, by the id of the line; one for each that asks */
    Outcome outcome(Map<String, Side> choices) {
        var outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (MergeLine line : lines) {
            switch (line.fate()) {
                case STAYS -> {}
                case MOVES -> line.merged().forEach(fact -> move(fact, List.of(), outcome));
                case SAME -> {
                    outcome.superseded().add(line.merged().get(0));
                    outcome.carried()
                            .add(new Carried(line.merged().get(0), line.kept().get(0)));
                }
                case JOINS -> settle(line, Side.KEPT, outcome);
                case CHOICE -> settle(line, choices.get(line.id()), outcome);
            }
        }
        return outcome;
    }

    private static void settle(MergeLine line, Side winner, Outcome outcome) {
        line.of(winner.other()).forEach(loser -> {
            if (line.kind().oneAtATime().isPresent()) {
                move(loser, line.of(winner), outcome);
            } else {
                outcome.superseded().add(loser);
            }
        });
        if (winner == Side.MERGED) {
            line.merged().forEach(fact -> move(fact, List.of(), outcome));
        }
    }

    private static void move(Fact fact, List<Fact> others, Outcome outcome) {
        outcome.superseded().add(fact);
        fact.without(others).forEach(days -> outcome.written().add(new Written(fact, days)));
    }
}
