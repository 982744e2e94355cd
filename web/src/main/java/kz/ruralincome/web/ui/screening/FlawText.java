package kz.ruralincome.web.ui.screening;

import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.screening.Flaw;
import kz.ruralincome.web.language.CurrentLanguage;

/** The sentences of what is wrong with answers. */
final class FlawText {

    private FlawText() {}

    /** The row that is in the way was made by a load; its number says nothing to whoever fills in a form. */
    static String of(Flaw flaw, CurrentLanguage language) {
        List<Object> arguments = new ArrayList<>(flaw.arguments());
        return flaw.code().equals("screening.overlap")
                ? language.say(flaw.code())
                : language.say(flaw.code(), arguments);
    }
}
