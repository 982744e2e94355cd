package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import kz.ruralincome.domain.movement.LoadEffect;
import kz.ruralincome.domain.movement.LoadEffectDesk;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/** How many people a load gives another state, in words. */
@RequestScoped
public class LoadEffectText {

    @Inject
    private LoadEffectDesk effects;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    String of(LoadEffect known) {
        String key = "loadeffect." + known.told();
        return switch (known.told()) {
            case WOULD, DID -> language.say(key, format.number(known.persons()), format.number(known.newcomers()));
            case UNCOUNTED -> language.say(key, format.number(effects.mostPersons()));
            case COMPUTING, NOT_COMPUTED, PENDING, WITHHELD -> language.say(key);
        };
    }
}
