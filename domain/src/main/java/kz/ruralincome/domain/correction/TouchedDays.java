package kz.ruralincome.domain.correction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.shared.Quarter;

/**
 * The days on which a figure may be another one once some versions of facts have given way to others: never fewer than it
 * is, sometimes more.
 *
 * <p>No day is touched where only cells differ that no indicator and no state reads: names, phones, addresses, who
 * coordinates, and the like; nor by consents, nor by suspensions: who is suspended stays enrolled. Else, by list:
 *
 * <ul>
 *   <li>{@code assistance}, {@code occupations}, {@code measures}, {@code social-packages}, {@code enrolments},
 *       {@code payments}: the days that the versions cover. Where the values are the same and only ends have moved, those
 *       between the old end and the new one.
 *   <li>{@code incomes}: from the first day of the quarter, for six months: a figure as of a day reads the last whole quarter
 *       before it.
 *   <li>{@code registrations}: from the first such day on, for ever: a stretch that begins elsewhere ends what a screening
 *       said, and beginnings and ends of others are counted by the days between them.
 *   <li>{@code members}, {@code households}, {@code vital-events}: from the first such day on, for ever: where somebody who
 *       died or left lived is looked up in the days before. A membership that says a birth date or a sex touches every day,
 *       unless only its end or its relation differs: age is by what was listed last, on whichever day it is asked.
 * </ul>
 *
 * @param from the first of them; empty: none is touched
 * @param to the first day after them; {@link LocalDate#MAX}: they do not end
 */
public record TouchedDays(Optional<LocalDate> from, LocalDate to) {

    private static final TouchedDays NONE = new TouchedDays(Optional.empty(), LocalDate.MIN);
    private static final TouchedDays ALL = new TouchedDays(Optional.of(LocalDate.MIN), LocalDate.MAX);

    private static final int MONTHS_OF_AN_INCOME = 6;
    private static final Set<String> FOR_EVER = Set.of("registrations", "members", "households", "vital-events");
    private static final Set<String> NO_FIGURE = Set.of("consents", Suspensions.LIST);

    /** Cells that no indicator and no state reads. */
    private static final Map<String, Set<String>> SILENT = Map.of(
            "members", Set.of("family_name", "given_name", "patronymic", "phone"),
            "households", Set.of("address"),
            "assistance", Set.of("per_capita_income"),
            "registrations", Set.of("oked", "tax_regime"),
            "enrolments", Set.of("direction", "registration_due", "left_reason", "coordinator"));

    private static final Set<String> ENDS_OF_A_MEMBERSHIP = Set.of("to", "relation");

    /** What some versions of facts of one list stand for that give way, or come. */
    public static TouchedDays of(String list, List<FactRow> gone, List<FactRow> come) {
        if (NO_FIGURE.contains(list)) {
            return NONE;
        }
        boolean isOne = gone.size() == 1 && come.size() == 1;
        Set<String> different = isOne ? different(gone.get(0), come.get(0)) : Set.of();
        if (isOne && SILENT.getOrDefault(list, Set.of()).containsAll(different)) {
            return NONE;
        }
        if (list.equals("members") && !(isOne && ENDS_OF_A_MEMBERSHIP.containsAll(different))) {
            boolean saysAge = Stream.concat(gone.stream(), come.stream())
                    .anyMatch(row -> row.cell("birth_date").isPresent()
                            || row.cell("sex").isPresent());
            if (saysAge) {
                return ALL;
            }
        }
        TouchedDays days = isOne && Set.of("from", "to").containsAll(different)
                ? betweenEnds(list, gone.get(0), come.get(0))
                : Stream.of(gone, come)
                        .flatMap(Collection::stream)
                        .map(row -> new TouchedDays(Optional.of(first(list, row)), end(list, row)))
                        .reduce(NONE, TouchedDays::and);
        return FOR_EVER.contains(list) ? new TouchedDays(days.from(), LocalDate.MAX) : days;
    }

    /** The values are the same: what lies between the old and the new ends alone is another. */
    private static TouchedDays betweenEnds(String list, FactRow one, FactRow other) {
        return between(first(list, one), first(list, other)).and(between(end(list, one), end(list, other)));
    }

    private static TouchedDays between(LocalDate one, LocalDate other) {
        return one.equals(other)
                ? NONE
                : new TouchedDays(Optional.of(one.isBefore(other) ? one : other), one.isBefore(other) ? other : one);
    }

    private TouchedDays and(TouchedDays other) {
        if (from.isEmpty()) {
            return other;
        }
        if (other.from.isEmpty()) {
            return this;
        }
        return new TouchedDays(
                Optional.of(from.get().isBefore(other.from.get()) ? from.get() : other.from.get()),
                to.isAfter(other.to) ? to : other.to);
    }

    private static Set<String> different(FactRow one, FactRow other) {
        Set<String> headings = new HashSet<>(one.cells().keySet());
        headings.addAll(other.cells().keySet());
        headings.removeIf(heading -> one.cell(heading).equals(other.cell(heading)));
        return headings;
    }

    private static LocalDate first(String list, FactRow row) {
        return switch (list) {
            case "incomes" -> quarter(row);
            case "payments" -> LocalDate.parse(row.cells().get("paid_on"));
            case "vital-events" -> LocalDate.parse(row.cells().get("date"));
            default -> row.cell("from").map(LocalDate::parse).orElse(LocalDate.MIN);
        };
    }

    private static LocalDate end(String list, FactRow row) {
        return switch (list) {
            case "incomes" -> quarter(row).plusMonths(MONTHS_OF_AN_INCOME);
            case "payments", "vital-events" -> first(list, row).plusDays(1);
            default -> row.cell("to").map(LocalDate::parse).orElse(LocalDate.MAX);
        };
    }

    private static LocalDate quarter(FactRow row) {
        return Quarter.parse(row.cells().get("quarter")).first();
    }
}
