package kz.ruralincome.domain.intake;

import java.util.List;

/**
 * A cell of a fact that a person may put right.
 *
 * @param family under which {@link Labels#value} knows the choices; empty where there are none
 * @param choices of a {@link Kind#CHOICE}, as coded
 * @param mayBeEmpty whether an empty cell says something
 * @param isKey whether the fact is found by it: another value makes it another fact
 */
public record FactField(
        String column, Kind kind, String family, List<String> choices, boolean mayBeEmpty, boolean isKey) {

    /** What is typed into it. */
    public enum Kind {
        DAY,
        CHOICE,
        UNIT,
        TEXT
    }

    static FactField of(Column column) {
        List<String> choices = ListCatalogue.choices(column);
        Kind kind = !choices.isEmpty()
                ? Kind.CHOICE
                : column.target().equals("unit_id")
                        ? Kind.UNIT
                        : column.type().equals("date") && !column.target().equals("quarter") ? Kind.DAY : Kind.TEXT;
        return new FactField(
                column.name(),
                kind,
                choices.isEmpty() ? "" : ListCatalogue.familyOf(column),
                choices,
                !(column.empty() instanceof Column.Empty.Refused),
                column.key());
    }
}
