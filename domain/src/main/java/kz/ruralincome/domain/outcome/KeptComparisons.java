package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.outcome.ComparisonReading.Wanted;

/** Groups side by side, kept before anything of them is withheld. */
@ApplicationScoped
public class KeptComparisons {

    /** Another when other figures are counted: an answer that was kept without them would read as 0. */
    private static final int FORM = Arrays.toString(ComparisonFigure.values()).hashCode();

    @Inject
    private ComparisonReading reading;

    @Inject
    private KeptAnswers kept;

    /**
     * The groups; public for the proxy of the container.
     *
     * @param territory the one that was settled: with the moment it settles all else that is wanted
     */
    public List<ComparedGroup> groups(Wanted wanted, Optional<String> territory) {
        var question = wanted.question();
        String name = "comparison-%08x %s %s %s %s"
                .formatted(FORM, question.grouping(), question.from(), question.to(), territory.orElse("-"));
        return kept.answer(
                wanted.knownOn(),
                name,
                new OneByOne<>(
                        any -> name, KeptComparisons::written, KeptComparisons::read, any -> reading.groups(wanted)));
    }

    /** A line a group: its side and its counts by name; what is left out is 0. */
    static String written(List<ComparedGroup> groups) {
        return groups.stream()
                .map(group -> group.side() + " "
                        + group.counts().entrySet().stream()
                                .map(count -> count.getKey() + "=" + count.getValue())
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    static List<ComparedGroup> read(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .map(fields -> {
                    Map<ComparisonFigure, Long> counts = new EnumMap<>(ComparisonFigure.class);
                    Arrays.stream(fields)
                            .skip(1)
                            .map(field -> field.split("="))
                            .forEach(field -> counts.put(ComparisonFigure.valueOf(field[0]), Long.valueOf(field[1])));
                    return new ComparedGroup(Side.valueOf(fields[0]), counts, Set.of());
                })
                .toList();
    }
}
