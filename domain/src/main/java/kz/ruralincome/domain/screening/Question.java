package kz.ruralincome.domain.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions of a screening: what is asked of the household and of each member, and which cell of a list an answer is. */
public final class Question {

    /** Kinds of land, in hectares. */
    public static final List<String> LAND = List.of("HOMESTEAD", "ARABLE", "HAYFIELD", "PASTURE", "SHARE");

    /** Kinds of livestock, in heads; bees in hives. */
    public static final List<String> LIVESTOCK =
            List.of("CATTLE", "HORSES", "SHEEP", "CAMELS", "PIGS", "POULTRY", "BEES");

    public static final List<String> RELATIONS = List.of("HEAD", "SPOUSE", "CHILD", "PARENT", "OTHER");

    public static final List<String> OCCUPATIONS = List.of(
            "UNPRODUCTIVE_SELF_EMPLOYED",
            "SELF_EMPLOYED_REGIME",
            "SELF_EMPLOYED",
            "UNEMPLOYED",
            "WAGE_EMPLOYED",
            "INACTIVE");

    /** Sources of income. */
    public static final List<String> INCOMES =
            List.of("WAGE", "SELF_EMPLOYMENT", "PLOT", "LIVESTOCK", "PENSION", "BENEFIT", "OTHER");

    static final String YES = "yes";

    private static final Set<String> OF_HOUSEHOLD = Stream.of(
                    Stream.of("day", "household_no", "kato", "address"),
                    LAND.stream().map(kind -> "land." + kind),
                    LIVESTOCK.stream().map(kind -> "livestock." + kind))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_MEMBER = Stream.concat(
                    Stream.of(
                            "iin",
                            "family_name",
                            "given_name",
                            "patronymic",
                            "birth_date",
                            "sex",
                            "phone",
                            "relation",
                            "gone",
                            "occupation",
                            "wish",
                            "direction",
                            "loan",
                            "loan_purpose",
                            "training"),
                    INCOMES.stream().map(kind -> "income." + kind))
            .collect(Collectors.toUnmodifiableSet());

    private Question() {}

    static boolean isOfHousehold(String name) {
        return OF_HOUSEHOLD.contains(name);
    }

    static boolean isOfMember(String name) {
        return OF_MEMBER.contains(name);
    }

    /** The cell of a list that an answer of a member is. */
    record Cell(String list, String column) {}

    /** Empty: the answer stays with the screening. */
    static Optional<Cell> cellOf(String question) {
        if (question.startsWith("income.")) {
            return Optional.of(new Cell("incomes", "amount"));
        }
        return Optional.ofNullable(
                switch (question) {
                    case "iin", "family_name", "given_name", "patronymic", "birth_date", "sex", "phone", "relation" ->
                        new Cell("members", question);
                    case "occupation" -> new Cell("occupations", "kind");
                    case "direction" -> new Cell("enrolments", "direction");
                    case "household_no", "kato", "address" -> new Cell("households", question);
                    case "day" -> new Cell("members", "from");
                    default -> null;
                });
    }
}
