package kz.ruralincome.domain.merge;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact of one of the records.
 *
 * @param id of its version
 * @param from the first day; {@link LocalDate#MIN}: always
 * @param to the first day on which it no longer holds; {@link LocalDate#MAX}: still running
 * @param said its columns as text, without those that are empty
 */
public record Fact(FactKind kind, long id, Side side, LocalDate from, LocalDate to, Map<String, String> said) {

    /** Stands for the own IIN where an entrepreneur is registered under it: that number changes with the record. */
    static final String OWN_IIN = "=";

    /**
     * Beside the registration number as it was written: the one that it is once the two are one person. The own IIN and that of
     * the kept record are then the same.
     */
    static final String NUMBER = "number";

    static final Comparator<Fact> BY_DAY = Comparator.comparing(Fact::from).thenComparing(Fact::id);

    /** What two facts of equal values may differ in; a registration number is told by {@link #NUMBER}. */
    private static final Set<String> NO_VALUES = Set.of("valid_from", "valid_to", "registration_no");

    public Fact {
        said = Map.copyOf(said);
    }

    /** A stretch of days; never empty. */
    record Days(LocalDate from, LocalDate to) {}

    String key() {
        return kind + kind.key().stream().map(said::get).collect(joining("|", "|", ""));
    }

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(said);
        values.keySet().removeAll(NO_VALUES);
        return values;
    }

    boolean isSame(Fact other) {
        return from.equals(other.from) && to.equals(other.to) && values().equals(other.values());
    }

    /** A registration under the IIN of its own record. */
    public boolean isUnderOwnIin() {
        return OWN_IIN.equals(said.get("registration_no"));
    }

    /** Whether the two cannot stand beside each other on one record as they are. */
    boolean clashes(Fact other) {
        if (kind.oneAtATime().isEmpty()) {
            return key().equals(other.key()) || isDeath() && other.isDeath();
        }
        return from.isBefore(other.to)
                && other.from.isBefore(to)
                && kind.oneAtATime().get().stream()
                        .allMatch(column -> said.get(column).equals(other.said.get(column)));
    }

    /** Nobody dies on two days. */
    private boolean isDeath() {
        return kind == FactKind.VITAL_EVENT && "DIED".equals(said.get("kind"));
    }

    /** The days of a spell on which none of the others holds, in order. */
    List<Days> without(Collection<Fact> others) {
        List<Days> rest = new ArrayList<>();
        LocalDate begin = from;
        for (Fact other : others.stream().sorted(BY_DAY).toList()) {
            if (other.from.isAfter(begin)) {
                rest.add(new Days(begin, other.from.isBefore(to) ? other.from : to));
            }
            if (other.to.isAfter(begin)) {
                begin = other.to;
            }
            if (!begin.isBefore(to)) {
                return rest;
            }
        }
        rest.add(new Days(begin, to));
        return rest;
    }

    /** Without anything of the person, for logs. */
    @Override
    public String toString() {
        return kind + " " + id + " " + side;
    }
}
