package kz.ruralincome.web.ui.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A lane of a person's timeline: facts of one kind.
 *
 * @param name what the lane is about, in words
 * @param isFrame it says where or with whom the person lived: it may begin long before anything happens
 */
public record Lane(String name, boolean isFrame, List<Spell> spells) {

    public Lane {
        spells = List.copyOf(spells);
    }

    /**
     * A time in which something was so.
     *
     * @param from empty: since ever
     * @param to the first day on which it is no longer so; empty: it still is
     * @param look the style class that it is drawn in
     * @param label what is so, in words
     * @param detail what goes with it, in words; may be empty
     */
    public record Spell(Optional<LocalDate> from, Optional<LocalDate> to, String look, String label, String detail) {}
}
