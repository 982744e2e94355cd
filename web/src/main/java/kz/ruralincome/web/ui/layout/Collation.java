package kz.ruralincome.web.ui.layout;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import kz.ruralincome.web.language.Language;

/** The order of the alphabet; the JDK knows none for Kazakh (Ә after А, Қ after К). */
public final class Collation {

    private Collation() {}

    public static Comparator<String> of(Language language) {
        var collator = Collator.getInstance(language.locale());
        return collator::compare;
    }
}
