package kz.ruralincome.web.language;

import java.util.List;
import kz.ruralincome.domain.intake.LoadProblem;

/** The sentence that tells a person what was found in a row of a list and how to mend it. */
public final class FindingText {

    private FindingText() {}

    public static String of(LoadProblem problem, Language language) {
        return of(problem.code(), problem.arguments(), language);
    }

    static String of(String code, List<String> arguments, Language language) {
        String key =
                switch (code) {
                    case "row.overlap" -> code + (arguments.get(0).equals("row") ? ".row" : ".load");
                    case "file.encoding" -> arguments.get(0).isEmpty() ? code : code + ".known";
                    default -> code;
                };
        return Texts.of(language, key, arguments);
    }
}
