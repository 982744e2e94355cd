package kz.ruralincome.domain.territory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.ruralincome.domain.register.Known;

/** The tree of units on one date; immutable. Some 16,000 units, read whole: the questions are then lookups. */
public final class TerritoryTree {

    private static final String UNITS_ON = """
            select distinct on (t.unit_id) t.unit_id, t.parent, t.name_ru, t.name_kk, t.name_en
            from territory t
            where %s
            order by t.unit_id, t.valid_from <= ? desc, case when t.valid_from <= ? then t.valid_from end desc, t.valid_from""";
    private static final String CURRENT = UNITS_ON.formatted("t.superseded_rev is null");
    private static final String AS_KNOWN = "with " + Known.CTE + " " + UNITS_ON.formatted(Known.visible("t"));

    private final Map<Integer, TerritoryUnit> units;
    private final Map<Integer, List<TerritoryUnit>> children;
    private final List<TerritoryUnit> roots;

    /** The tree of these units. */
    public TerritoryTree(Collection<TerritoryUnit> units) {
        Map<Integer, TerritoryUnit> byCode = new TreeMap<>();
        Map<Integer, List<TerritoryUnit>> byParent = new HashMap<>();
        units.forEach(unit -> byCode.put(unit.kato(), unit));
        byCode.values().forEach(unit -> unit.parent()
                .ifPresent(parent -> byParent.computeIfAbsent(parent, none -> new ArrayList<>())
                        .add(unit)));
        this.units = Map.copyOf(byCode);
        this.children = Map.copyOf(byParent);
        this.roots =
                byCode.values().stream().filter(unit -> unit.parent().isEmpty()).toList();
    }

    /** Reads the tree of the date as it is known now: one row a unit. */
    public static TerritoryTree current(Connection connection, LocalDate date) throws SQLException {
        return read(connection, CURRENT, null, date);
    }

    /** Reads the tree of the date as it was known on the moment. */
    public static TerritoryTree asKnownOn(Connection connection, OffsetDateTime moment, LocalDate date)
            throws SQLException {
        return read(connection, AS_KNOWN, moment, date);
    }

    private static TerritoryTree read(Connection connection, String sql, OffsetDateTime moment, LocalDate date)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (moment != null) {
                statement.setObject(parameter++, moment);
            }
            statement.setObject(parameter++, date);
            statement.setObject(parameter, date);
            List<TerritoryUnit> units = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    units.add(new TerritoryUnit(
                            rows.getInt(1),
                            Optional.ofNullable(rows.getObject(2, Integer.class)),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4)),
                            Optional.ofNullable(rows.getString(5))));
                }
            }
            return new TerritoryTree(units);
        }
    }

    /** The unit of the code, if there is one. */
    public Optional<TerritoryUnit> unit(int kato) {
        return Optional.ofNullable(units.get(kato));
    }

    /** The units directly below, by code. */
    public List<TerritoryUnit> children(int kato) {
        return children.getOrDefault(kato, List.of());
    }

    /** The units without a parent, by code: the regions of the country. */
    public List<TerritoryUnit> roots() {
        return roots;
    }

    /** Whether the chain of parents of the unit reaches the territory, the unit itself included. */
    public boolean liesIn(int unit, int territory) {
        var seen = new HashSet<Integer>();
        var at = Optional.of(unit);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get() == territory) {
                return true;
            }
            at = unit(at.get()).flatMap(TerritoryUnit::parent);
        }
        return false;
    }

    /** From the unit's parent up to the root. */
    public List<TerritoryUnit> ancestors(int unit) {
        List<TerritoryUnit> chain = new ArrayList<>();
        var at = unit(unit).flatMap(TerritoryUnit::parent).flatMap(this::unit);
        while (at.isPresent() && !chain.contains(at.get())) {
            chain.add(at.get());
            at = at.get().parent().flatMap(this::unit);
        }
        return chain;
    }

    /** All units that lie in the territory, itself included; sorted, to be handed to SQL as an array. */
    public Integer[] within(int territory) {
        var found = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        open.add(territory);
        while (!open.isEmpty()) {
            int unit = open.remove();
            if (found.add(unit)) {
                children(unit).forEach(child -> open.add(child.kato()));
            }
        }
        return found.stream().sorted().toArray(Integer[]::new);
    }
}
