package kz.ruralincome.domain.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.merge.FactReading.Version;
import kz.ruralincome.domain.merge.Merges.Carry;
import kz.ruralincome.domain.merge.Merges.Named;

/**
 * What becomes of the facts when a merge is undone. Pure.
 *
 * <p>Every version belongs to one of the records: what stood before to the one it stood on; what came later to the one whose
 * IIN its row named, else to that of the version that it replaced, be it under another key, else to the kept one. Of each key a record gets the last
 * version of its own, unless a row of its own took that back.
 */
final class UndoPlan {

    /** A fact among those of its table. */
    private record Id(FactKind kind, long number) {
        static Id of(Fact fact) {
            return new Id(fact.kind(), fact.id());
        }
    }

    private final long rev;
    private final List<Version> before = new ArrayList<>();
    private final List<Version> carriers = new ArrayList<>();
    private final List<Version> later = new ArrayList<>();
    private final Map<Id, Side> owners = new HashMap<>();
    private final Map<Id, Side> removals = new HashMap<>();
    private final Map<Id, List<Id>> carried = new HashMap<>();

    /**
     * @param rev of the merge
     * @param kept all versions on the kept record that stood then or came since
     * @param merged those of the merged record that stood then
     */
    UndoPlan(long rev, List<Version> kept, List<Version> merged, List<Carry> carries, List<Named> named) {
        this.rev = rev;
        before.addAll(merged);
        for (Version version : kept) {
            (version.rev() < rev ? before : version.rev() == rev ? carriers : later).add(version);
        }
        later.sort(Comparator.comparing(Version::rev));
        before.forEach(one -> owners.put(Id.of(one.fact()), one.fact().side()));
        for (Carry carry : carries) {
            Id origin = new Id(carry.kind(), carry.before());
            List<Id> by = carried.computeIfAbsent(origin, id -> new ArrayList<>());
            if (carry.after() != 0) {
                by.add(new Id(carry.kind(), carry.after()));
                owners.putIfAbsent(new Id(carry.kind(), carry.after()), owners.get(origin));
            }
        }
        own(named);
    }

    private void own(List<Named> named) {
        Map<Id, Side> names = new HashMap<>();
        for (Named one : named) {
            (one.removed() ? removals : names).put(new Id(one.kind(), one.fact()), one.side());
        }
        Set<String> replaced = new HashSet<>();
        all().forEach(one -> replaced.add(one.fact().key() + "|" + one.rev()));
        for (Version version : later) {
            Id id = Id.of(version.fact());
            owners.put(id, names.containsKey(id) ? names.get(id) : inherited(version, replaced));
        }
        all().filter(one -> one.supersededRev() > rev).forEach(one -> {
            Id id = Id.of(one.fact());
            if (replaced.contains(one.fact().key() + "|" + one.supersededRev())) {
                removals.remove(id);
            } else {
                removals.putIfAbsent(id, owners.get(id));
            }
        });
    }

    /** The owner of what a version replaced under its key; else of what gave way under others, where that is one owner. */
    private Side inherited(Version version, Set<String> replaced) {
        Set<Side> moved = EnumSet.noneOf(Side.class);
        for (Version gone : all().toList()) {
            Fact fact = gone.fact();
            if (fact.kind() == version.fact().kind()
                    && fact.side() == Side.KEPT
                    && gone.supersededRev() == version.rev()) {
                Side owner = owners.get(Id.of(fact));
                if (fact.key().equals(version.fact().key())) {
                    return owner;
                }
                if (!replaced.contains(fact.key() + "|" + version.rev())) {
                    moved.add(owner);
                }
            }
        }
        return moved.equals(Set.of(Side.MERGED)) ? Side.MERGED : Side.KEPT;
    }

    private Stream<Version> all() {
        return Stream.of(before, carriers, later).flatMap(List::stream);
    }

    /** What a record is to have; on the kept one a part of it stands already. */
    List<Fact> facts(Side side) {
        Map<String, Version> last = new LinkedHashMap<>();
        Stream.concat(before.stream(), later.stream())
                .filter(one -> owners.get(Id.of(one.fact())) == side)
                .sorted(Comparator.comparing(Version::rev))
                .forEach(one -> last.put(one.fact().key(), one));
        return last.values().stream()
                .map(Version::fact)
                .filter(fact -> !isTakenBack(fact, side))
                .sorted(Comparator.comparing(Fact::kind).thenComparing(Fact.BY_DAY))
                .toList();
    }

    private boolean isTakenBack(Fact fact, Side side) {
        Id id = Id.of(fact);
        List<Id> by = carried.getOrDefault(id, List.of(id));
        return !by.isEmpty() && by.stream().allMatch(one -> removals.get(one) == side);
    }

    /** Facts of one record that could not stand beside each other, in pairs. */
    List<UndoClash> clashes() {
        List<UndoClash> clashes = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Fact> facts = facts(side);
            for (int i = 0; i < facts.size(); i++) {
                for (Fact other : facts.subList(i + 1, facts.size())) {
                    if (other.kind() == facts.get(i).kind()
                            && other.kind().oneAtATime().isPresent()
                            && facts.get(i).clashes(other)) {
                        clashes.add(new UndoClash(side, facts.get(i), other));
                    }
                }
            }
        }
        return clashes;
    }

    /** What came after the merge and stands, with the record that it goes to. */
    Map<Fact, Side> arrived() {
        Map<Fact, Side> arrived = new LinkedHashMap<>();
        later.stream()
                .filter(one -> one.supersededRev() == 0)
                .forEach(one -> arrived.put(one.fact(), owners.get(Id.of(one.fact()))));
        return arrived;
    }

    /** What stands on the kept record and is not to stand there. */
    List<Fact> superseded() {
        Set<Fact> stay = new HashSet<>(facts(Side.KEPT));
        return all().filter(one -> one.supersededRev() == 0 && one.fact().side() == Side.KEPT)
                .map(Version::fact)
                .filter(fact -> !stay.contains(fact))
                .toList();
    }

    /** What is to be written anew on a record. */
    List<Fact> written(Side side) {
        Set<Fact> standing = new HashSet<>();
        if (side == Side.KEPT) {
            all().filter(one -> one.supersededRev() == 0).forEach(one -> standing.add(one.fact()));
        }
        return facts(side).stream().filter(fact -> !standing.contains(fact)).toList();
    }
}
