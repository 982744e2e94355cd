package kz.ruralincome.domain.shared;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Linear equations with whole coefficients, kept fully reduced: each row's first unknown stands in no other row. */
final class Equations {

    private Equations() {}

    /** Reduces a further row by those that are there, and those by it. Rows are known by their first unknown. */
    static void add(Map<Integer, Map<Integer, Long>> reduced, Map<Integer, Long> further) {
        Map<Integer, Long> row = further;
        for (var pivot : reduced.entrySet()) {
            row = without(row, pivot.getKey(), pivot.getValue());
        }
        if (row.isEmpty()) {
            return;
        }
        int first = row.keySet().iterator().next();
        for (var other : reduced.entrySet()) {
            other.setValue(without(other.getValue(), first, row));
        }
        reduced.put(first, row);
    }

    /** The row with the unknown removed by help of another row that has it. */
    private static Map<Integer, Long> without(Map<Integer, Long> row, int unknown, Map<Integer, Long> other) {
        Long has = row.get(unknown);
        if (has == null) {
            return row;
        }
        long factor = other.get(unknown);
        Map<Integer, Long> result = new TreeMap<>();
        row.forEach((key, value) -> result.put(key, Math.multiplyExact(value, factor)));
        other.forEach((key, value) -> result.merge(key, -Math.multiplyExact(value, has), Math::addExact));
        result.values().removeIf(value -> value == 0);
        long divisor = result.values().stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValue();
        result.replaceAll((key, value) -> value / divisor);
        return result;
    }
}
