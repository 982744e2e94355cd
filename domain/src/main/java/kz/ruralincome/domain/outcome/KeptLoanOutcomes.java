package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Basis;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Counted;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Found;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;

/** What loans led to, kept before anything of it is withheld; the names of lenders are those of today. */
@ApplicationScoped
public class KeptLoanOutcomes {

    private static final String NONE = "-";

    private static final Map<String, LoanMeasure> MEASURES =
            LoanMeasure.ALL.stream().collect(Collectors.toUnmodifiableMap(LoanMeasure::code, measure -> measure));

    /** Another when other measures are counted: an answer that was kept without them would read as 0. */
    private static final int FORM =
            LoanMeasure.ALL.stream().map(LoanMeasure::code).toList().hashCode();

    @Inject
    private LoanOutcomeReading reading;

    @Inject
    private KeptAnswers kept;

    /**
     * What {@link LoanOutcomeReading#read} finds; public for the proxy of the container.
     *
     * @param territory the one that was settled: with the moment it settles all else that is wanted
     */
    public Found read(Wanted wanted, Optional<String> territory) {
        Basis basis = reading.basis(wanted.knownOn());
        if (!basis.has(wanted.lender())) {
            return reading.read(wanted);
        }
        String name = "loans-%08x %s %s %s %s %s"
                .formatted(
                        FORM,
                        wanted.window().start(),
                        wanted.window().asOf(),
                        wanted.population(),
                        territory.orElse(NONE),
                        wanted.lender().orElse(NONE));
        return kept.answer(
                        wanted.knownOn(),
                        name,
                        new OneByOne<String, Found>(
                                any -> name,
                                KeptLoanOutcomes::written,
                                text -> read(text, basis),
                                any -> reading.read(wanted)))
                .with(basis.lenders());
    }

    /** What was counted of all in the first lines, a group in each other. */
    static String written(Found found) {
        List<String> lines = new ArrayList<>();
        lines.add(found.observedTo() + "\t" + found.agesKnown());
        lines.add(String.join("\t", found.comparison().borrowers().missing()));
        lines.add(written(found.comparison().borrowers()));
        lines.add(written(found.comparison().others()));
        found.groups()
                .forEach(counted -> lines.add(String.join(
                        "\t",
                        counted.group().name(),
                        text(counted.lender()),
                        text(counted.unit()),
                        text(counted.key()),
                        written(counted.figures()))));
        return String.join("\n", lines);
    }

    private static String written(LoanFigures figures) {
        return figures.counted().entrySet().stream()
                .map(counted ->
                        counted.getKey().code() + "=" + counted.getValue().toPlainString())
                .sorted()
                .collect(Collectors.joining("\t"));
    }

    private static String text(Object value) {
        return value == null ? NONE : value.toString();
    }

    static Found read(String text, Basis basis) {
        List<String[]> lines = Arrays.stream(text.split("\n", -1))
                .map(line -> line.split("\t"))
                .toList();
        Set<String> missing =
                Arrays.stream(lines.get(1)).filter(list -> !list.isEmpty()).collect(Collectors.toUnmodifiableSet());
        return new Found(
                basis.lenders(),
                true,
                basis.coverage(),
                LocalDate.parse(lines.get(0)[0]),
                Boolean.parseBoolean(lines.get(0)[1]),
                lines.stream()
                        .skip(4)
                        .map(fields -> new Counted(
                                LoanGroup.valueOf(fields[0]),
                                number(fields[1]),
                                number(fields[2]),
                                fields[3].equals(NONE) ? null : fields[3],
                                figures(fields, 4, missing)))
                        .toList(),
                new LoanComparison(figures(lines.get(2), 0, missing), figures(lines.get(3), 0, missing)));
    }

    private static LoanFigures figures(String[] fields, int first, Set<String> missing) {
        Map<LoanMeasure, BigDecimal> counted = new HashMap<>();
        Arrays.stream(fields)
                .skip(first)
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("="))
                .forEach(field -> counted.put(MEASURES.get(field[0]), new BigDecimal(field[1])));
        return new LoanFigures(counted, missing, Set.of());
    }

    private static Integer number(String field) {
        return field.equals(NONE) ? null : Integer.valueOf(field);
    }
}
