package kz.ruralincome.domain.outcome;

import java.time.YearMonth;

/** The registrations of the days of one month that lie in the window. */
public record RegistrationMonth(YearMonth month, RegistrationCounts counts) {}
