package kz.ruralincome.domain.correction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FactRows;

/**
 * All that was ever said of one fact, the oldest first: this was said, then that. A fact is known by the key of its list; one
 * that a correction has moved to another key is the same fact still.
 *
 * @param versions at least one
 */
public record FactHistory(String list, List<Version> versions) {

    public FactHistory {
        versions = List.copyOf(versions);
    }

    /**
     * What was said at one time.
     *
     * @param replaced when and how it was said no longer; empty: it stands
     */
    public record Version(FactRow row, Writing written, Optional<Writing> replaced) {}

    /**
     * That something was written down.
     *
     * @param account whose doing it was
     * @param file of a list, as it was called when it was sent on the pages
     * @param load with which it came; of facts that come in no load, empty
     * @param correction empty: it was none
     */
    public record Writing(
            long revision,
            OffsetDateTime at,
            String account,
            Origin origin,
            Optional<String> file,
            Optional<UUID> load,
            Optional<ByHand> correction) {}

    /** Whence something came. */
    public enum Origin {
        /** A list sent on the pages. */
        FILE,
        /** A list sent by a program. */
        CALL,
        SCREENING,
        ENROLMENT,
        CONSENT,
        CORRECTION,
        /** A load was taken back. */
        WITHDRAWAL,
        /** Two records of one person became one, or two again. */
        MERGE,
        OTHER
    }

    /**
     * Why a fact was put right.
     *
     * @param proposedBy may be another account than the one that wrote it
     */
    public record ByHand(long id, String reason, String document, String proposedBy) {}

    /** The version that stands; empty: the fact was taken back. */
    public Optional<Version> standing() {
        return versions.stream().filter(version -> version.row().stands()).findFirst();
    }

    /** What was said last. */
    public Version last() {
        return standing().orElseGet(() -> versions.get(versions.size() - 1));
    }

    /** The first day of the fact as it is known best; empty: since ever, or it has none. */
    public Optional<LocalDate> begins() {
        FactRow row = last().row();
        return row.cell("from")
                .or(() -> row.cell("date"))
                .or(() -> row.cell("paid_on"))
                .map(LocalDate::parse);
    }

    /** Whether the version is of this fact. */
    public boolean holds(String ofList, long version) {
        return list.equals(ofList)
                && versions.stream().anyMatch(one -> one.row().id() == version);
    }

    /** Puts versions into facts, in the order of lists and beginnings, the newest first. */
    static List<FactHistory> of(List<FactRow> rows, Map<Long, Writing> writings) {
        Map<Key, Key> moves = moves(rows, writings);
        Map<Key, List<Version>> facts = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparingLong(FactRow::id)).forEach(row -> facts.computeIfAbsent(
                        first(moves, Key.of(row)), none -> new ArrayList<>())
                .add(new Version(
                        row, writings.get(row.revision()), row.superseded().map(writings::get))));
        return facts.entrySet().stream()
                .map(fact -> new FactHistory(fact.getKey().list(), fact.getValue()))
                .sorted(Comparator.comparing(
                        (FactHistory fact) -> fact.begins().orElse(LocalDate.MIN), Comparator.reverseOrder()))
                .toList();
    }

    private record Key(String list, List<Optional<String>> cells) {

        static Key of(FactRow row) {
            List<String> headings = row.list().equals(Suspensions.LIST) ? List.of("from") : FactRows.keys(row.list());
            return new Key(row.list(), headings.stream().map(row::cell).toList());
        }
    }

    /** By the key, one from which corrections have moved a fact, where each did so with one alone. */
    private static Map<Key, Key> moves(List<FactRow> rows, Map<Long, Writing> writings) {
        Map<Key, Key> moves = new LinkedHashMap<>();
        for (FactRow come : rows) {
            if (writings.get(come.revision()).correction().isEmpty()) {
                continue;
            }
            List<FactRow> gone = rows.stream()
                    .filter(row -> row.list().equals(come.list())
                            && row.superseded()
                                    .filter(revision -> revision == come.revision())
                                    .isPresent())
                    .toList();
            if (gone.size() == 1) {
                Key now = first(moves, Key.of(come));
                Key before = first(moves, Key.of(gone.get(0)));
                if (!now.equals(before)) { // moved there and back it would go round in a circle
                    moves.put(now, before);
                }
            }
        }
        return moves;
    }

    private static Key first(Map<Key, Key> moves, Key key) {
        Key first = key;
        while (moves.containsKey(first)) {
            first = moves.get(first);
        }
        return first;
    }
}
