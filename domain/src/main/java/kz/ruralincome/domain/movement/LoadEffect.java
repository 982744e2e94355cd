package kz.ruralincome.domain.movement;

import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * What a load does to the states of people.
 *
 * @param told whether it is known, and of what it is told
 * @param persons whose state is another on some day, 0 where it is not known
 * @param newcomers of them, who had no state before
 * @param progress percent, while it is computed
 */
public record LoadEffect(Told told, long persons, long newcomers, int progress) {

    /** What is known. */
    public enum Told {
        /** It does not go in yet, and would. */
        WOULD,
        /** It does not go in yet, and so much would change that it is still computed in the background. */
        COMPUTING,
        /** It does not go in yet, and what it would do could not be computed. */
        NOT_COMPUTED,
        /** It went in. */
        DID,
        /** It went in; the run of the movement that follows will tell. */
        PENDING,
        /** It went in, and concerned more people than are counted, or everything was computed anew for the first time then. */
        UNCOUNTED,
        /** It is known, and not told to those who may see no persons: a group of it is small. */
        WITHHELD
    }

    LoadEffect(Told told, long persons, long newcomers) {
        this(told, persons, newcomers, 0);
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
