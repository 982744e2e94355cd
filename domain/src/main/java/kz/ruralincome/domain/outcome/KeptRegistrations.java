package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.RegistrationReading.Found;
import kz.ruralincome.domain.outcome.RegistrationReading.Told;

/** Registrations that began and ended in a window, of all territories, kept before anything of them is withheld. */
@ApplicationScoped
public class KeptRegistrations {

    private static final String NONE = "-";

    @Inject
    private RegistrationReading reading;

    @Inject
    private KeptAnswers kept;

    /** What {@link RegistrationReading#read} finds; public for the proxy of the container. */
    public Found read(Window window, Population population, OffsetDateTime knownOn) {
        String name = "registrations-1 %s %s %s".formatted(window.start(), window.asOf(), population);
        return kept.answer(
                knownOn,
                name,
                new OneByOne<>(
                        any -> name,
                        KeptRegistrations::written,
                        KeptRegistrations::read,
                        any -> reading.read(window, population, knownOn)));
    }

    /** The reason in the first line, a month and unit in each other. */
    static String written(Found found) {
        return Stream.concat(
                        Stream.of(found.reason().orElse(NONE)),
                        found.told().stream().map(KeptRegistrations::written))
                .collect(Collectors.joining("\n"));
    }

    private static String written(Told told) {
        return "%s %s %s %d"
                .formatted(told.month(), told.unit().map(Object::toString).orElse(NONE), told.what(), told.count());
    }

    static Found read(String text) {
        List<String> lines = text.lines().toList();
        return new Found(
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(" "))
                        .map(fields -> new Told(
                                YearMonth.parse(fields[0]),
                                known(fields[1]).map(Integer::valueOf),
                                fields[2],
                                Long.parseLong(fields[3])))
                        .toList(),
                known(lines.get(0)));
    }

    private static Optional<String> known(String field) {
        return Optional.of(field).filter(value -> !value.equals(NONE));
    }
}
