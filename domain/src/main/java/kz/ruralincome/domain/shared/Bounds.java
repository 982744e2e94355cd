package kz.ruralincome.domain.shared;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Between which numbers a reader can say that each withheld cell lies: each is at least 1, and what an equation leaves for
 * one of its unknowns bounds it from both sides.
 */
final class Bounds {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final Map<Integer, Long> least = new TreeMap<>();
    private final Map<Integer, Long> most = new TreeMap<>();

    private Bounds(Collection<Integer> hidden) {
        hidden.forEach(cell -> {
            least.put(cell, 1L);
            most.put(cell, UNBOUNDED);
        });
    }

    /** Narrows by each equation until none narrows any more. */
    static Bounds of(Collection<Integer> hidden, List<Map<Integer, Long>> equations) {
        var bounds = new Bounds(hidden);
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            for (Map<Integer, Long> equation : equations) {
                for (int unknown : equation.keySet()) {
                    narrowed |= unknown != Equations.CONSTANT && bounds.narrow(equation, unknown);
                }
            }
        }
        return bounds;
    }

    /** The cells for which one number is left. */
    List<Integer> pinned() {
        return least.keySet().stream()
                .filter(cell -> least.get(cell).equals(most.get(cell)))
                .toList();
    }

    private boolean narrow(Map<Integer, Long> equation, int unknown) {
        long factor = equation.get(unknown);
        if (factor == 0) {
            return false;
        }
        // factor · unknown = − the rest; turned round so that the factor is positive
        long sign = factor > 0 ? -1 : 1;
        Optional<Long> from = end(equation, unknown, sign, false);
        Optional<Long> to = end(equation, unknown, sign, true);
        long size = Math.abs(factor);
        long least = from.map(value -> -Math.floorDiv(-value, size)).orElse(1L);
        long most = to.map(value -> Math.floorDiv(value, size)).orElse(UNBOUNDED);
        return tighten(unknown, least, most);
    }

    /** The least or most that sign · the rest of the equation can be; empty: it has no such end. */
    private Optional<Long> end(Map<Integer, Long> equation, int unknown, long sign, boolean upper) {
        long end = 0;
        for (var term : equation.entrySet()) {
            int other = term.getKey();
            long factor = sign * term.getValue();
            if (other == unknown || factor == 0) {
                continue;
            }
            long value = other == Equations.CONSTANT ? 1 : (factor > 0 == upper ? most : least).get(other);
            if (value == UNBOUNDED) {
                return Optional.empty();
            }
            end = Math.addExact(end, Math.multiplyExact(factor, value));
        }
        return Optional.of(end);
    }

    private boolean tighten(int cell, long from, long to) {
        boolean narrowed = false;
        if (from > least.get(cell)) {
            least.put(cell, from);
            narrowed = true;
        }
        if (to < most.get(cell)) {
            most.put(cell, to);
            narrowed = true;
        }
        return narrowed;
    }
}
