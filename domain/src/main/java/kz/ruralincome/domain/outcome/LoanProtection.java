package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Withholds small groups from those who may see no persons: one answer is one publication.
 *
 * <p>A row of a territory below the region that stands for few loans or borrowers is silent: it is withheld as a whole, its
 * sums of money too, since a sum over so few is what some person owes. As many further rows of the same group are silent as
 * keep it from being computed from all loans. Of the other rows only those figures are withheld that are small, and as
 * many further ones as keep these from being computed ({@link LoanSums}). Where that would be the number of borrowers
 * itself, the row is brief: it tells that and its sums, but nothing else of borrowers, not even which figures are 0.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 */
record LoanProtection(Places places, Optional<String> territory, SmallCellLimit limit) {

    LoanAnswer of(LoanAnswer answer) {
        return withheld(answer).from(answer);
    }

    LoanWithheld withheld(LoanAnswer answer) {
        return new LoanWithheld(
                withheld(answer.about().items()),
                withheld(answer.comparison().borrowers()),
                withheld(answer.comparison().others()));
    }

    /** All on which depends what is withheld, as a text. */
    String basis(LoanAnswer answer) {
        Stream<String> rows = answer.about().items().stream()
                .map(row -> row.group() + " " + isProtected(row) + " " + counts(row.figures()));
        return Stream.concat(
                        Stream.of(
                                limit.largest() + " " + isBelowRegion(),
                                counts(answer.comparison().borrowers()),
                                counts(answer.comparison().others())),
                        rows)
                .collect(Collectors.joining("\n"));
    }

    private static String counts(LoanFigures figures) {
        return Stream.concat(Stream.of(LoanMeasure.LOANS), LoanSums.PERSONS.stream())
                .map(measure -> String.valueOf(figures.persons(measure)))
                .collect(Collectors.joining(" "));
    }

    private boolean isProtected(LoanRow row) {
        return isBelowRegion()
                || row.unit().filter(unit -> places.isBelowRegion(unit.kato())).isPresent();
    }

    private boolean isBelowRegion() {
        return territory
                .filter(code -> !code.equals(Places.NOWHERE))
                .filter(code -> places.isBelowRegion(Integer.parseInt(code)))
                .isPresent();
    }

    /** Borrowers count by their first loan, so there may be loans and no borrower, when all are further loans of a few. */
    private boolean isSmall(LoanRow row) {
        return row.figures().persons(LoanMeasure.LOANS) > 0
                && row.figures().persons(LoanMeasure.BORROWERS) <= limit.largest();
    }

