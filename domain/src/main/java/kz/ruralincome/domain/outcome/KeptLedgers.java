package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.kept.Keeping;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.movement.Population;

/**
 * The ledgers of windows, kept: one serves every territory and district, and is both the present of its own question and
 * the past of that of a year later.
 */
@ApplicationScoped
public class KeptLedgers {

    @Inject
    private LedgerReading reading;

    @Inject
    private KeptAnswers kept;

    /** What the question needs; public for the proxy of the container. */
    public Ledgers of(OutcomeQuestion question, OffsetDateTime knownOn) {
        Map<Window, Ledger> ledgers =
                of(List.of(question.window(), question.windowBefore()), question.population(), knownOn);
        return new Ledgers(
                ledgers.get(question.window()),
                ledgers.get(question.windowBefore()),
                coverage(knownOn),
                question.population());
    }

    /** The ledgers of these windows; those that are not kept are counted in one reading. */
    public Map<Window, Ledger> of(Collection<Window> windows, Population population, OffsetDateTime knownOn) {
        return kept.answers(knownOn, windows, new OfPopulation(population, knownOn, true));
    }

    /** What was declared complete, as known on the moment. */
    public Coverage coverage(OffsetDateTime knownOn) {
        return reading.coverage(knownOn);
    }

    /** The first day on which a fact begins or falls, as known on the moment; empty: there is none. */
    public Optional<LocalDate> firstFact(OffsetDateTime knownOn) {
        return kept.answer(
                knownOn,
                "first-fact-1",
                new OneByOne<String, Optional<LocalDate>>(
                        name -> name,
                        day -> day.map(LocalDate::toString).orElse(""),
                        text -> text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)),
                        any -> reading.firstFact(knownOn)));
    }

    /** Counts and keeps those of these windows that are not kept, before anybody asks. */
    public void ahead(Collection<Window> windows, Population population, OffsetDateTime knownOn) {
        kept.ahead(knownOn, windows, new OfPopulation(population, knownOn, false));
    }

    private final class OfPopulation implements Keeping<Window, Ledger> {

        private final Population population;
        private final OffsetDateTime knownOn;
        private final boolean isAwaited;

        OfPopulation(Population population, OffsetDateTime knownOn, boolean isAwaited) {
            this.population = population;
            this.knownOn = knownOn;
            this.isAwaited = isAwaited;
        }

        @Override
        public String name(Window window) {
            return "%s %s %s %s".formatted(LedgerText.FORM, window.start(), window.asOf(), population);
        }

        @Override
        public String write(Ledger ledger) {
            return LedgerText.of(ledger);
        }

        @Override
        public Ledger read(String text) {
            return LedgerText.ledger(text);
        }

        @Override
        public Map<Window, Ledger> compute(List<Window> windows) {
            List<Ledger> ledgers = reading.read(windows, population, knownOn, isAwaited);
            Map<Window, Ledger> found = new HashMap<>();
            for (int i = 0; i < windows.size(); i++) {
                found.put(windows.get(i), ledgers.get(i));
            }
            return found;
        }
    }
}
