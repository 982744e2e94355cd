package kz.ruralincome.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ruralincome.domain.claim.Figures;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.Indicator.Kind;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.Window;

/**
 * What the sentences of a report are held against: the figures that it prints itself, else those of the register.
 *
 * <p>The report with its sentences is one publication. So people below the region are told as it prints them: a figure that it
 * withholds is not known, nor is one that it does not print, since it could be taken from those that it does.
 *
 * <p>A FLOW is told over the window of the report. The register tells it of the year to date, so where the report looks at
 * other days nothing is known but what it prints: a figure of a quarter is never held against one of a year.
 */
final class SentenceFigures implements Figures {

    private final CollegiumReport report;
    private final Figures register;
    private final Predicate<String> isBelowRegion;

    /** @param register as known on the moment of the report, as everyone may see it */
    SentenceFigures(CollegiumReport report, Figures register, Predicate<String> isBelowRegion) {
        this.report = report;
        this.register = register;
        this.isBelowRegion = isBelowRegion;
    }

    @Override
    public Optional<BigDecimal> value(String code, LocalDate asOf, Optional<String> territory) {
        Indicator indicator = Indicator.of(code).orElseThrow();
        Optional<String> place = territory.or(report::territory);
        boolean isNow = asOf.equals(report.asOf());
        if (isNow || asOf.equals(report.asOf().minusYears(1))) {
            Optional<IndicatorLine> printed = printed(indicator, place);
            if (printed.isPresent()) {
                return isNow ? printed.get().value() : printed.get().previous();
            }
        }
        if (indicator.kind() == Kind.FLOW && !looksAtTheYearToDate()) {
            return Optional.empty();
        }
        boolean isWithheld =
                indicator.isProtected() && place.filter(isBelowRegion).isPresent();
        return isWithheld ? Optional.empty() : register.value(code, asOf, place);
    }

    private boolean looksAtTheYearToDate() {
        return report.flowFrom()
                .equals(Window.of(report.asOf(), Optional.empty()).start());
    }

    @Override
    public Optional<BigDecimal> plan(String code, LocalDate asOf, Optional<String> territory) {
        return register.plan(code, asOf, territory.or(report::territory));
    }

    private Optional<IndicatorLine> printed(Indicator indicator, Optional<String> place) {
        if (place.equals(report.territory())) {
            return report.figures().stream()
                    .filter(line -> line.indicator() == indicator)
                    .findFirst();
        }
        return report.parts().stream()
                .filter(part -> place.equals(Optional.of(part.kato())))
                .findFirst()
                .map(part -> part.lines().get(indicator));
    }
}
