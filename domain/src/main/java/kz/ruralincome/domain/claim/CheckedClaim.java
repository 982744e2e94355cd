package kz.ruralincome.domain.claim;

import java.util.List;

/** A claim and what the program makes of each of its statements. */
public record CheckedClaim(KeptClaim kept, List<CheckedStatement> statements) {}
