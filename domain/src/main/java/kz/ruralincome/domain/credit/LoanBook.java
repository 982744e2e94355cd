package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Predicate;

/** Some loans on one day and what is said of them together. Books of disjoint loans add up. */
public record LoanBook(Collection<Entry> entries) {

    /**
     * One loan that was handed over.
     *
     * @param handedOver what of it was handed over up to the day
     * @param isRescheduled whether it ages, on that day, by another schedule than its first
     */
    public record Entry(BigDecimal handedOver, Standing standing, boolean isRescheduled) {}

    public int loans() {
        return entries.size();
    }

    /** What was handed over. */
    public BigDecimal sum() {
        return entries.stream().map(Entry::handedOver).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Principal not paid back. */
    public BigDecimal outstanding() {
        return entries.stream()
                .map(entry -> entry.standing().outstanding().principal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Ratio share(BookShare share) {
        return share(share, entry -> true);
    }

    /** The same with rescheduled loans left out of both numbers. */
    public Ratio shareWithoutRescheduled(BookShare share) {
        return share(share, entry -> !entry.isRescheduled());
    }

    private Ratio share(BookShare share, Predicate<Entry> which) {
        return entries.stream()
                .filter(which)
                .map(entry -> share.of(entry.standing()))
                .reduce(Ratio.NONE, Ratio::plus);
    }
}
