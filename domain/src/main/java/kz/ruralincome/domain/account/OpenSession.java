package kz.ruralincome.domain.account;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A session of the pages that holds.
 *
 * @param address from where it was begun
 * @param lastUsedAt to a minute
 */
public record OpenSession(UUID id, String account, OffsetDateTime beganAt, String address, OffsetDateTime lastUsedAt) {}
