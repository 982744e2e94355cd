package kz.ruralincome.domain.merge;

/** Of two records of one person. */
public enum Side {
    KEPT,
    MERGED;

    Side other() {
        return this == KEPT ? MERGED : KEPT;
    }
}
