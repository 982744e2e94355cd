package kz.ruralincome.domain.account;

import java.util.UUID;

/**
 * Who stands behind a session that holds.
 *
 * @param mustChange the password is temporary: nothing is open but the page that changes it
 */
public record SessionAnswer(UUID id, Access access, boolean mustChange) {}
