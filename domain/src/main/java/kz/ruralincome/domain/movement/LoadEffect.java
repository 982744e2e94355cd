package kz.ruralincome.domain.movement;

import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * What a load does to the states of people.
 *
 * @param told whether it is known, and of what it is told
 * @param persons whose state is another on some day, 0 where it is not known
 * @param newcomers of them, who had no state before
 */
public record LoadEffect(Told told, long persons, long newcomers) {

    /** What is known. */
    public enum Told {
        /** It does not go in yet, and would. */
        WOULD,
        /** It does not go in yet, and would change more rows than are tried. */
        TOO_MANY,
        /** It went in. */
        DID,
        /** It went in; the run of the movement that follows will tell. */
        PENDING,
        /** It went in, and concerned more people than are counted, or everything was computed anew for the first time then. */
        UNCOUNTED,
        /** It is known, and not told to those who may see no persons: a group of it is small. */
        WITHHELD
    }

    static LoadEffect notKnown(Told told) {
        return new LoadEffect(told, 0, 0);
    }

    /** What those are told who may see no persons: all of it, or that it is withheld. */
    LoadEffect published(SmallCellLimit limit) {
        boolean isSmall = limit.isSmall(persons) || limit.isSmall(newcomers) || limit.isSmall(persons - newcomers);
        return isSmall ? notKnown(Told.WITHHELD) : this;
    }
}
