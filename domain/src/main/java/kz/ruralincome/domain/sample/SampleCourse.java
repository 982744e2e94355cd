package kz.ruralincome.domain.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The instalments of a loan as its lender reckons them, one after the other: the lenders of the sample have a program of
 * their own, so that it can differ from ours. Amounts in tiyn.
 */
final class SampleCourse {

    private static final MathContext EXACT_ENOUGH = new MathContext(30, RoundingMode.HALF_EVEN);
    private static final long MONTH = 120_000;
    private static final long NOT_KNOWN = -1;

    private final SampleTerms terms;
    private final LocalDate start;
    private final List<Instalment> own;
    private int number = 1;
    private long level = NOT_KNOWN;

    SampleCourse(SampleTerms terms) {
        this.terms = terms;
        this.start = LocalDate.ofEpochDay(terms.disbursedOn());
        this.own = terms.isOwn() ? instalments(terms) : List.of();
    }

    /** What falls due on a day. */
    record Instalment(int dueOn, long principal, long interest) {}

    /** The same loan under other terms from a day on: what is due after it is reckoned anew. */
    static SampleCourse from(SampleTerms terms, int day) {
        var course = new SampleCourse(terms);
        while (course.nextDueOn() <= day) {
            course.number++;
        }
        return course;
    }

    /** A lender's own schedule: in spring and autumn, when there is something to sell. */
    static List<Instalment> instalments(SampleTerms terms) {
        List<Instalment> all = new ArrayList<>();
        LocalDate start = LocalDate.ofEpochDay(terms.disbursedOn());
        int step = terms.purpose().equals("CROPS") ? 12 : 6;
        int count = terms.term() / step;
        long left = terms.principal() * 100;
        long share = left / count / 100_000 * 100_000;
        for (int n = 1; n <= count; n++) {
            long interest = (left * terms.rate() * step + MONTH / 2) / MONTH;
            long principal = n == count ? left : share;
            left -= principal;
            all.add(new Instalment((int) start.plusMonths((long) n * step).toEpochDay(), principal, interest));
        }
        return all;
    }

    /** When the next instalment is due; never after the last. */
    int nextDueOn() {
        if (number > last()) {
            return SampleDays.NEVER;
        }
        return terms.isOwn()
                ? own.get(number - 1).dueOn()
                : (int) start.plusMonths(number).toEpochDay();
    }

    private int last() {
        return terms.isOwn() ? own.size() : terms.term();
    }

    /** How many months have begun since the disbursement. */
    int monthsBegun() {
        return number;
    }

    /** The next instalment, of what is left of the principal. */
    Instalment fallDue(long balance) {
        int dueOn = nextDueOn();
        Instalment due = terms.isOwn() ? own.get(number - 1) : computed(dueOn, balance);
        number++;
        return due;
    }

    private Instalment computed(int dueOn, long balance) {
        long interest = (balance * terms.rate() + MONTH / 2) / MONTH;
        if (number == last()) {
            return new Instalment(dueOn, balance, interest);
        }
        if (number <= terms.grace()) {
            return new Instalment(dueOn, 0, interest);
        }
        boolean isAnnuity = terms.schedule().equals("ANNUITY");
        if (level == NOT_KNOWN) {
            int left = last() - number + 1;
            level = isAnnuity ? annuity(balance, left) : (2 * balance + left) / (2 * left);
        }
        return new Instalment(dueOn, Math.min(balance, isAnnuity ? level - interest : level), interest);
    }

    private long annuity(long balance, int instalments) {
        var month = BigDecimal.valueOf(terms.rate()).divide(BigDecimal.valueOf(MONTH), EXACT_ENOUGH);
        var grown = BigDecimal.ONE.add(month).pow(instalments, EXACT_ENOUGH);
        return BigDecimal.valueOf(balance)
                .multiply(month)
                .multiply(grown)
                .divide(grown.subtract(BigDecimal.ONE), EXACT_ENOUGH)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The balance grew by a tranche, or was lowered ahead of time: what follows is made anew of it. */
    void reckonAnew() {
        level = NOT_KNOWN;
    }
}
