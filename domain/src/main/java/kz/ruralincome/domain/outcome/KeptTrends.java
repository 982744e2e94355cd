package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** Figures month by month, kept before anything of them is withheld: some ten years of ledgers need not be read again. */
@ApplicationScoped
public class KeptTrends {

    /** Months whose ledgers are read in one transaction, and are in memory together. */
    private static final int AT_ONCE = 12;

    @Inject
    private KeptAnswers kept;

    @Inject
    private KeptLedgers ledgers;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    private record Question(
            TrendFigure figure, List<LocalDate> months, Optional<String> territory, Population population) {

        String name() {
            return "trend-3 %s %s %s %s %s"
                    .formatted(
                            figure.code(),
                            months.get(0),
                            months.get(months.size() - 1),
                            territory.orElse("-"),
                            population);
        }
    }

    /**
     * The figure on these days, in their order; public for the proxy of the container.
     *
     * @param months month starts without a gap
     * @param territory the one that was settled; empty: everyone
     */
    public List<TrendPoint> points(
            TrendFigure figure,
            List<LocalDate> months,
            Optional<String> territory,
            Population population,
            OffsetDateTime knownOn) {
        return months.isEmpty()
                ? List.of()
                : kept.answer(
                        knownOn,
                        new Question(figure, months, territory, population),
                        new OneByOne<>(
                                Question::name,
                                TrendText::of,
                                TrendText::points,
                                question -> counted(question, knownOn)));
    }

    private List<TrendPoint> counted(Question question, OffsetDateTime knownOn) {
        Coverage coverage = ledgers.coverage(knownOn);
        List<TrendPoint> points = new ArrayList<>();
        TerritoryTree tree = null;
        Place place = null;
        Map<Window, Ledger> counts = Map.of();
        List<Window> windows = question.months().stream()
                .map(month -> Window.of(month, Optional.empty()))
                .toList();
        for (int i = 0; i < windows.size(); i++) {
            if (i % AT_ONCE == 0) {
                counts = ledgers.of(
                        windows.subList(i, Math.min(i + AT_ONCE, windows.size())), question.population(), knownOn);
            }
            Window window = windows.get(i);
            TerritoryTree then = trees.on(window.asOf(), knownOn);
            if (then != tree) { // the same for years
                tree = then;
                place = new Places(tree, served.kato()).place(question.territory());
            }
            Ledger ledger = counts.get(window);
            Figure figure = question.figure().of(new Ledgers(ledger, ledger, coverage, question.population()), place);
            points.add(new TrendPoint(
                    window.asOf(),
                    window.start(),
                    figure.value(),
                    figure.reason(),
                    question.figure().behind(ledger, place)));
        }
        return List.copyOf(points);
    }

    /** Points as a text, a line a point; what is read back is equal. */
    static final class TrendText {

        private static final String NONE = "-";

        private TrendText() {}

        static String of(List<TrendPoint> points) {
            return points.stream()
                    .map(point -> String.join(
                            " ",
                            point.asOf().toString(),
                            point.flowFrom().toString(),
                            point.value().map(BigDecimal::toString).orElse(NONE),
                            point.reason().orElse(NONE),
                            point.behind().map(String::valueOf).orElse(NONE)))
                    .collect(Collectors.joining("\n"));
        }

        static List<TrendPoint> points(String text) {
            return text.lines()
                    .map(line -> line.split(" "))
                    .map(fields -> new TrendPoint(
                            LocalDate.parse(fields[0]),
                            LocalDate.parse(fields[1]),
                            Optional.of(fields[2])
                                    .filter(value -> !value.equals(NONE))
                                    .map(BigDecimal::new),
                            Optional.of(fields[3]).filter(reason -> !reason.equals(NONE)),
                            Optional.of(fields[4])
                                    .filter(behind -> !behind.equals(NONE))
                                    .map(Long::valueOf)))
                    .toList();
        }
    }
}
