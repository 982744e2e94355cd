package kz.ruralincome.domain.account;

/**
 * Who stands behind a session that holds.
 *
 * @param mustChange the password is temporary: nothing is open but the page that changes it
 */
public record SessionAnswer(Access access, boolean mustChange) {}
