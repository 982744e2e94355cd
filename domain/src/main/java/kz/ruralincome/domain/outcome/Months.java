package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.stream.Stream;

/** The first days of months, on which figures are told most. */
final class Months {

    private Months() {}

    /** The first days of months on and between two days, in order. */
    static Stream<LocalDate> startingFrom(LocalDate first, LocalDate last) {
        LocalDate begin =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        return Stream.iterate(begin, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }
}
