package kz.ruralincome.web.ui.screening;

import kz.ruralincome.web.language.CurrentLanguage;

/** A quarter as people write it. */
final class QuarterText {

    private QuarterText() {}

    /** @param quarter as {@code 2022-Q3} */
    static String of(String quarter, CurrentLanguage language) {
        return language.say("screening.quarter", quarter.substring(6), quarter.substring(0, 4));
    }
}
