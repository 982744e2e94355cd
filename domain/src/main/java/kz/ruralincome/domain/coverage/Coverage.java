package kz.ruralincome.domain.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * Up to which day each list is declared complete, as known on one moment; immutable.
 *
 * <p>A declaration holds for its territory and all in it, one without a territory everywhere. Of several the latest day
 * counts: an earlier one is still true. What stands for a territory is its own declaration or one above it, or the least
 * of what stands for its parts, whichever is later.
 */
public final class Coverage {

    private static final int EVERYWHERE = 0;
    private static final String STANDING = "with " + Known.CTE + """
            select f.list, coalesce(f.unit_id, 0), max(f.covers_to)
            from coverage f
            where %s
            group by 1, 2""".formatted(Known.visible("f"));

    private final Map<String, Map<Integer, LocalDate>> declared;

    private Coverage(Map<String, Map<Integer, LocalDate>> declared) {
        this.declared = declared;
    }

    /** Reads what stood on the moment: a row a list and territory. */
    public static Coverage asKnownOn(Connection connection, OffsetDateTime moment) throws SQLException {
        Map<String, Map<Integer, LocalDate>> declared = new HashMap<>();
        try (var statement = connection.prepareStatement(STANDING)) {
            statement.setObject(1, moment);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    declared.computeIfAbsent(row.getString(1), list -> new HashMap<>())
                            .put(row.getInt(2), row.getObject(3, LocalDate.class));
                }
            }
        }
        return new Coverage(declared);
    }

    /** The earliest of the days up to which the lists are complete in the territory; empty where one never was. */
    public Optional<LocalDate> coversTo(Collection<String> lists, TerritoryTree tree, int territory) {
        return earliest(lists, list -> of(list, tree, territory));
    }

    /** The same for everyone, wherever they live: what is declared everywhere, or in each region. */
    public Optional<LocalDate> coversTo(Collection<String> lists, TerritoryTree tree) {
        return earliest(lists, list -> {
            var days = declared.getOrDefault(list, Map.of());
            var parts = earliest(tree.roots(), region -> below(days, tree, region.kato()));
            return later(Optional.ofNullable(days.get(EVERYWHERE)), parts);
        });
    }

    /** The same for those of whom it is not known where they live. */
    public Optional<LocalDate> coversToNowhere(Collection<String> lists) {
        return earliest(
                lists,
                list -> Optional.ofNullable(
                        declared.getOrDefault(list, Map.of()).get(EVERYWHERE)));
    }

    private Optional<LocalDate> of(String list, TerritoryTree tree, int territory) {
        var days = declared.getOrDefault(list, Map.of());
        Optional<LocalDate> above = Optional.ofNullable(days.get(EVERYWHERE));
        for (TerritoryUnit ancestor : tree.ancestors(territory)) {
            above = later(above, Optional.ofNullable(days.get(ancestor.kato())));
        }
        return later(above, below(days, tree, territory));
    }

    private static Optional<LocalDate> below(Map<Integer, LocalDate> days, TerritoryTree tree, int territory) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        var parts = earliest(tree.children(territory), child -> below(days, tree, child.kato()));
        return later(Optional.ofNullable(days.get(territory)), parts);
    }

    /** Empty if one is, or if there are none; the first that is ends the search, as most of some ten thousand units are. */
    private static <T> Optional<LocalDate> earliest(Collection<T> all, Function<T, Optional<LocalDate>> dayOf) {
        Optional<LocalDate> earliest = Optional.empty();
        for (T one : all) {
            Optional<LocalDate> day = dayOf.apply(one);
            if (day.isEmpty()) {
                return day;
            }
            earliest = earliest.filter(before -> before.isBefore(day.get())).or(() -> day);
        }
        return earliest;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }
}
