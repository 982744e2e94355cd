package kz.ruralincome.web.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.ruralincome.domain.screening.Flaw;
import kz.ruralincome.web.language.CurrentLanguage;

/** The sentences of what is wrong with answers. */
final class FlawText {

    private FlawText() {}

    /** What is in the way of an overlapping membership needs no name; of other rows the sentence of the lists tells it. */
    static String of(Flaw flaw, CurrentLanguage language) {
        List<Object> arguments = new ArrayList<>(flaw.arguments());
        return switch (flaw.code()) {
            case "screening.stands.day", "screening.stands.gone", "screening.stands.answer" ->
                language.say(flaw.code(), lists(flaw.arguments(), language));
            case "screening.stands.member" ->
                language.say(
                        flaw.code(),
                        flaw.arguments().get(0),
                        lists(flaw.arguments().subList(1, flaw.arguments().size()), language));
            case "screening.overlap" -> language.say(flaw.code());
            case "row.overlap" ->
                language.say(flaw.code() + (arguments.get(0).equals("row") ? ".row" : ".load"), arguments);
            default -> language.say(flaw.code(), arguments);
        };
    }

    /** What lists are called, one after the other. */
    static String lists(List<String> lists, CurrentLanguage language) {
        return lists.stream().map(list -> language.say("intake.list." + list)).collect(Collectors.joining(", "));
    }
}
