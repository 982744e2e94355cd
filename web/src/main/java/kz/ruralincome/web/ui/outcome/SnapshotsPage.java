package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.LaterLists;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.outcome.Snapshot;
import kz.ruralincome.domain.outcome.SnapshotAnswer;
import kz.ruralincome.domain.outcome.SnapshotDesk;
import kz.ruralincome.domain.outcome.SnapshotLine;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.report.WhyText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code outcome/snapshots.xhtml}: the figures of a month as they were kept, and what of them is restated. */
@Named
@RequestScoped
public class SnapshotsPage extends AskedOutcome {

    private static final String WITHHELD = "…";

    @Inject
    private SnapshotDesk door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private ReasonWords reasons;

    private String month;

    private List<Snapshot> months = List.of();
    private YearMonth chosen;
    private SnapshotAnswer answer;
    private MatrixTable matrix;

    /**
     * A figure as it was kept and as it is now.
     *
     * @param why it is another one; null: it is the same
     */
    public record Row(Indicator indicator, String kept, String now, String change, String note, String why) {}

    /** Asks for what the address says: without a month for the last one that is kept. */
    public void load() {
        months = door.months(access.get());
        if (!isUnderstood() || months.isEmpty()) {
            return;
        }
        chosen = Asked.text(month)
                .flatMap(this::kept)
                .orElseGet(() -> YearMonth.from(months.get(0).month()));
        if (Asked.text(month).isPresent() && kept(month).isEmpty()) {
            return;
        }
        try {
            answer = door.month(chosen.atDay(1), askedTerritory(), population(), access.get());
            matrix = answer.movement()
                    .map(moved -> MatrixTable.of(moved, new MovementWords(language.get(), Optional.empty())))
                    .orElse(null);
        } catch (NotFoundException notKept) {
            // the page says so
        }
    }

    private Optional<YearMonth> kept(String text) {
        return months.stream()
                .map(snapshot -> YearMonth.from(snapshot.month()))
                .filter(kept -> kept.toString().equals(text.strip()))
                .findFirst();
    }

    /** Months are kept of everybody and of those enrolled. */
    private Population population() {
        return getWhom() == Population.ENROLLED ? Population.ENROLLED : Population.ALL;
    }

    @Override
    public Population[] getPopulations() {
        return new Population[] {Population.ALL, Population.ENROLLED};
    }

    public boolean isAnyKept() {
        return !months.isEmpty();
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public List<YearMonth> getMonths() {
        return months.stream().map(snapshot -> YearMonth.from(snapshot.month())).toList();
    }

    public YearMonth getChosen() {
        return chosen;
    }

    /** A month by its first day, of which its figures are. */
    public String nameOf(YearMonth one) {
        return format.date(one.atDay(1));
    }

    public List<Row> getRestated() {
        return answer.restated().stream().map(this::row).toList();
    }

    public List<Row> getRows() {
        return answer.items().stream().map(this::row).toList();
    }

    private Row row(SnapshotLine line) {
        Optional<BigDecimal> change =
                line.now().value().flatMap(now -> line.kept().value().map(now::subtract));
        return new Row(
                line.indicator(),
                text(line.indicator(), line.kept().value(), line.kept().reason()),
                text(line.indicator(), line.now().value(), line.now().reason()),
                format.change(change.orElse(null)),
                Stream.of(line.kept().reason(), line.now().reason())
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(reasons::of)
                        .findFirst()
                        .orElse(null),
                line.isRestated()
                        ? WhyText.of(
                                language.get(),
                                "snapshot.why.lists",
                                LaterLists.behind(line.indicator(), answer.lists()),
                                answer.hasOtherRules())
                        : null);
    }

    private String text(Indicator indicator, Optional<BigDecimal> value, Optional<String> reason) {
        if (value.isEmpty() && reason.filter(Reason.SMALL_CELL::equals).isPresent()) {
            return WITHHELD;
        }
        return switch (indicator.unit()) {
            case TENGE, TENGE_A_MONTH -> format.money(value.orElse(null));
            default -> format.number(value.orElse(null));
        };
    }

    /** When it was kept, as known on which moment, and what it is held against. */
    public String getFacts() {
        var snapshot = answer.snapshot();
        return language.say(
                "snapshot.facts",
                format.date(snapshot.businessDate()),
                format.moment(snapshot.asKnownOn()),
                snapshot.rules(),
                format.moment(answer.now()));
    }

    /** All figures of that day by what is known now. */
    public Address getFigures() {
        return chosen("outcomes.xhtml").with("asOf", chosen.atDay(1)).with("from", null);
    }

    /** The movement of the month; null: it is not kept of this territory. */
    public MatrixTable getMatrix() {
        return matrix;
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }
}
