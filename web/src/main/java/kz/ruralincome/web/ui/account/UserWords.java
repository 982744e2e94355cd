package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.account.User;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Territories;

/** What pages say of the accounts of people, and what forms on them choose from. */
@Named
@RequestScoped
public class UserWords {

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CurrentLanguage language;

    /** The roles that people have. */
    public List<Role> getRoles() {
        return List.of(Role.COORDINATOR, Role.AKIMAT, Role.ADMIN);
    }

    /** The places that an account may be bound to; the one that is chosen already among them. */
    public List<Territories.Choice> placesWith(String chosen) {
        var choices = chosen == null || chosen.isEmpty()
                ? territories.getToday()
                : territories.choicesWith(chosen, calendar.today());
        return choices.stream().filter(choice -> !choice.value().equals("none")).toList();
    }

    public String placeOf(User user) {
        return user.territory()
                .map(unit -> territories.path("%09d".formatted(unit), calendar.today()))
                .orElseGet(() -> language.say("account.everywhere"));
    }

    /** Whether nothing is looked at now, since too many passwords were wrong. */
    public boolean isHeld(OffsetDateTime closedUntil) {
        return closedUntil != null && closedUntil.isAfter(OffsetDateTime.now(BusinessCalendar.ZONE));
    }

    /** The key of the word for how an account stands. */
    public String standing(User user) {
        if (!user.active()) {
            return "account.state.closed";
        }
        if (isHeld(user.heldUntil().orElse(null))) {
            return "account.state.held";
        }
        return user.temporaryPassword() ? "account.state.temporary" : "account.state.open";
    }

    /** How that looks. */
    public String mood(User user) {
        return switch (standing(user)) {
            case "account.state.closed" -> "bad";
            case "account.state.open" -> "good";
            default -> "warn";
        };
    }

    /** The unit that a form has chosen; empty: the whole register. */
    Optional<Integer> unit(String chosen) {
        return chosen == null || !chosen.matches("[0-9]{1,9}")
                ? Optional.empty()
                : Optional.of(Integer.valueOf(chosen));
    }
}
