package kz.ruralincome.web.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Sum;
import kz.ruralincome.domain.claim.Statement.Value;
import kz.ruralincome.domain.claim.Verdict;

/** A statement of a claim, and what the program makes of it, in words. */
public final class StatementText {

    private StatementText() {}

    /** What the number is said to be. */
    public static String meaning(Language language, Statement statement) {
        if (statement instanceof Value value) {
            return say(
                    language,
                    "claim.meaning.VALUE",
                    indicator(language, value.indicator()),
                    Written.day(language, value.asOf()));
        }
        if (statement instanceof Change change) {
            return say(
                    language,
                    "claim.meaning.CHANGE",
                    indicator(language, change.indicator()),
                    Written.day(language, change.from()),
                    Written.day(language, change.to()));
        }
        if (statement instanceof Sum sum) {
            return say(language, "claim.meaning.SUM", String.join(" + ", sum.parts()));
        }
        var percent = (Percent) statement;
        return percent.whole()
                .map(whole -> say(language, "claim.meaning.PERCENT", percent.part(), whole))
                .orElseGet(() -> say(language, "claim.meaning.PERCENT.of-what", percent.part()));
    }

    /** The same of a place, where the statement names one. */
    public static String meaning(Language language, Statement statement, Optional<String> place) {
        String meaning = meaning(language, statement);
        return place.map(name -> say(language, "claim.meaning.at", name, meaning))
                .orElse(meaning);
    }

    public static String verdict(Language language, CheckedStatement checked) {
        return Texts.of(language, "claim.verdict." + checked.verdict());
    }

    /**
     * What is to be said of the verdict: of what numbers a percentage would be one, what the parts of a sum do not explain;
     * empty: nothing.
     */
    public static String remark(Language language, CheckedStatement checked) {
        if (checked.rest().isPresent()) {
            return checked.verdict() == Verdict.MISMATCH
                    ? rest(language, checked.rest().get())
                    : "";
        }
        boolean isAsked = checked.verdict() == Verdict.MISMATCH
                || checked.statement() instanceof Percent percent
                        && percent.whole().isEmpty();
        return isAsked && !checked.bases().isEmpty()
                ? say(language, "claim.bases", numbers(language, checked.bases()))
                : "";
    }

    private static String rest(Language language, BigDecimal rest) {
        return say(language, rest.signum() < 0 ? "claim.rest.more" : "claim.rest", Written.exact(language, rest.abs()));
    }

    /** Numbers one after the other. */
    public static String numbers(Language language, List<BigDecimal> numbers) {
        return numbers.stream().map(number -> Written.exact(language, number)).collect(Collectors.joining("; "));
    }

    private static String indicator(Language language, String code) {
        return Texts.of(language, "outcome.indicator." + code);
    }

    private static String say(Language language, String key, Object... arguments) {
        return Texts.of(language, key, List.of(arguments));
    }
}
