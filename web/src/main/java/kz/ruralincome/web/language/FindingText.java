package kz.ruralincome.web.language;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListCatalogue;
import kz.ruralincome.domain.intake.LoadProblem;

/** The sentence that tells a person what was found in a row of a list and how to mend it. */
public final class FindingText {

    private FindingText() {}

    public static String of(LoadProblem problem, Language language) {
        return of(problem.code(), problem.arguments(), language);
    }

    /** As a page tells it: columns, and the values that one may have, are called as its reader calls them, which a file may do, too. */
    public static String of(LoadProblem problem, String list, Language language) {
        return of(problem, list, language, UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param loads how its reader calls a load, of its id
     */
    public static String of(LoadProblem problem, String list, Language language, UnaryOperator<String> loads) {
        List<String> arguments = problem.arguments().stream()
                .map(names -> switch (problem.code()) {
                    case "kind.unknown" -> called(names, list, problem.column().orElse(""), language);
                    case "column.missing" -> columns(names, list, language);
                    case "row.overlap" -> problem.arguments().get(0).equals(names) ? names : loads.apply(names);
                    default -> names;
                })
                .toList();
        return of(problem.code(), arguments, language);
    }

    /** A label may be one letter: the column's own name, which a file may have as well, stands with it. */
    private static String columns(String names, String list, Language language) {
        return Stream.of(names.split(", "))
                .map(name -> "%s (%s)".formatted(Labels.column(list, name, language.code()), name))
                .collect(Collectors.joining(", "));
    }

    private static String called(String values, String list, String column, Language language) {
        return ListCatalogue.named(list).columns().stream()
                .filter(one -> one.name().equals(column))
                .map(one -> one.rule().family())
                .findFirst()
                .map(family -> Stream.of(values.split(", "))
                        .map(value -> Labels.value(family, value, language.code()))
                        .collect(Collectors.joining(", ")))
                .orElse(values);
    }

    static String of(String code, List<String> arguments, Language language) {
        String key =
                switch (code) {
                    case "row.overlap" -> code + (arguments.get(0).equals("row") ? ".row" : ".load");
                    case "file.encoding" -> arguments.get(0).isEmpty() ? code : code + ".known";
                    default -> code;
                };
        // numbers are kept as text, and written as the reader writes them
        List<?> told = code.equals("snapshot.ends-many")
                ? arguments.stream().map(Long::valueOf).toList()
                : arguments;
        return Texts.of(language, key, told);
    }
}
