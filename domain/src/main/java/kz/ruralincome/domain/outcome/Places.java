package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** The places that can be asked for by the tree of one date. */
record Places(TerritoryTree tree, int served) {

    /** Stands for those of whom it is not known where they live. */
    static final String NOWHERE = "none";

    /** The territory of the question, by default the caller's, if it lies within that; empty: everyone. */
    Optional<String> reached(Optional<String> asked, Access access) {
        if (asked.isEmpty()) {
            return access.territory().map(Places::code);
        }
        String territory = asked.get();
        if (territory.equals(NOWHERE)) {
            if (access.territory().isPresent()) {
                throw new AccessRefused("access.territory");
            }
            return asked;
        }
        if (!territory.matches("[0-9]{9}")
                || tree.unit(Integer.parseInt(territory)).isEmpty()) {
            throw new InvalidRequest("territory", "outcome.territory.unknown", territory);
        }
        int unit = Integer.parseInt(territory);
        if (access.territory().filter(own -> !tree.liesIn(unit, own)).isPresent()) {
            throw new AccessRefused("access.territory");
        }
        return asked;
    }

    /**
     * One of the parts of a territory that are put side by side.
     *
     * @param key a KATO code, {@link DistrictLine#OUTSIDE} or {@link #NOWHERE}
     * @param isAlwaysTold false: only if something is counted in it
     */
    record Part(String key, Optional<TerritoryUnit> unit, Place place, boolean isAlwaysTold) {

        private static Part of(TerritoryUnit unit, Place place, boolean isAlwaysTold) {
            return new Part(code(unit.kato()), Optional.of(unit), place, isAlwaysTold);
        }
    }

    /**
     * The parts of the territory, which have nothing in common and leave nothing out: its children and what is booked on
     * itself; of everyone, the districts, the outside, and not known where.
     */
    List<Part> parts(Optional<String> territory) {
        Part nowhere = new Part(NOWHERE, Optional.empty(), Place.nowhere(), true);
        if (territory.filter(NOWHERE::equals).isPresent()) {
            return List.of(nowhere);
        }
        int whole = territory.map(Integer::valueOf).orElse(served);
        List<Part> parts = new ArrayList<>();
        for (TerritoryUnit child : tree.children(whole)) {
            parts.add(Part.of(child, territory(child.kato()), true));
        }
        tree.unit(whole).ifPresent(unit -> parts.add(Part.of(unit, itself(whole), false)));
        if (territory.isEmpty()) {
            parts.add(new Part(DistrictLine.OUTSIDE, Optional.empty(), outside(), true));
            parts.add(nowhere);
        }
        return parts;
    }

    /**
     * That a unit lies in the territory, or in one of its parts; empty: it has no such part.
     *
     * @param column where the unit stands; null: it is not known where
     * @param part the key of a part; empty: all of the territory
     */
    Optional<RowCondition> condition(String column, Optional<String> territory, Optional<String> part) {
        if (part.isEmpty()) {
            return Optional.of(territory
                    .map(code -> code.equals(NOWHERE) ? isNowhere(column) : isIn(column, units(code)))
                    .orElse(RowCondition.of("true")));
        }
        return parts(territory).stream()
                .filter(one -> one.key().equals(part.get()))
                .findFirst()
                .map(one -> condition(column, one));
    }

    private RowCondition condition(String column, Part part) {
        if (part.unit().isPresent()) {
            return isIn(column, part.isAlwaysTold() ? units(part.key()) : new Integer[] {Integer.valueOf(part.key())});
        }
        return part.key().equals(NOWHERE)
                ? isNowhere(column)
                : new RowCondition(column + " <> all (?::integer[])", List.of((Object) units(code(served))));
    }

    private static RowCondition isIn(String column, Integer[] units) {
        return new RowCondition(column + " = any (?::integer[])", List.of((Object) units));
    }

    private static RowCondition isNowhere(String column) {
        return RowCondition.of(column + " is null");
    }

    /** The earliest day up to which the lists are complete in the territory. */
    Optional<LocalDate> coversTo(Coverage coverage, Optional<String> territory, List<String> lists) {
        if (territory.isEmpty()) {
            return coverage.coversTo(lists, tree);
        }
        return territory.get().equals(NOWHERE)
                ? coverage.coversToNowhere(lists)
                : coverage.coversTo(lists, tree, Integer.parseInt(territory.get()));
    }

    /** A territory with all that lies in it. */
    Integer[] units(String territory) {
        return tree.within(Integer.parseInt(territory));
    }

    Place place(Optional<String> territory) {
        if (territory.isEmpty()) {
            return Place.everywhere(served, children());
        }
        return territory.get().equals(NOWHERE) ? Place.nowhere() : territory(Integer.parseInt(territory.get()));
    }

    Place territory(int territory) {
        return Place.territory(territory, within(territory)::contains, children());
    }

    Place outside() {
        Set<Integer> inside = within(served);
        return Place.units(unit -> !inside.contains(unit));
    }

    /** What is booked on the territory itself, not on a unit below it. */
    private Place itself(int territory) {
        return Place.units(unit -> unit == territory);
    }

    /** Whether it lies below a region, so that small groups in it are protected. */
    boolean isBelowRegion(int territory) {
        return territory != served
                && tree.unit(territory).flatMap(TerritoryUnit::parent).isPresent();
    }

    boolean isServedRegion(Optional<String> territory) {
        return territory.isEmpty() || territory.get().equals(code(served));
    }

    /** The regions beside the one that is served. */
    Collection<TerritoryUnit> peers() {
        List<TerritoryUnit> all = tree.unit(served)
                .flatMap(TerritoryUnit::parent)
                .map(tree::children)
                .orElseGet(tree::roots);
        return all.stream().filter(region -> region.kato() != served).toList();
    }

    static String code(int kato) {
        return "%09d".formatted(kato);
    }

    private Set<Integer> within(int territory) {
        return Arrays.stream(tree.within(territory)).collect(Collectors.toSet());
    }

    private IntFunction<Collection<Integer>> children() {
        return unit -> tree.children(unit).stream().map(TerritoryUnit::kato).toList();
    }
}
