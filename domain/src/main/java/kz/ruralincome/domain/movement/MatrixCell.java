package kz.ruralincome.domain.movement;

import java.util.Optional;

/**
 * How many persons went from one state to another, or stayed in it.
 *
 * @param from a state, or {@link #ELSEWHERE}
 * @param to a state, or {@link #ELSEWHERE}
 * @param persons how many, at least one; empty: withheld, as a small group could be recognised
 * @param members SHA-256 over their sorted IINs, for callers who may open the cell
 */
public record MatrixCell(String from, String to, Optional<Long> persons, Optional<String> members) {

    /** Stands on a date on which they do not live in the territory asked. */
    public static final String ELSEWHERE = "ELSEWHERE";
}
