package kz.ruralincome.domain.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.screening.Screening.Reopening;

/**
 * What a screening that is a draft again must still say: finishing adds and corrects facts and takes none back, so whatever
 * stands of it has to stay among its answers until its load is withdrawn.
 */
final class StandingRules {

    private static final List<String> OF_MEMBER = Stream.concat(
                    Stream.of("occupation"), Question.INCOMES.stream().map(kind -> "income." + kind))
            .toList();

    private StandingRules() {}

    /** Of a draft that was never finished: none. */
    static List<Flaw> flaws(Screening draft) {
        List<Flaw> flaws = new ArrayList<>();
        draft.reopened().ifPresent(reopened -> {
            Sheet now = draft.sheet();
            if (!SheetRules.day(reopened.said()).equals(SheetRules.day(now))) {
                demand(flaws, "day", "screening.stands.day", Optional.empty(), reopened.listsStanding(list -> true));
            }
            reopened.said().members().forEach(before -> ofMember(flaws, before, now, reopened));
        });
        return flaws;
    }

    private static void ofMember(List<Flaw> flaws, Map<String, String> before, Sheet now, Reopening reopened) {
        List<String> answered = before.containsKey("gone")
                ? List.of()
                : OF_MEMBER.stream().filter(before::containsKey).toList();
        List<String> lists = answered.stream().map(StandingRules::list).toList();
        IntStream.range(0, now.members().size())
                .filter(n ->
                        Objects.equals(before.get("iin"), now.members().get(n).get("iin")))
                .boxed()
                .findFirst()
                .ifPresentOrElse(
                        n -> {
                            if (now.members().get(n).containsKey("gone")) {
                                demand(
                                        flaws,
                                        Sheet.place(n, "gone"),
                                        "screening.stands.gone",
                                        Optional.empty(),
                                        reopened.listsStanding(lists::contains));
                                return;
                            }
                            answered.stream()
                                    .filter(question -> !now.members().get(n).containsKey(question))
                                    .forEach(question -> demand(
                                            flaws,
                                            Sheet.place(n, question),
                                            "screening.stands.answer",
                                            Optional.empty(),
                                            reopened.listsStanding(list(question)::equals)));
                        },
                        () -> demand(
                                flaws,
                                "members",
                                "screening.stands.member",
                                Optional.of(name(before)),
                                reopened.listsStanding(list -> list.equals("members") || lists.contains(list))));
    }

    private static String list(String question) {
        return Question.cellOf(question).orElseThrow().list();
    }

    private static String name(Map<String, String> member) {
        return (member.getOrDefault("family_name", "") + " " + member.getOrDefault("given_name", "")).strip();
    }

    /** @param lists those that stand and say it; none: it may be said otherwise */
    private static void demand(List<Flaw> flaws, String place, String code, Optional<String> name, List<String> lists) {
        if (!lists.isEmpty()) {
            flaws.add(new Flaw(
                    place, code, Stream.concat(name.stream(), lists.stream()).toList()));
        }
    }
}
