package kz.ruralincome.domain.claim;

import static java.math.MathContext.DECIMAL128;
import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a percentage follows from its numbers, and of which others it would. Signs do not count: a fall is a share. */
final class PercentCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final NavigableSet<BigDecimal> candidates = new TreeSet<>();

    /** @param numbers all numbers of the claim: each, and the sum and difference of any two, may be the base */
    PercentCheck(Collection<BigDecimal> numbers) {
        List<BigDecimal> positive = numbers.stream()
                .map(BigDecimal::abs)
                .filter(number -> number.signum() > 0)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .toList();
        candidates.addAll(positive);
        for (BigDecimal one : positive) {
            for (BigDecimal other : positive) {
                candidates.add(one.add(other));
                if (one.compareTo(other) > 0) {
                    candidates.add(one.subtract(other));
                }
            }
        }
    }

    CheckedStatement check(Statement.Percent statement) {
        PublishedNumber printed = number(statement.printed());
        BigDecimal unit = printed.value().scale() > 0 ? printed.unit() : BigDecimal.ONE;
        var absolute = new PublishedNumber(printed.value().abs(), unit);
        BigDecimal part = number(statement.part()).value().abs();
        List<BigDecimal> bases = candidates.stream()
                .filter(base -> isShare(part, base, absolute))
                .map(base -> new BigDecimal(base.toPlainString()))
                .toList();
        Optional<BigDecimal> whole =
                statement.whole().map(text -> number(text).value().abs()).filter(number -> number.signum() > 0);
        if (whole.isEmpty()) {
            Verdict verdict = bases.isEmpty() ? Verdict.NOT_KNOWN : Verdict.ROUNDED;
            return new CheckedStatement(statement, verdict, Optional.empty(), bases);
        }
        BigDecimal share = share(part, whole.get());
        return new CheckedStatement(
                statement, Verdict.of(share, absolute), Optional.of(Verdict.to(unit, share, HALF_UP)), bases);
    }

    private static boolean isShare(BigDecimal part, BigDecimal base, PublishedNumber printed) {
        return Verdict.to(printed.unit(), share(part, base), HALF_UP).compareTo(printed.value()) == 0;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, DECIMAL128);
    }

    private static PublishedNumber number(String text) {
        return PublishedNumber.of(text).orElseThrow();
    }
}
