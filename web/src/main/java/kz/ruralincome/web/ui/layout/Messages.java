package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Texts;

/** The texts of the request's language for views: {@code #{msg['account.sign-in']}}. */
@Named("msg")
@RequestScoped
public class Messages extends AbstractMap<String, String> {

    @Inject
    private CurrentLanguage language;

    @Override
    public String get(Object key) {
        return Texts.of(language.get(), (String) key);
    }

    @Override
    public boolean containsKey(Object key) {
        return Texts.has(language.get(), (String) key);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
