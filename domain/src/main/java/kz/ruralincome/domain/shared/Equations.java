package kz.ruralincome.domain.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Linear equations with whole coefficients: what they add up to is 0. Beside the equations as they were added it keeps them
 * fully reduced: there, each row's first unknown stands in no other row.
 */
final class Equations {

    /** Stands for 1 among the unknowns; the last of them, so that it is never solved for. */
    static final Integer CONSTANT = Integer.MAX_VALUE;

    private final List<Map<Integer, Long>> given = new ArrayList<>();
    private final Map<Integer, Map<Integer, Long>> reduced = new TreeMap<>();

    void add(Map<Integer, Long> further) {
        given.add(further);
        Map<Integer, Long> row = without(further, Integer.MIN_VALUE, Map.of());
        for (var pivot : reduced.entrySet()) {
            row = without(row, pivot.getKey(), pivot.getValue());
        }
        if (row.isEmpty() || row.keySet().iterator().next().equals(CONSTANT)) {
            return;
        }
        int first = row.keySet().iterator().next();
        for (var other : reduced.entrySet()) {
            other.setValue(without(other.getValue(), first, row));
        }
        reduced.put(first, row);
    }

    /** The equations as given and as reduced. */
    List<Map<Integer, Long>> all() {
        List<Map<Integer, Long>> all = new ArrayList<>(given);
        all.addAll(reduced.values());
        return all;
    }

    /** The row with the unknown removed by help of another row that has it; without zeros, as small as can be. */
    private static Map<Integer, Long> without(Map<Integer, Long> row, Integer unknown, Map<Integer, Long> other) {
        long has = row.getOrDefault(unknown, 0L);
        long factor = has == 0 ? 1 : other.get(unknown);
        Map<Integer, Long> result = new TreeMap<>();
        row.forEach((key, value) -> result.put(key, Math.multiplyExact(value, factor)));
        if (has != 0) {
            other.forEach((key, value) -> result.merge(key, -Math.multiplyExact(value, has), Math::addExact));
        }
        result.values().removeIf(value -> value == 0);
        long divisor = result.values().stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValue();
        result.replaceAll((key, value) -> value / divisor);
        return result;
    }
}
