package kz.ruralincome.domain.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import kz.ruralincome.domain.movement.ChangeReason.Direction;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * A figure on two days and the people between: before, less those who left, with those who came, is after.
 *
 * @param before empty: withheld
 * @param after empty: withheld
 * @param parts those with people in them, in the order of the reasons
 */
public record FigureChange(StateFigure figure, Optional<Long> before, Optional<Long> after, List<ChangePart> parts) {

    /** The same with small groups withheld, and what would give them away: those who stayed are a group, too. */
    FigureChange withoutSmallCells(SmallCellLimit limit) {
        var publication = new SmallCells(limit);
        List<Integer> numbers = parts.stream()
                .map(part -> publication.cell(part.persons().orElseThrow()))
                .toList();
        int stayed = publication.unseen(before.orElseThrow() - sum(Direction.OUT));
        int whole = publication.sumOf(with(stayed, numbers, Direction.OUT));
        int rest = publication.sumOf(with(stayed, numbers, Direction.IN));
        NavigableSet<Integer> withheld = publication.withheld();

        List<ChangePart> shown = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            shown.add(
                    withheld.contains(numbers.get(i))
                            ? new ChangePart(parts.get(i).reason(), Optional.empty(), Optional.empty())
                            : parts.get(i));
        }
        return new FigureChange(
                figure,
                before.filter(count -> !withheld.contains(whole)),
                after.filter(count -> !withheld.contains(rest)),
                shown);
    }

    private long sum(Direction direction) {
        return parts.stream()
                .filter(part -> part.reason().direction() == direction)
                .mapToLong(part -> part.persons().orElseThrow())
                .sum();
    }

    private List<Integer> with(int stayed, List<Integer> numbers, Direction direction) {
        List<Integer> all = new ArrayList<>(List.of(stayed));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).reason().direction() == direction) {
                all.add(numbers.get(i));
            }
        }
        return all;
    }
}
