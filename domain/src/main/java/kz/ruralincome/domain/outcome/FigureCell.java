package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * One number of a page of figures: an indicator of a territory or of a part of it; of registrations perhaps those of a month,
 * or of a reason.
 *
 * @param part the key of a part; empty: all of the territory
 * @param ending the name of a {@link RegistrationEnding}, or {@link #OTHERWISE}; of ends alone
 */
public record FigureCell(
        Indicator indicator, Optional<String> part, Optional<YearMonth> month, Optional<String> ending) {

    /** Ended for whatever reason but the law of 2026. */
    public static final String OTHERWISE = "OTHERWISE";

    public FigureCell {
        requireNonNull(indicator, "indicator");
        requireNonNull(part, "part");
        requireNonNull(month, "month");
        requireNonNull(ending, "ending");
        if (month.isPresent() && indicator.unit() != Indicator.Unit.REGISTRATION) {
            throw new InvalidRequest("month", "outcomeview.figure.month.not-told");
        }
        if (ending.isPresent() && indicator != Indicator.REGISTRATIONS_ENDED) {
            throw new InvalidRequest("ending", "outcomeview.figure.ending.not-told");
        }
    }

    /** Whether people stand behind the figure, and not figures that were given for a territory. */
    public static boolean hasPeople(Indicator indicator) {
        return !indicator.isGivenForTerritories();
    }

    /** Which rows of {@link #told} it holds, with alias {@code c}. */
    RowCondition condition(Places places, Optional<String> territory) {
        var here = places.condition("c.unit_id", territory, part)
                .orElseThrow(() -> new InvalidRequest("part", "outcomeview.figure.part.unknown", part.orElse("")));
        List<String> conditions = new ArrayList<>(List.of(here.sql(), which()));
        List<Object> parameters = new ArrayList<>(here.parameters());
        month.ifPresent(asked -> {
            conditions.add("c.on_date >= ? and c.on_date < ?");
            parameters.add(asked.atDay(1));
            parameters.add(asked.plusMonths(1).atDay(1));
        });
        ending.ifPresent(asked -> {
            conditions.add(asked.equals(OTHERWISE) ? "c.what <> ?" : "c.what = ?");
            parameters.add(asked.equals(OTHERWISE) ? RegistrationEnding.LAW_2026.name() : asked);
        });
        return new RowCondition(String.join(" and ", conditions), parameters);
    }

    private String which() {
        return switch (indicator) {
            case INCOME_PER_CAPITA -> told().counts().get(Quantity.INCOME_HOUSEHOLDS_KNOWN);
            case CREDIT_PAR30 -> "at_risk";
            default -> told().counts().getOrDefault(Quantity.valueOf(indicator.name()), "true");
        };
    }

    /** The text by which it is counted. */
    CountedSql told() {
        return switch (indicator) {
            case ASP_PERSONS, ASP_IN_EMPLOYMENT_MEASURES -> LedgerSql.ASP_IN_WINDOW;
            case ASP_PERSONS_ON_DAY,
                    SELFEMPLOYED_UNPRODUCTIVE,
                    SELFEMPLOYED_REGIME,
                    SELFEMPLOYED,
                    UNEMPLOYED,
                    ENTREPRENEURS,
                    MOVED_ASP_TO_ENTREPRENEUR,
                    MOVED_SELFEMPLOYED_TO_ENTREPRENEUR -> LedgerSql.PERSONS_ON_DAY;
            case ASP_HOUSEHOLDS -> LedgerSql.HOUSEHOLDS_IN_WINDOW;
            case ASP_HOUSEHOLDS_ON_DAY, MOVED_OFF_ASP_HOUSEHOLDS -> LedgerSql.HOUSEHOLDS_ON_DAY;
            case ASP_ASSIGNED -> LedgerSql.ASSIGNED;
            case ASP_PAID -> LedgerSql.PAID;
            case ASP_CHILDREN_WITH_PACKAGE -> LedgerSql.PACKAGES;
            case REGISTRATIONS_NEW -> RegistrationSql.BEGINNINGS;
            case REGISTRATIONS_ENDED, REGISTRATIONS_ENDED_BY_LAW -> RegistrationSql.ENDS;
            case INCOME_PER_CAPITA -> LedgerSql.INCOME;
            case CREDIT_LOANS, CREDIT_DISBURSED -> CreditSql.DISBURSED;
            case CREDIT_PAR30 -> CreditSql.OUTSTANDING;
            case ASP_ALLOCATED, REHABILITATION_REGISTERED, REHABILITATION_SATISFIED, REHABILITATION_PERCENT ->
                throw new InvalidRequest("indicator", "outcomeview.figure.no-people");
        };
    }

    /** Whether households are counted, or what belongs to them; behind it stand their members of that day. */
    public boolean isOfHouseholds() {
        return LedgerSql.OF_HOUSEHOLDS.contains(told());
    }
}
