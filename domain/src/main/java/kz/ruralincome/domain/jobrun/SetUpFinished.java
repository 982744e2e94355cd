package kz.ruralincome.domain.jobrun;

/** Fired once on every node, when the database holds all that the program begins with: jobs may now start. */
public record SetUpFinished() {}
