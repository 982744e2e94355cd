package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a batch is for.
 *
 * @param dryRun its lines are judged, and nothing is written
 * @param complete the day for which these are all open loans of the lender
 */
public record BatchOptions(boolean dryRun, Optional<LocalDate> complete) {}
