package kz.ruralincome.web.ui.layout;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;

/** Why a form that is taken outside Faces was refused: sentences that its page tells when it is shown again. */
public final class Refusals {

    private static final String NAME = Refusals.class.getName();

    private Refusals() {}

    /** Those of the form that was just sent; none when its page is merely looked at. */
    @SuppressWarnings("unchecked")
    public static List<String> of(HttpServletRequest request) {
        var sentences = (List<String>) request.getAttribute(NAME);
        return sentences == null ? List.of() : sentences;
    }

    /** One for each field that is wrong, or the one that there is. */
    public static List<String> sentences(DomainException refusal, CurrentLanguage language) {
        return refusal instanceof InvalidRequest invalid
                ? invalid.errors().stream()
                        .map(error -> language.say(error.code(), error.arguments()))
                        .toList()
                : List.of(language.say(refusal.code(), refusal.arguments()));
    }

    /** Shows a page again with what was typed, and tells them. */
    public static void show(
            String page, List<String> sentences, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(NAME, sentences);
        request.getRequestDispatcher(page).forward(request, response);
    }
}
