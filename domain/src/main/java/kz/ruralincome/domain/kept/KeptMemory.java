package kz.ruralincome.domain.kept;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers that were asked for last, in memory; the size of their texts stands for that of what they hold. */
final class KeptMemory {

    /** Of texts; an answer that was read takes some ten times as much, so all take some 25 MB at most. */
    private static final long CHARACTERS = 2_500_000;

    private final Map<Key, Entry> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    private record Key(Instant knownOn, String name) {}

    private record Entry(Object answer, int characters) {}

    synchronized Optional<Object> find(Instant knownOn, String name) {
        return Optional.ofNullable(kept.get(new Key(knownOn, name))).map(Entry::answer);
    }

    synchronized void keep(Instant knownOn, String name, Object answer, int size) {
        Entry before = kept.put(new Key(knownOn, name), new Entry(answer, size));
        characters += size - (before == null ? 0 : before.characters());
        var eldest = kept.entrySet().iterator();
        while (characters > CHARACTERS && eldest.hasNext()) {
            characters -= eldest.next().getValue().characters();
            eldest.remove();
        }
    }
}
