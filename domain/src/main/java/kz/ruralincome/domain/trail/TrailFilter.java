package kz.ruralincome.domain.trail;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of the trail are asked for.
 *
 * @param account who did it
 * @param action what was done, as {@code participant.opened}
 * @param from the first day, in Almaty
 * @param to the last day
 * @param person whom it showed
 */
public record TrailFilter(
        Optional<String> account,
        Optional<String> action,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<UUID> person) {

    public static final TrailFilter ALL =
            new TrailFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
