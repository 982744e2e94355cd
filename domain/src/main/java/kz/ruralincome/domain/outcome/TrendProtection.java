package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * Withholds small groups from a trend, which is one publication.
 *
 * <p>A small count of persons or registrations is withheld, and of a figure that grows through the year also a count that
 * differs by so few from the one told last, or by one more if a month between them is withheld: whoever subtracts would read
 * off the few who came in between. In other figures those who came and those who went both stand behind a difference, so it
 * says of no group how large it is. Of loans it is the borrowers behind a figure of whom there must not be few; when the figure
 * grows and they do not, it is by loans of some of them.
 */
final class TrendProtection {

    private TrendProtection() {}

    /** @param points in the order of the months */
    static List<TrendPoint> of(TrendFigure figure, List<TrendPoint> points, SmallCellLimit limit) {
        if (!figure.isProtected()) {
            return points;
        }
        boolean isGrowing = figure.kind() == Indicator.Kind.FLOW;
        List<TrendPoint> shown = new ArrayList<>();
        LocalDate window = null;
        long told = 0;
        BigDecimal valueTold = BigDecimal.ZERO;
        boolean isAnyWithheld = false;
        for (TrendPoint point : points) {
            if (!point.flowFrom().equals(window)) {
                window = point.flowFrom();
                told = 0;
                valueTold = BigDecimal.ZERO;
                isAnyWithheld = false;
            }
            if (point.value().isEmpty()) {
                shown.add(point);
                continue;
            }
            BigDecimal value = point.value().get();
            long count = point.behind().orElseGet(value::longValueExact);
            boolean isAny = value.signum() != 0 || count != 0; // some loans may be of people who are counted elsewhere
            // of those who came since, one at least came in the month that is withheld: the others must not be few
            // either
            long came = Math.abs(count - told) - (isAnyWithheld ? 1 : 0);
            boolean isSmall = isAny && count <= limit.largest()
                    || isGrowing && value.compareTo(valueTold) != 0 && came <= limit.largest();
            shown.add(isSmall ? point.withheld() : point);
            told = isSmall ? told : count;
            valueTold = isSmall ? valueTold : value;
            isAnyWithheld = isSmall;
        }
        return shown;
    }
}
