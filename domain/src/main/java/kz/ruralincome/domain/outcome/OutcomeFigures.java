package kz.ruralincome.domain.outcome;

import java.util.List;
import java.util.Map;

/**
 * The figures of a territory beside some of them for each of its parts: one publication, in which the parts add up to the
 * whole.
 *
 * @param parts per indicator that was asked for
 */
public record OutcomeFigures(OutcomeAnswer<IndicatorLine> whole, Map<Indicator, List<DistrictLine>> parts) {}
