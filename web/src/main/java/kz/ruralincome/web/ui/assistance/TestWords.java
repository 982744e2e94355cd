package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.ruralincome.domain.assistance.Law;
import kz.ruralincome.domain.assistance.Missing;
import kz.ruralincome.domain.assistance.ParameterRow;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.assistance.TestLine;
import kz.ruralincome.domain.assistance.TestResult;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** A test in words: its lines, what they rest on, and what is missing. */
@Named
@RequestScoped
public class TestWords {

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    /** What was done with which numbers. */
    public String formula(TestLine line) {
        return language.say("assistance.formula." + line.step(), words(line.arguments()));
    }

    public String result(TestLine line) {
        return line.result().map(format::money).orElse("");
    }

    /** A parameter with its value, day and document. */
    public String parameter(ParameterRow row) {
        String name = Texts.of(language.get(), "assistance.parameter." + row.name());
        String where = row.unit()
                .map(unit -> language.say(
                        "assistance.parameter.of", name, territories.name("%09d".formatted(unit), calendar.today())))
                .orElse(name);
        return language.say(
                "assistance.parameter.row",
                where,
                format.number(row.value()),
                format.date(row.from()),
                row.document().orElseGet(() -> language.say("assistance.parameter.no-document")));
    }

    /** The act that a step follows, by the law of the day. */
    public String source(TestLine line, Law law) {
        return language.say("assistance.rule." + line.rule() + "." + law);
    }

    /** What is not known, and which document would tell. */
    public String sentence(Missing missing) {
        return language.say("assistance.missing." + missing.code(), words(missing.arguments()));
    }

    private List<String> words(List<Object> values) {
        return values.stream().map(this::word).toList();
    }

    private String word(Object value) {
        if (value instanceof BigDecimal number) {
            return format.number(number);
        }
        if (value instanceof LocalDate day) {
            return format.date(day);
        }
        String text = value.toString();
        if (text.matches("[0-9]{4}-Q[1-4]")) {
            return format.quarter(Quarter.parse(text));
        }
        if (text.matches("[0-9]{9}")) {
            return territories.name(text, calendar.today());
        }
        String key = "assistance.word." + text;
        return Texts.has(language.get(), key) ? language.say(key) : text;
    }

    /** How the test ends, with the numbers that matter. */
    public String outcome(TestResult result) {
        return switch (result.outcome()) {
            case ENTITLED ->
                language.say(
                        "assistance.outcome.ENTITLED",
                        format.money(result.monthly().orElseThrow()),
                        format.money(result.amount().orElseThrow()),
                        format.money(result.supplement().orElseThrow()));
            case ABOVE_LINE ->
                language.say(
                        "assistance.outcome.ABOVE_LINE",
                        format.money(result.perCapita().orElseThrow()),
                        format.money(result.line().orElseThrow()));
            case REFUSED ->
                result.blockedUntil()
                        .map(until ->
                                language.say("assistance.outcome.REFUSED.until", ground(result), format.date(until)))
                        .orElseGet(() -> language.say("assistance.outcome.REFUSED", ground(result)));
            case NOT_KNOWN -> language.say("assistance.outcome.NOT_KNOWN");
        };
    }

    private String ground(TestResult result) {
        return language.say("assistance.word." + result.ground().orElseThrow());
    }

    public String mood(TestResult result) {
        return switch (result.outcome()) {
            case ENTITLED -> "good";
            case ABOVE_LINE, REFUSED -> "error";
            case NOT_KNOWN -> "notice";
        };
    }

    public String relation(Member member) {
        return Labels.value("relation", member.relation(), language.getCode());
    }

    /** What somebody earned in the quarter, by kind. */
    public String incomes(Member member) {
        return member.incomes().isEmpty()
                ? language.say("assistance.no-incomes")
                : new TreeMap<>(member.incomes())
                        .entrySet().stream()
                                .map(income -> Labels.value("income_kind", income.getKey(), language.getCode()) + ": "
                                        + format.money(income.getValue()))
                                .collect(Collectors.joining("; "));
    }
}
