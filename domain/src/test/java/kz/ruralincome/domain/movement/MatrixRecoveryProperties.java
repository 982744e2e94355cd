package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import kz.ruralincome.domain.movement.ChangeReason.Direction;
import kz.ruralincome.domain.shared.Recovery;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Nobody finds out by a linear program what is withheld of a matrix or of a change; nothing is withheld for nothing. */
class MatrixRecoveryProperties {

    private SmallCellLimit limit;
    private Recovery reader;
    private final Map<Integer, Long> truths = new LinkedHashMap<>();
    private final List<Integer> published = new ArrayList<>();

    /** One instance serves all tries. */
    private void begin(int largest) {
        limit = new SmallCellLimit(largest);
        reader = new Recovery(limit);
        truths.clear();
        published.clear();
    }

    @Property(tries = 30)
    void noSmallCellOfAMatrixIsComputed(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int states,
            @ForAll @IntRange(min = 4, max = 12) int largest) {
        begin(largest);
        MovementMatrix matrix = random(seed, states);
        MovementMatrix shown = matrix.withoutSmallCells(limit);

        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < matrix.cells().size(); i++) {
            cells.add(
                    number(shown.cells().get(i).persons(), matrix.cells().get(i).persons()));
        }
        List<Integer> rows = sums(matrix, shown.rowSums(), matrix.rowSums(), cells, MatrixCell::from);
        List<Integer> columns = sums(matrix, shown.columnSums(), matrix.columnSums(), cells, MatrixCell::to);
        int whole = number(shown.persons(), matrix.persons());
        reader.addUp(rows, whole);
        reader.addUp(columns, whole);

        assertNothingIsFoundOut();
        assertThat(shown).isEqualTo(matrix.withoutSmallCells(limit));
    }

    private List<Integer> sums(
            MovementMatrix matrix,
            Map<String, Optional<Long>> shown,
            Map<String, Optional<Long>> truth,
            List<Integer> cells,
            Function<MatrixCell, String> side) {
        List<Integer> sums = new ArrayList<>();
        for (String state : truth.keySet()) {
            int sum = number(shown.get(state), truth.get(state));
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (side.apply(matrix.cells().get(i)).equals(state)) {
                    parts.add(cells.get(i));
                }
            }
            reader.addUp(parts, sum);
            sums.add(sum);
        }
        return sums;
    }

    @Property(tries = 100)
    void noSmallPartOfAChangeIsComputed(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll @IntRange(min = 4, max = 12) int largest) {
        begin(largest);
        var random = new Random(seed);
        List<ChangePart> parts = new ArrayList<>();
        for (ChangeReason reason : ChangeReason.values()) {
            long persons = count(random);
            if (random.nextInt(3) == 0 && persons > 0) {
                parts.add(new ChangePart(reason, Optional.of(persons), Optional.empty()));
            }
        }
        long stayed = count(random);
        var change = new FigureChange(
                StateFigure.ASP_PERSONS,
                Optional.of(stayed + sum(parts, Direction.OUT)),
                Optional.of(stayed + sum(parts, Direction.IN)),
                parts);
        FigureChange shown = change.withoutSmallCells(limit);

        List<Integer> out = new ArrayList<>();
        List<Integer> in = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = number(shown.parts().get(i).persons(), parts.get(i).persons());
            (parts.get(i).reason().direction() == Direction.OUT ? out : in).add(part);
        }
        int rest = reader.unsaid();
        truths.put(rest, stayed);
        out.add(rest);
        in.add(rest);
        reader.addUp(out, number(shown.before(), change.before()));
        reader.addUp(in, number(shown.after(), change.after()));

        assertNothingIsFoundOut();
    }

    private static long sum(List<ChangePart> parts, Direction direction) {
        return parts.stream()
                .filter(part -> part.reason().direction() == direction)
                .mapToLong(part -> part.persons().orElseThrow())
                .sum();
    }

    private int number(Optional<Long> shown, Optional<Long> truth) {
        int number = reader.number(shown);
        truths.put(number, truth.orElseThrow());
        published.add(number);
        assertThat(shown.filter(limit::isSmall)).isEmpty();
        assertThat(shown.filter(value -> !value.equals(truth.get())))
                .as("what is shown is true")
                .isEmpty();
        return number;
    }

    private void assertNothingIsFoundOut() {
        List<Integer> small = truths.keySet().stream()
                .filter(number -> limit.isSmall(truths.get(number)))
                .toList();
        assertThat(small).noneMatch(number -> reader.isExposed(number, truths.get(number)));
        published.stream()
                .filter(reader::isWithheld)
                .filter(number -> !small.contains(number))
                .forEach(number -> {
                    Recovery told = reader.told(number, truths.get(number));
                    assertThat(small)
                            .as("withheld for nothing: %s", number)
                            .anyMatch(one -> told.isExposed(one, truths.get(one)));
                });
    }

    private static MovementMatrix random(long seed, int states) {
        var random = new Random(seed);
        List<MatrixCell> cells = new ArrayList<>();
        for (int from = 0; from < states; from++) {
            for (int to = 0; to < states; to++) {
                long persons = count(random);
                if (persons > 0) {
                    cells.add(new MatrixCell(
                            MovementMatrix.states().get(from),
                            MovementMatrix.states().get(to),
                            Optional.of(persons),
                            Optional.empty()));
                }
            }
        }
        return MovementMatrix.of(cells);
    }

    /** Often nobody, often few. */
    private static long count(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> 0;
            case 2 -> 1 + random.nextInt(4);
            case 3 -> 5 + random.nextInt(20);
            default -> 25 + random.nextInt(2000);
        };
    }
}
