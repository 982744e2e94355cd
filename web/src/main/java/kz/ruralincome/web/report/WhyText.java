package kz.ruralincome.web.report;

import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;

/** Says why a figure is another one than it was. */
public final class WhyText {

    private WhyText() {}

    /**
     * In one sentence.
     *
     * @param since the key of the words for lists that came in since
     */
    public static String of(Language language, String since, List<String> lists, boolean hasOtherRules) {
        List<String> names = lists.stream()
                .map(list -> Texts.of(language, list.equals("loans") ? "report.list.loans" : "intake.list." + list))
                .toList();
        List<String> reasons = new ArrayList<>();
        if (hasOtherRules) {
            reasons.add(Texts.of(language, "report.why.rules"));
        }
        if (!names.isEmpty()) {
            reasons.add(Texts.of(language, since, List.of(String.join(", ", names))));
        }
        return reasons.isEmpty() ? Texts.of(language, "report.why.unknown") : String.join("; ", reasons);
    }
}
