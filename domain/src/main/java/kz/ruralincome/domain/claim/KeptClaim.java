package kz.ruralincome.domain.claim;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A claim that was handed in, by whom and when. */
public record KeptClaim(UUID id, Claim claim, String account, OffsetDateTime recordedAt) {}
