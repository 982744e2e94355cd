package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loan from the day on which money was handed over to its end, with how late it was in between.
 *
 * @param id its number, by which it is opened
 * @param lender the code of the lender
 * @param to the day on which it was repaid or written off for good; empty: it runs
 * @param stretches side by side, from {@code from} to {@code to}; those of a running loan end where they were asked up to
 */
public record LoanCourse(
        long id, String contractNo, String lender, LocalDate from, Optional<LocalDate> to, List<Stretch> stretches) {

    private static final int[] FIRST_DAYS_LATE = {1, 31, 61, 91};

    public LoanCourse {
        stretches = List.copyOf(stretches);
    }

    /**
     * A time in one class of days past due.
     *
     * @param bucket 0: none, 1: 1–30 days past due, 2: 31–60, 3: 61–90, 4: more
     * @param to the first day after it
     */
    public record Stretch(int bucket, LocalDate from, LocalDate to) {}

    /** From a day on something has been overdue since the other; empty: nothing is. */
    record Step(LocalDate from, Optional<LocalDate> overdueSince) {}

    /** The classes between two days: of a loan that was not aged yet, none but the first. */
    static List<Stretch> stretches(List<Step> steps, LocalDate from, LocalDate to) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate reached = from;
        for (int i = 0; i < steps.size() && reached.isBefore(to); i++) {
            LocalDate end = i + 1 < steps.size() ? earlier(steps.get(i + 1).from(), to) : to;
            if (i == 0) {
                reached = add(stretches, 0, reached, earlier(steps.get(0).from(), to));
            }
            Optional<LocalDate> since = steps.get(i).overdueSince();
            for (int bucket = 0; bucket <= FIRST_DAYS_LATE.length; bucket++) {
                boolean isLast = since.isEmpty() || bucket == FIRST_DAYS_LATE.length;
                LocalDate until = isLast ? end : earlier(since.get().plusDays(FIRST_DAYS_LATE[bucket]), end);
                reached = add(stretches, bucket, reached, until);
                if (since.isEmpty()) {
                    break;
                }
            }
        }
        if (steps.isEmpty()) {
            add(stretches, 0, from, to);
        }
        return stretches;
    }

    /** One that goes on is made longer; gives the day that is reached. */
    private static LocalDate add(List<Stretch> stretches, int bucket, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return from;
        }
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).bucket() == bucket) {
            stretches.set(last, new Stretch(bucket, stretches.get(last).from(), to));
        } else {
            stretches.add(new Stretch(bucket, from, to));
        }
        return to;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
