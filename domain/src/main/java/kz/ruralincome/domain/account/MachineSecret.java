package kz.ruralincome.domain.account;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What may be known of a secret; never the secret.
 *
 * @param holds whether one can sign in with it
 * @param lastUsedAt to some minutes
 */
public record MachineSecret(
        int id,
        boolean holds,
        OffsetDateTime createdAt,
        String createdBy,
        Optional<OffsetDateTime> expiresAt,
        Optional<OffsetDateTime> revokedAt,
        Optional<String> revokedBy,
        Optional<OffsetDateTime> lastUsedAt) {}
