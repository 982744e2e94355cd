package kz.ruralincome.web.ui.screening;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.screening.Sheet;
import kz.ruralincome.domain.shared.NotFoundException;

/** What a browser sends of the form of a screening: the answers by their places, and what is to be done. */
final class SentForm {

    private static final Set<String> OURS =
            Set.of("id", "version", "people", "step", "action", "find", "reason", "person", "lang");

    private final HttpServletRequest request;

    SentForm(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws NotFoundException if it is none */
    static UUID idOf(HttpServletRequest request) {
        return uuid(request.getParameter("id")).orElseThrow(() -> new NotFoundException("screening"));
    }

    UUID id() {
        return idOf(request);
    }

    Optional<UUID> person() {
        return uuid(request.getParameter("person"));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** The version that the page showed; one that was never given makes the draft stale. */
    int version() {
        String version = request.getParameter("version");
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    FormStep step() {
        return FormStep.of(request.getParameter("step")).orElse(FormStep.PLACE);
    }

    String action() {
        String action = request.getParameter("action");
        return action == null ? "save" : action;
    }

    boolean isScript() {
        return String.valueOf(request.getHeader("Accept")).startsWith("application/json");
    }

    /** The sheet with what was typed, and with a member more or less where that was asked. */
    Sheet change(Sheet sheet) {
        Sheet changed = sheet.with(answers());
        String action = action();
        if (action.equals("add")) {
            return changed.withMember();
        }
        return action.matches("remove[.][0-9]{1,2}")
                ? changed.withoutMember(Integer.parseInt(action.substring("remove.".length())))
                : changed;
    }

    /**
     * What was typed over a sheet that somebody else has changed meanwhile, to be shown once more: nobody is added or removed
     * then, and what was typed of members is dropped if they are others now, since it would come under other names.
     */
    Sheet again(Sheet newest) {
        Map<String, String> answers = answers();
        if (!people(newest).equals(request.getParameter("people"))) {
            answers.keySet().removeIf(place -> place.startsWith("member."));
        }
        return newest.with(answers);
    }

    /** Tells who the members of a sheet are and in which order, by a number that names nobody. */
    static String people(Sheet sheet) {
        List<String> people = sheet.members().stream()
                .map(member -> member.getOrDefault("iin", member.get("family_name") + " " + member.get("given_name")))
                .toList();
        return people.size() + "-" + Integer.toHexString(people.hashCode());
    }

    /** A box that is not ticked sends the empty text that stands before it. */
    private Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        request.getParameterMap().forEach((place, texts) -> {
            if (!OURS.contains(place)) {
                answers.put(place, texts[texts.length - 1]);
            }
        });
        return answers;
    }
}
