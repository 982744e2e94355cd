package kz.ruralincome.web.rest.credit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import kz.ruralincome.domain.credit.LoanPage;
import kz.ruralincome.domain.credit.LoanStatus;
import kz.ruralincome.domain.shared.InvalidRequest;

/** What stands in the query of a call, read. */
final class LoanParameters {

    private static final int ORDINARY_PAGE = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private LoanParameters() {}

    static boolean flag(String field, String text) {
        if (isAbsent(text) || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw new InvalidRequest(field, "batch.option.flag");
        }
        return true;
    }

    static Optional<LocalDate> date(String field, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> isSensible(day.getYear()))
                    .or(() -> {
                        throw new InvalidRequest(field, "date.invalid");
                    });
        } catch (DateTimeParseException noDate) {
            throw new InvalidRequest(field, "date.invalid");
        }
    }

    static Optional<OffsetDateTime> moment(String field, String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            if (isSensible(moment.getYear())) {
                return Optional.of(moment);
            }
        } catch (DateTimeParseException noMoment) {
            // told below
        }
        throw new InvalidRequest(field, "layout.wrong.moment", text);
    }

    static Optional<LoanStatus> status(String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        for (LoanStatus status : LoanStatus.values()) {
            if (status.name().equals(text)) {
                return Optional.of(status);
            }
        }
        throw new InvalidRequest("status", "value.unknown", java.util.Arrays.toString(LoanStatus.values()));
    }

    /** Empty when no page can be so long. */
    static OptionalInt limit(String text) {
        if (isAbsent(text)) {
            return OptionalInt.of(ORDINARY_PAGE);
        }
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LoanPage.MOST
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    static Optional<String> text(String text) {
        return isAbsent(text) ? Optional.empty() : Optional.of(text);
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isSensible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
