package kz.ruralincome.domain.outcome;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.KeptTurn;
import kz.ruralincome.domain.movement.KeptMatrices;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.BusinessCalendar;

/**
 * Makes the answers about the first days of months when a movement run has finished, before anybody asks: the ledgers of all
 * months since the first fact, and of the last two years the matrices of the year before and of the year to date. It works
 * in small steps behind what people do, newest months first, and gives up for a newer run or when the server stops.
 */
@ApplicationScoped
public class MonthStarts {

    private static final System.Logger LOG = System.getLogger(MonthStarts.class.getName());

    /** Windows that are counted in one reading: so long, a second or two, the end of the server waits at most. */
    private static final int STEP = 6;

    private static final int MATRICES_OF_MONTHS = 24;
    private static final int PATIENCE_SECONDS = 15;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private LedgerReading reading;

    @Inject
    private KeptLedgers ledgers;

    @Inject
    private KeptMatrices matrices;

    @Inject
    private KeptAnswers kept;

    @Inject
    private KeptTurn turn;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private ServedTerritory served;

    private final Semaphore worker = new Semaphore(1);
    private volatile boolean stopping;
    private volatile OffsetDateTime done;

    /** Looks whether a movement run has finished whose months are not made; public for the proxy of the container. */
    public void look() {
        if (!stopping && worker.tryAcquire()) {
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            Optional<OffsetDateTime> fresh = reading.freshAsOf();
            if (fresh.isPresent() && !fresh.get().equals(done)) {
                turn.during(() -> make(fresh.get()));
            }
        } catch (RuntimeException failure) { // nobody waits for it, and it is tried again
            LOG.log(stopping ? DEBUG : WARNING, "the months were not made ahead", failure);
        } finally {
            worker.release();
        }
    }

    private void make(OffsetDateTime fresh) {
        kept.forgetAheadBut(fresh);
        LocalDate today = calendar.today();
        LocalDate first = ledgers.firstFact(fresh).orElse(today).minusYears(1);
        LocalDate earliest = today.minusYears(TrendQuestion.YEARS);
        List<LocalDate> months = new ArrayList<>(Months.startingFrom(first.isBefore(earliest) ? earliest : first, today)
                .toList());
        Collections.reverse(months);
        // a year more than the matrices, for what stood the year before
        List<LocalDate> near = months.subList(0, Math.min(MATRICES_OF_MONTHS + 12, months.size()));
        if (ledgers(near, fresh)
                && matrices(months.subList(0, Math.min(MATRICES_OF_MONTHS, months.size())), fresh)
                && ledgers(months, fresh)) {
            done = fresh;
        }
    }

    /** Whether it came to its end. */
    private boolean ledgers(List<LocalDate> months, OffsetDateTime fresh) {
        for (int at = 0; at < months.size(); at += STEP) {
            if (!isWanted(fresh)) {
                return false;
            }
            List<Window> windows = months.subList(at, Math.min(at + STEP, months.size())).stream()
                    .map(month -> Window.of(month, Optional.empty()))
                    .toList();
            ledgers.ahead(windows, Population.ALL, fresh);
        }
        return true;
    }

    private boolean matrices(List<LocalDate> months, OffsetDateTime fresh) {
        for (LocalDate month : months) {
            if (!isWanted(fresh)) {
                return false;
            }
            matrices.ahead(
                    Stream.of(
                                    month.minusYears(1),
                                    Window.of(month, Optional.empty()).start())
                            .distinct()
                            .flatMap(
                                    from -> Stream.of(Optional.<String>empty(), Optional.of(Places.code(served.kato())))
                                            .map(territory -> new MatrixQuestion(
                                                    from, month, territory, Population.ALL, Optional.of(fresh))))
                            .toList(),
                    fresh);
        }
        return true;
    }

    private boolean isWanted(OffsetDateTime fresh) {
        return !stopping && reading.freshAsOf().filter(fresh::isEqual).isPresent();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        try {
            if (!worker.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(WARNING, "the step that is under way is left");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
