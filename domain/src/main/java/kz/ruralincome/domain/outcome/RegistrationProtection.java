package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * Withholds small groups from those who may see no persons: a registration is somebody's. Months, reasons and parts of one
 * answer are one publication, as they add up to the same wholes.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 */
record RegistrationProtection(Places places, Optional<String> territory, SmallCellLimit limit) {

    RegistrationAnswer of(RegistrationAnswer answer) {
        return new Publication(isBelowRegion()).of(answer);
    }

    private boolean isBelowRegion() {
        return territory
                .filter(code -> !code.equals(Places.NOWHERE))
                .filter(code -> places.isBelowRegion(Integer.parseInt(code)))
                .isPresent();
    }

    private boolean isProtected(RegistrationPart part) {
        return part.unit()
                .map(TerritoryUnit::kato)
                .filter(places::isBelowRegion)
                .isPresent();
    }

    /** The numbers of the cells of one line. */
    private record Line(int begun, int ended, int byLaw, int otherwise) {

        RegistrationCounts seen(RegistrationCounts counts, NavigableSet<Integer> withheld) {
            return new RegistrationCounts(
                    counts.begun().filter(count -> !withheld.contains(begun)),
                    counts.ended().filter(count -> !withheld.contains(ended)),
                    counts.byLaw().filter(count -> !withheld.contains(byLaw)),
                    counts.otherwise().filter(count -> !withheld.contains(otherwise)));
        }
    }

    private final class Publication {

        private final SmallCells cells = new SmallCells(limit);
        private final boolean isBelowRegion;

        Publication(boolean isBelowRegion) {
            this.isBelowRegion = isBelowRegion;
        }

        RegistrationAnswer of(RegistrationAnswer answer) {
            List<Line> months = answer.months().stream()
                    .map(month -> line(month.counts(), isBelowRegion))
                    .toList();
            List<Line> parts = answer.about().items().stream()
                    .map(part -> line(part.counts(), isProtected(part)))
                    .toList();
            Map<RegistrationEnding, Integer> endings = new EnumMap<>(RegistrationEnding.class);
            answer.endings().forEach((ending, count) -> endings.put(ending, cell(count, isBelowRegion)));
            Line whole = line(answer.whole(), isBelowRegion);
            addUp(whole, months);
            addUp(whole, parts);
            Map<RegistrationEnding, Integer> others = new EnumMap<>(endings);
            Integer byLaw = others.remove(RegistrationEnding.LAW_2026);
            cells.alsoSumOf(whole.otherwise(), List.copyOf(others.values()));
            if (byLaw != null) {
                cells.alsoSumOf(whole.byLaw(), List.of(byLaw));
            }
            NavigableSet<Integer> withheld = cells.withheld();

            Map<RegistrationEnding, Optional<Long>> seen = new EnumMap<>(RegistrationEnding.class);
            answer.endings()
                    .forEach((ending, count) ->
                            seen.put(ending, count.filter(shown -> !withheld.contains(endings.get(ending)))));
            return new RegistrationAnswer(
                    about(answer.about(), parts, withheld),
                    whole.seen(answer.whole(), withheld),
                    months(answer.months(), months, withheld),
                    seen,
                    answer.reason());
        }

        private int cell(Optional<Long> count, boolean isProtected) {
            long number = count.orElseThrow();
            return cells.cell(number, isProtected && limit.isSmall(number));
        }

        private Line line(RegistrationCounts counts, boolean isProtected) {
            var line = new Line(
                    cell(counts.begun(), isProtected),
                    cell(counts.ended(), isProtected),
                    cell(counts.byLaw(), isProtected),
                    cell(counts.otherwise(), isProtected));
            cells.alsoSumOf(line.ended(), List.of(line.byLaw(), line.otherwise()));
            return line;
        }

        private void addUp(Line whole, List<Line> lines) {
            cells.alsoSumOf(whole.begun(), lines.stream().map(Line::begun).toList());
            cells.alsoSumOf(whole.ended(), lines.stream().map(Line::ended).toList());
            cells.alsoSumOf(whole.byLaw(), lines.stream().map(Line::byLaw).toList());
            cells.alsoSumOf(
                    whole.otherwise(), lines.stream().map(Line::otherwise).toList());
        }
    }

    private static OutcomeAnswer<RegistrationPart> about(
            OutcomeAnswer<RegistrationPart> about, List<Line> lines, NavigableSet<Integer> withheld) {
        List<RegistrationPart> seen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var part = about.items().get(i);
            seen.add(new RegistrationPart(part.kato(), part.unit(), lines.get(i).seen(part.counts(), withheld)));
        }
        return about.with(seen);
    }

    private static List<RegistrationMonth> months(
            List<RegistrationMonth> months, List<Line> lines, NavigableSet<Integer> withheld) {
        List<RegistrationMonth> seen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var month = months.get(i);
            seen.add(new RegistrationMonth(month.month(), lines.get(i).seen(month.counts(), withheld)));
        }
        return seen;
    }
}
