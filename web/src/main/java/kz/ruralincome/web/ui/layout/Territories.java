package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.outcome.ServedTerritory;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** The territories that the caller may choose from: the own one, its districts and their okrugs, by name. */
@Named
@RequestScoped
public class Territories {

    private static final int LEVELS = 2;
    private static final String INDENT = "\u2003";

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    @Inject
    private CurrentAccess access;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CurrentLanguage language;

    /** Asked for once a page: a page of loans names some fifty places. */
    private final Map<LocalDate, TerritoryTree> read = new HashMap<>();

    /** All choices by the tree of the day; those without a territory may ask for everyone and for nowhere, too. */
    public List<Choice> choices(LocalDate day) {
        List<Choice> choices = new ArrayList<>();
        var own = access.get().territory();
        if (own.isEmpty()) {
            choices.add(new Choice("", say("outcome.everyone")));
        }
        collect(tree(day), own.orElse(served.kato()), 0, choices);
        if (own.isEmpty()) {
            choices.add(new Choice("none", say("outcome.nowhere")));
        }
        return choices;
    }

    /** The same, with the one that is chosen already among them, however deep it lies. */
    public List<Choice> choicesWith(String chosen, LocalDate day) {
        var choices = choices(day);
        if (choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            choices.add(new Choice(chosen, path(chosen, day)));
        }
        return choices;
    }

    public List<Choice> getToday() {
        return choices(calendar.today());
    }

    /** What a territory is called: of a code, of {@code none}, and of everyone. */
    public String name(String code, LocalDate day) {
        if (code == null || code.isEmpty()) {
            return say("outcome.everyone");
        }
        return switch (code) {
            case "none" -> say("outcome.nowhere");
            case "outside" -> say("outcome.outside");
            default -> unit(code, day).map(this::nameOf).orElse(code);
        };
    }

    public String nameOf(TerritoryUnit unit) {
        return unit.name(language.getCode());
    }

    /** From the region down to the unit, for those who do not know where it lies. */
    public String path(String code, LocalDate day) {
        var tree = tree(day);
        return unit(code, day)
                .map(unit -> {
                    var name = new StringBuilder(nameOf(unit));
                    tree.ancestors(unit.kato()).stream()
                            .filter(above -> above.kato() != served.kato())
                            .forEach(above -> name.append(", ").append(nameOf(above)));
                    return name.toString();
                })
                .orElse(code);
    }

    /** Where somebody lives today, from the region down; or that it is not known. */
    public String placeOf(Optional<Integer> unit) {
        return unit.map(kato -> path("%09d".formatted(kato), calendar.today())).orElseGet(() -> say("outcome.nowhere"));
    }

    private TerritoryTree tree(LocalDate day) {
        return read.computeIfAbsent(day, trees::on);
    }

    private Optional<TerritoryUnit> unit(String code, LocalDate day) {
        return code.matches("[0-9]{1,9}") ? tree(day).unit(Integer.parseInt(code)) : Optional.empty();
    }

    private void collect(TerritoryTree tree, int at, int depth, List<Choice> choices) {
        tree.unit(at)
                .ifPresent(unit ->
                        choices.add(new Choice("%09d".formatted(unit.kato()), INDENT.repeat(depth) + nameOf(unit))));
        if (depth < LEVELS) {
            tree.children(at).stream()
                    .sorted(Comparator.comparing(this::nameOf, Collation.of(language.get())))
                    .forEach(child -> collect(tree, child.kato(), depth + 1, choices));
        }
    }

    private String say(String key) {
        return language.say(key);
    }

    /** One line of a list to choose from. */
    public record Choice(String value, String label) {}
}
