package kz.ruralincome.web.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The language of the request and its sentences. */
@Named("language")
@ApplicationScoped
public class CurrentLanguage {

    @Inject
    private HttpServletRequest request;

    public Language get() {
        return LanguageFilter.languageOf(request);
    }

    public String getCode() {
        return get().code();
    }

    /** The sentence of the key with its arguments. */
    public String say(String key, Object... arguments) {
        return Texts.of(get(), key, List.of(arguments));
    }

    public String say(String key, List<?> arguments) {
        return Texts.of(get(), key, arguments);
    }

    /** What a person is called: their name, or that none is known. */
    public String personName(String name) {
        return name.isEmpty() ? say("participant.nameless") : name;
    }
}
