package kz.ruralincome.domain.movement;

import java.util.Optional;

/**
 * The people who left or came for one reason.
 *
 * @param persons empty: withheld
 * @param members SHA-256 over their sorted IINs, as in a cell of the matrix; only for callers who may open it
 */
public record ChangePart(ChangeReason reason, Optional<Long> persons, Optional<String> members) {}
