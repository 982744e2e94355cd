package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListCatalogue;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadChange;
import kz.ruralincome.domain.intake.LoadChange.Dates;
import kz.ruralincome.domain.intake.LoadChange.Sample;
import kz.ruralincome.domain.intake.LoadChange.Sort;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.movement.LoadEffect;
import kz.ruralincome.domain.movement.LoadEffectDesk;
import kz.ruralincome.domain.participant.ParticipantSummary;
import kz.ruralincome.domain.participant.Participants;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** The part of {@code intake/load.xhtml} that tells what a load changes, before it goes in and after. */
@Named("loadChanges")
@RequestScoped
public class LoadChangesPage {

    @Inject
    private ViewLoadPage page;

    @Inject
    private ListDesk desk;

    @Inject
    private LoadEffectDesk effects;

    @Inject
    private LoadEffectText texts;

    @Inject
    private Participants participants;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    private List<LoadChange> changes;
    private List<SampleLine> samples;
    private Optional<LoadEffect> effect;

    /** A kind of fact, and how many spells change in each way. */
    public record Line(String kind, List<Cell> cells) {}

    /** One number of it. */
    public record Cell(Sort sort, String spells) {}

    /** @param person whose page it opens; null: none, or out of reach */
    public record SampleLine(
            String sort,
            String kind,
            String subject,
            UUID person,
            String before,
            String after,
            String columns,
            String row) {}

    private Load load() {
        return page.getLoad();
    }

    private List<LoadChange> changes() {
        if (changes == null) {
            changes = desk.changes(load().id(), access.get());
        }
        return changes;
    }

    /** Whether there is something to tell; of territories that were only tried the differences are told. */
    public boolean isTold() {
        return !changes().isEmpty() && !page.isComparing();
    }

    /** Whether it would happen, has happened, or was taken back again. */
    public String getTitle() {
        if (load().state() == LoadState.WITHDRAWN) {
            return load().revision().isPresent() ? "loadchange.title.withdrawn" : "loadchange.title.never";
        }
        return load().state() == LoadState.DONE && !load().options().dryRun()
                ? "loadchange.title.did"
                : "loadchange.title.would";
    }

    public Sort[] getSorts() {
        return Sort.values();
    }

    public List<Line> getLines() {
        return changes().stream()
                .map(LoadChange::kind)
                .distinct()
                .map(kind -> new Line(
                        kindName(kind),
                        Arrays.stream(Sort.values())
                                .map(sort -> new Cell(sort, format.number(count(kind, sort))))
                                .toList()))
                .toList();
    }

    private Optional<LoadEffect> effect() {
        if (effect == null) {
            effect = effects.of(load().id(), access.get());
        }
        return effect;
    }

    /** How many people get another state, in words; empty: states do not depend on the list. */
    public String getEffect() {
        return effect().map(texts::of).orElse("");
    }

    /** Whether that is still computed. */
    public boolean isComputing() {
        return effect().filter(known -> known.told() == LoadEffect.Told.COMPUTING)
                .isPresent();
    }

    /** Percent, while it is computed. */
    public int getComputed() {
        return effect().map(LoadEffect::progress).orElse(0);
    }

    /** Whether the load went in before it was known. */
    public boolean isConfirmedUnknown() {
        return effects.wasConfirmedUnknown(load().id(), access.get());
    }

    private long count(String kind, Sort sort) {
        return changes().stream()
                .filter(change -> change.kind().equals(kind) && change.sort() == sort)
                .mapToLong(LoadChange::spells)
                .sum();
    }

    private String kindName(String kind) {
        return kind.isEmpty()
                ? language.say("intake.list." + load().list())
                : ListCatalogue.named(load().list())
                        .kindColumn()
                        .map(column -> Labels.value(column.rule().family(), kind, language.getCode()))
                        .orElse(kind);
    }

    /** Persons are named to those alone who may open them; each of these looks is noted. */
    public List<SampleLine> getSamples() {
        if (samples == null) {
            List<Sample> found = desk.samples(load().id(), access.get());
            Map<Integer, ParticipantSummary> people = participants.named(
                    found.stream().flatMap(one -> one.person().stream()).toList(), access.get());
            samples = found.stream().map(one -> line(one, people)).toList();
        }
        return samples;
    }

    private SampleLine line(Sample one, Map<Integer, ParticipantSummary> people) {
        Optional<ParticipantSummary> person = one.person().map(people::get);
        return new SampleLine(
                language.say("loadchange.sort." + one.sort()),
                kindName(one.kind()),
                subject(one, person),
                person.map(ParticipantSummary::id).orElse(null),
                one.before().map(this::told).orElse("–"),
                one.after().map(this::told).orElse("–"),
                one.columns().isEmpty()
                        ? null
                        : language.say(
                                "loadchange.columns",
                                String.join(
                                        ", ",
                                        one.columns().stream()
                                                .map(column -> Labels.column(load().list(), column, language.getCode()))
                                                .toList())),
                one.row().map(format::number).orElse("–"));
    }

    private String subject(Sample one, Optional<ParticipantSummary> person) {
        return person.map(known -> (known.name().isEmpty() ? "" : known.name() + ", ")
                        + known.iin().masked())
                .or(() -> one.household().map(number -> language.say("loadchange.household", number)))
                .or(() -> one.unit().map(unit -> territories.path("%09d".formatted(unit), calendar.today())))
                .orElseGet(() -> language.say("loadchange.nobody"));
    }

    /** From when to when, the last day of it included. */
    private String told(Dates dates) {
        if (dates.to().equals(LocalDate.MAX)) {
            return dates.from().equals(LocalDate.MIN)
                    ? language.say("loadchange.always")
                    : language.say("loadchange.since", format.date(dates.from()));
        }
        return language.say(
                "loadchange.between",
                format.date(dates.from()),
                format.date(dates.to().minusDays(1)));
    }
}
