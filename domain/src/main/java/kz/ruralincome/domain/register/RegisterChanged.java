package kz.ruralincome.domain.register;

/**
 * Fired in the transaction that has written facts; whoever computes from facts observes it after success.
 *
 * @param by what changed them, as {@code load} or {@code withdrawal}
 */
public record RegisterChanged(String by) {}
