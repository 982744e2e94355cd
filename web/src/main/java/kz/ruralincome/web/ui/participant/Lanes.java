package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.credit.LoanCourse;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.account.LenderNames;
import kz.ruralincome.web.ui.correction.FactWords;

/** Puts what is known of a person into the lanes of their timeline, in the reader's words. */
@RequestScoped
public class Lanes {

    @Inject
    private CurrentLanguage language;

    @Inject
    private FactWords words;

    @Inject
    private LenderNames lenders;

    /** Every lane that holds anything, the movement on top. */
    List<Lane> of(List<Period> periods, List<FactRow> standing, List<LoanCourse> loans) {
        Stream<Lane> lanes = Stream.of(
                        Stream.of(new Lane(
                                language.say("participant.timeline"),
                                false,
                                periods.stream().map(this::state).toList())),
                        Stream.of("assistance", "occupations", "registrations", "enrolments")
                                .map(list -> facts(list, standing)),
                        Stream.of("suspensions", "measures", "social-packages").map(list -> facts(list, standing)),
                        loans(loans),
                        Stream.of(
                                new Lane(words.list("members"), true, spells("members", standing)),
                                new Lane(
                                        words.list("households"),
                                        true,
                                        homes(standing).stream().map(this::home).toList())))
                .flatMap(some -> some);
        return lanes.filter(lane -> !lane.spells().isEmpty()).toList();
    }

    private Lane.Spell state(Period period) {
        return new Lane.Spell(
                Optional.of(period.from()),
                period.to(),
                StateLook.of(period.state()),
                language.say("movement.state." + period.state()),
                "");
    }

    private Lane facts(String list, List<FactRow> standing) {
        return new Lane(words.list(list), false, spells(list, standing));
    }

    private List<Lane.Spell> spells(String list, List<FactRow> standing) {
        return standing.stream()
                .filter(row -> row.list().equals(list))
                .map(row -> new Lane.Spell(
                        day(row, "from"),
                        day(row, "to"),
                        look(row),
                        words.value(row).equals("–") ? words.list(list) : words.value(row),
                        words.detail(row).equals("–") ? "" : words.detail(row)))
                .toList();
    }

    static String look(FactRow row) {
        return switch (row.list()) {
            case "assistance" -> "assistance";
            case "occupations" -> StateLook.of(State.valueOf(row.cells().get("kind")));
            case "registrations" ->
                switch (row.cells().get("status")) {
                    case "ACTIVE" -> "enterprise";
                    case "SUSPENDED" -> "suspended";
                    default -> "none";
                };
            case "suspensions" -> "suspended";
            default -> "plain";
        };
    }

    private Stream<Lane> loans(List<LoanCourse> loans) {
        return loans.stream()
                .map(LoanCourse::lender)
                .distinct()
                .map(lender -> new Lane(
                        language.say("person.loans-of", lenders.of(lender)),
                        false,
                        loans.stream()
                                .filter(loan -> loan.lender().equals(lender))
                                .flatMap(loan -> loan.stretches().stream().map(stretch -> stretch(loan, stretch)))
                                .toList()));
    }

    private Lane.Spell stretch(LoanCourse loan, LoanCourse.Stretch stretch) {
        boolean runs = loan.to().isEmpty()
                && stretch.equals(loan.stretches().get(loan.stretches().size() - 1));
        return new Lane.Spell(
                Optional.of(stretch.from()),
                runs ? Optional.empty() : Optional.of(stretch.to()),
                "due-" + stretch.bucket(),
                language.say("credit.bucket." + stretch.bucket()),
                language.say("person.loan", loan.contractNo()));
    }

    private Lane.Spell home(Home home) {
        return new Lane.Spell(
                home.from(),
                home.to(),
                "plain",
                words.cell("households", "kato", Optional.of(home.kato())),
                language.say("participant.household", home.household()));
    }

    /** A time in which the person lived in one unit. */
    record Home(String household, String kato, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Where the households were, each while the person was a member. */
    static List<Home> homes(List<FactRow> standing) {
        List<Home> homes = new ArrayList<>();
        standing.stream().filter(row -> row.list().equals("members")).forEach(member -> {
            String household = member.cells().get("household_no");
            List<FactRow> moves = standing.stream()
                    .filter(row -> row.list().equals("households")
                            && household.equals(row.cells().get("household_no")))
                    .sorted(Comparator.comparing(row -> day(row, "from").orElse(LocalDate.MIN)))
                    .toList();
            for (int i = 0; i < moves.size(); i++) {
                LocalDate from = later(day(member, "from"), day(moves.get(i), "from"));
                LocalDate to = earlier(
                        day(member, "to"), i + 1 < moves.size() ? day(moves.get(i + 1), "from") : Optional.empty());
                if (from.isBefore(to)) {
                    homes.add(new Home(
                            household,
                            moves.get(i).cells().get("kato"),
                            Optional.of(from).filter(day -> !day.equals(LocalDate.MIN)),
                            Optional.of(to).filter(day -> !day.equals(LocalDate.MAX))));
                }
            }
        });
        return homes;
    }

    private static LocalDate later(Optional<LocalDate> one, Optional<LocalDate> other) {
        LocalDate first = one.orElse(LocalDate.MIN);
        LocalDate second = other.orElse(LocalDate.MIN);
        return first.isAfter(second) ? first : second;
    }

    private static LocalDate earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        LocalDate first = one.orElse(LocalDate.MAX);
        LocalDate second = other.orElse(LocalDate.MAX);
        return first.isBefore(second) ? first : second;
    }

    private static Optional<LocalDate> day(FactRow row, String heading) {
        return row.cell(heading).map(LocalDate::parse);
    }
}
