package kz.ruralincome.domain.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a parameter in a territory, the latest first; none: nobody has said its value.
 *
 * @param unit the region (KATO); empty: the whole country
 */
public record ParameterSeries(ParameterName name, Optional<Integer> unit, List<ParameterVersion> versions) {

    public ParameterSeries {
        versions = List.copyOf(versions);
    }

    /** What holds on the day. */
    public Optional<ParameterVersion> on(LocalDate day) {
        return versions.stream().filter(version -> !version.from().isAfter(day)).findFirst();
    }

    /** The next that will hold after the day. */
    public Optional<ParameterVersion> after(LocalDate day) {
        return versions.stream().filter(version -> version.from().isAfter(day)).reduce((later, earlier) -> earlier);
    }
}
