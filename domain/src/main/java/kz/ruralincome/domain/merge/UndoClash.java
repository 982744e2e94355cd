package kz.ruralincome.domain.merge;

/** Two facts that could not both stand on a record if the merge were undone. */
public record UndoClash(Side on, Fact one, Fact other) {}