    /** Per row what is withheld of it. */
    private List<Set<LoanMeasure>> withheld(List<LoanRow> rows) {
        Set<Integer> small = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isProtected(rows.get(i)) && isSmall(rows.get(i))) {
                small.add(i);
            }
        }
        Set<Integer> silent = withRowsThatWouldTell(rows, small, small);
        Set<Integer> brief = new TreeSet<>();
        while (true) {
            List<Set<LoanMeasure>> withheld = new Publication(rows, silent, brief).withheld();
            Set<Integer> unsafe = IntStream.range(0, rows.size())
                    .filter(row -> withheld.get(row).contains(LoanMeasure.BORROWERS))
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            unsafe.removeAll(silent);
            if (unsafe.isEmpty()) {
                return withheld;
            }
            Set<Integer> more = new TreeSet<>(silent);
            unsafe.stream().filter(brief::contains).forEach(more::add);
            brief.addAll(unsafe);
            silent = withRowsThatWouldTell(rows, small, more);
        }
    }

    /** The silent rows and as many more as keep those from being computed that are small. */
    private Set<Integer> withRowsThatWouldTell(List<LoanRow> rows, Set<Integer> small, Set<Integer> silent) {
        Set<Integer> all = new TreeSet<>(silent);
        for (LoanMeasure measure : List.of(LoanMeasure.BORROWERS, LoanMeasure.LOANS)) {
            var cells = new SmallCells(limit);
            for (int i = 0; i < rows.size(); i++) {
                long count = rows.get(i).figures().persons(measure);
                boolean isSmall = small.contains(i) && (measure == LoanMeasure.LOANS || limit.isSmall(count));
                // so the number of its cell is the row's
                if (all.contains(i) && !isSmall) {
                    cells.untold(count);
                } else {
                    cells.cell(count, isSmall);
                }
            }
            byGroup(rows).values().forEach(parts -> cells.alsoSumOf(0, parts));
            all.addAll(cells.withheld());
        }
        return all;
    }

    /** The numbers of the rows of each group; that of all loans is the first, and no part of one. */
    private static Map<LoanGroup, List<Integer>> byGroup(List<LoanRow> rows) {
        return IntStream.range(1, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> rows.get(i).group(), () -> new EnumMap<>(LoanGroup.class), Collectors.toList()));
    }

    /**
     * The counts of persons of all rows. The silent rows of a group stand in it as one: who can be in one of them can be in
     * any of them, as far as its reader knows.
     */
    private final class Publication {

        private final List<LoanRow> rows;
        private final SmallCells cells = new SmallCells(limit);

        /** Per row that is told something. */
        private final Map<Integer, Map<LoanMeasure, Integer>> told = new TreeMap<>();

        private final Set<Integer> brief;

        Publication(List<LoanRow> rows, Set<Integer> silent, Set<Integer> brief) {
            this.rows = rows;
            this.brief = brief;
            var whole = silent.contains(0) ? silent(rows.get(0).figures()) : told(0);
            byGroup(rows).values().forEach(group -> {
                List<Map<LoanMeasure, Integer>> parts = group.stream()
                        .filter(row -> !silent.contains(row))
                        .map(this::told)
                        .collect(Collectors.toCollection(ArrayList::new));
                group.stream()
                        .filter(silent::contains)
                        .map(row -> rows.get(row).figures())
                        .reduce(LoanFigures::plus)
                        .ifPresent(all -> parts.add(silent(all)));
                for (LoanMeasure measure : LoanSums.PERSONS) {
                    cells.alsoSumOf(
                            whole.get(measure),
                            parts.stream().map(part -> part.get(measure)).toList());
                }
            });
        }

        private Map<LoanMeasure, Integer> told(int row) {
            boolean isProtected = isProtected(rows.get(row));
            LoanFigures figures = rows.get(row).figures();
            var numbers = numbered(
                    figures,
                    brief.contains(row)
                            ? count -> cells.unseen(count, isProtected)
                            : count -> cells.cell(count, isProtected && limit.isSmall(count)));
            if (brief.contains(row)) {
                numbers.put(LoanMeasure.BORROWERS, cells.cell(figures.persons(LoanMeasure.BORROWERS), false));
            }
            LoanSums.OF_BORROWERS.addTo(cells, numbers, isProtected);
            told.put(row, numbers);
            return numbers;
        }

        /** Not even that a figure is 0 is told; how many borrowers they are is kept secret before. */
        private Map<LoanMeasure, Integer> silent(LoanFigures figures) {
            var numbers = numbered(figures, cells::unseen);
            numbers.put(LoanMeasure.BORROWERS, cells.untold(figures.persons(LoanMeasure.BORROWERS)));
            LoanSums.OF_BORROWERS.addTo(cells, numbers, true);
            return numbers;
        }

        /** Per row; everything of those that are silent. */
        List<Set<LoanMeasure>> withheld() {
            Set<Integer> hidden = cells.withheld();
            return IntStream.range(0, rows.size())
                    .mapToObj(row -> told.containsKey(row) ? withheld(row, hidden) : Set.copyOf(LoanMeasure.ALL))
                    .toList();
        }

        private Set<LoanMeasure> withheld(int row, Set<Integer> hidden) {
            Set<LoanMeasure> withheld = those(told.get(row), hidden);
            if (brief.contains(row)) {
                LoanSums.PERSONS.stream()
                        .filter(measure -> measure != LoanMeasure.BORROWERS)
                        .forEach(withheld::add);
            }
            return withheld;
        }
    }

    private static Map<LoanMeasure, Integer> numbered(LoanFigures figures, Function<Long, Integer> cell) {
        Map<LoanMeasure, Integer> numbers = new HashMap<>();
        for (LoanMeasure measure : LoanSums.PERSONS) {
            numbers.put(measure, cell.apply(figures.persons(measure)));
        }
        return numbers;
    }

    private static Set<LoanMeasure> those(Map<LoanMeasure, Integer> numbers, Collection<Integer> hidden) {
        Set<LoanMeasure> those = new HashSet<>();
        numbers.forEach((measure, cell) -> {
            if (hidden.contains(cell)) {
                those.add(measure);
            }
        });
        return those;
    }

    /** People who are followed from a landmark on: a publication by itself, as they are in no row. */
    private Set<LoanMeasure> withheld(LoanFigures followed) {
        if (!isBelowRegion()) {
            return Set.of();
        }
        var cells = new SmallCells(limit);
        var numbers = numbered(followed, cells::cell);
        LoanSums.OF_FOLLOWED.addTo(cells, numbers, true);
        Set<LoanMeasure> withheld = those(numbers, cells.withheld());
        return withheld.contains(LoanMeasure.BORROWERS) ? Set.copyOf(LoanMeasure.ALL) : withheld;
    }
}
