package kz.ruralincome.domain.intake;

import java.time.OffsetDateTime;

/** Who has said, and why, that the errors of a load need not be mended. */
public record LoadSetAside(String account, String reason, OffsetDateTime at) {}
