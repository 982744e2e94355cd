package kz.ruralincome.domain.account;

import java.time.OffsetDateTime;

/**
 * An account that nothing is looked at for, since too many passwords were wrong.
 *
 * @param address for whom it is closed; {@code *}: for everybody who did not sign in before
 * @param failures how many were wrong, within a quarter of an hour from one to the next
 * @param closedUntil of the past: the next wrong one closes it again at once
 */
public record SignInHold(
        String account, String address, int failures, OffsetDateTime lastAt, OffsetDateTime closedUntil) {}
