package kz.ruralincome.domain.intake;

import static java.util.Objects.requireNonNull;

/**
 * A column of a list: its heading, where its value goes, and what an empty cell means.
 *
 * @param name the heading
 * @param target column of the table of facts
 * @param type its SQL type
 * @param key whether it is part of the key of a row
 * @param mayLack whether a file may leave the column out
 * @param empty what an empty cell says
 */
public record Column(
        String name, String target, String type, boolean key, boolean mayLack, Empty empty, CellRule rule) {

    /** What an empty cell of a column says. */
    public sealed interface Empty {

        /** Nothing may be empty here. */
        record Refused() implements Empty {}

        /** No value is known. */
        record Unknown() implements Empty {}

        /** The same as if this had been written. */
        record Means(String value) implements Empty {}

        /** The IIN of the row stands for it. */
        record TheIin() implements Empty {}
    }

    public Column {
        requireNonNull(name, "name");
        requireNonNull(target, "target");
        requireNonNull(rule, "rule");
    }

    static Column of(String name, String target, String type, CellRule rule) {
        return new Column(name, target, type, false, false, new Empty.Refused(), rule);
    }

    Column asKey() {
        return new Column(name, target, type, true, mayLack, empty, rule);
    }

    Column optional() {
        return new Column(name, target, type, key, true, new Empty.Unknown(), rule);
    }

    Column mayBeEmpty() {
        return new Column(name, target, type, key, mayLack, new Empty.Unknown(), rule);
    }

    Column emptyMeans(String value) {
        return new Column(name, target, type, key, true, new Empty.Means(value), rule);
    }

    Column emptyMeansTheIin() {
        return new Column(name, target, type, key, true, new Empty.TheIin(), rule);
    }

    /** Whether two rows with an empty key column have equal keys only by {@code is not distinct from}. */
    boolean nullable() {
        return empty instanceof Empty.Unknown;
    }
}
