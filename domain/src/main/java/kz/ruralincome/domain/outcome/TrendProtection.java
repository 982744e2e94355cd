package kz.ruralincome.domain.outcome;

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
 * says of no group how large it is.
 */
final class TrendProtection {

    private TrendProtection() {}

    /** @param points in the order of the months */
    static List<TrendPoint> of(TrendFigure figure, List<TrendPoint> points, SmallCellLimit limit) {
        if (!figure.unit().isProtected()) {
            return points;
        }
        boolean isGrowing = figure.kind() == Indicator.Kind.FLOW;
        List<TrendPoint> shown = new ArrayList<>();
        LocalDate window = null;
        long told = 0;
        boolean isAnyWithheld = false;
        for (TrendPoint point : points) {
            if (!point.flowFrom().equals(window)) {
                window = point.flowFrom();
                told = 0;
                isAnyWithheld = false;
            }
            if (point.value().isEmpty()) {
                shown.add(point);
                continue;
            }
            long count = point.value().get().longValueExact();
            long came = Math.abs(count - told);
            // of those who came since, one at least came in the month that is withheld: the others must not be few
            // either
            boolean isSmall = limit.isSmall(count)
                    || isGrowing && (limit.isSmall(came) || isAnyWithheld && limit.isSmall(came - 1));
            shown.add(isSmall ? point.withheld() : point);
            told = isSmall ? told : count;
            isAnyWithheld = isSmall;
        }
        return shown;
    }
}
