package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {

    private final SmallCells publication = new SmallCells(SmallCellLimit.USUAL);

    @ParameterizedTest
    @CsvSource({"4, 0, false", "4, 1, true", "4, 4, true", "4, 5, false", "9, 9, true", "9, 10, false"})
    void areCountedUpToTheLimit(int largest, long count, boolean isSmall) {
        assertThat(new SmallCellLimit(largest).isSmall(count)).isEqualTo(isSmall);
    }

    @Test
    void ofALargerLimitHideTheNextCellOfTheirSumToo() {
        var table = new SmallCells(new SmallCellLimit(9));
        int few = table.cell(7);
        int next = table.cell(12);
        table.sumOf(List.of(few, next, table.cell(40)));

        assertThat(table.withheld()).containsExactly(few, next);
    }

    @Test
    void leaveZeroAndFiveAlone() {
        publication.cell(0);
        publication.cell(5);

        assertThat(publication.withheld()).isEmpty();
    }

    @Test
    void withholdOneToFour() {
        publication.cell(1);
        publication.cell(4);

        assertThat(publication.withheld()).containsExactly(0, 1);
    }

    @Test
    void withholdTheSmallestBesideALoneOneOfASum() {
        var parts = List.of(publication.cell(3), publication.cell(900), publication.cell(20), publication.cell(0));
        publication.sumOf(parts);

        assertThat(publication.withheld()).containsExactly(0, 2);
    }

    @Test
    void withholdTheWholeWhenNoOtherPartIsLeft() {
        int small = publication.cell(3);
        int none = publication.cell(0);
        int whole = publication.sumOf(List.of(small, none));

        assertThat(publication.withheld()).containsExactly(small, whole);
    }

    @Test
    void seeThatTwoWhoShareTwoAreOneEach() {
        var parts = List.of(publication.cell(1), publication.cell(1), publication.cell(50), publication.cell(60));
        publication.sumOf(parts);

        assertThat(publication.withheld()).containsExactly(0, 1, 2);
    }

    @Test
    void seeWhatFollowsFromSeveralSumsTogether() {
        // b and c alone do not hide a, since d and the sums tell them; the two sums of a do, and hide less than b, c
        // and d
        int a = publication.cell(2);
        int b = publication.cell(10);
        int c = publication.cell(50);
        int d = publication.cell(60);
        int row = publication.sumOf(List.of(a, b));
        publication.sumOf(List.of(c, d));
        int column = publication.sumOf(List.of(a, c));
        publication.sumOf(List.of(b, d));

        assertThat(publication.withheld()).containsExactly(a, row, column);
    }

    /** An attacker who tries every other filling of the withheld cells finds one that differs in each small cell. */
    @Property(tries = 300)
    void leaveEverySmallCellOfATableOpen(@ForAll @Size(9) List<@IntRange(max = 7) Integer> counts) {
        var table = new SmallCells(SmallCellLimit.USUAL);
        List<List<Integer>> sums = new ArrayList<>();
        for (int count : counts) {
            table.cell(count);
        }
        for (int i = 0; i < 3; i++) {
            sums.add(List.of(3 * i, 3 * i + 1, 3 * i + 2));
            sums.add(List.of(i, i + 3, i + 6));
        }
        List<Integer> wholes = sums.stream().map(table::sumOf).toList();
        Set<Integer> hidden = table.withheld();

        for (int cell = 0; cell < 9; cell++) {
            if (SmallCellLimit.USUAL.isSmall(counts.get(cell))) {
                assertThat(otherFilling(counts, sums, wholes, hidden, cell)).isTrue();
            }
        }
    }

    /** Whether adding ±1 along some withheld cells keeps every published sum and changes the cell. */
    private static boolean otherFilling(
            List<Integer> counts, List<List<Integer>> sums, List<Integer> wholes, Set<Integer> hidden, int cell) {
        int fillings = (int) Math.pow(3, 9);
        for (int code = 0; code < fillings; code++) {
            int[] delta = new int[9];
            boolean fits = true;
            for (int i = 0, rest = code; i < 9; i++, rest /= 3) {
                delta[i] = rest % 3 - 1;
                fits &= delta[i] == 0 || hidden.contains(i);
            }
            for (int s = 0; fits && s < sums.size(); s++) {
                int change = sums.get(s).stream().mapToInt(i -> delta[i]).sum();
                fits = change == 0 || hidden.contains(wholes.get(s));
            }
            for (int i = 0; fits && i < 9; i++) {
                fits = delta[i] == 0 || counts.get(i) + delta[i] >= 1;
            }
            if (fits && delta[cell] != 0) {
                return true;
            }
        }
        return false;
    }
}
