package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.merge.Fact;
import kz.ruralincome.domain.merge.FactKind;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.TaxRegimeText;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** A fact of a record in words: what it says, and on which days. */
@Named
@RequestScoped
public class MergeWords {

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    /** What it says, without its days. */
    public String of(Fact fact) {
        List<String> words =
                switch (fact.kind()) {
                    case MEMBERSHIP -> membership(fact);
                    case VITAL_EVENT -> List.of(label(fact, "vital_kind", "kind"));
                    case OCCUPATION ->
                        words(label(fact, "occupation_kind", "kind"), label(fact, "occupation_source", "source"));
                    case INCOME -> words(label(fact, "income_kind", "kind"), money(fact));
                    case REGISTRATION -> registration(fact);
                    case ENROLMENT -> enrolment(fact);
                    case ENROLMENT_SUSPENSION -> words(said(fact, "reason"), said(fact, "end_reason"));
                    case CONSENT -> words(label(fact, "consent_scope", "scope"), said(fact, "document"));
                    case SOCIAL_PACKAGE -> List.of();
                    case MEASURE -> List.of(label(fact, "measure_kind", "kind"));
                };
        return String.join(", ", words);
    }

    private List<String> membership(Fact fact) {
        String name = Stream.of("family_name", "given_name", "patronymic")
                .map(column -> said(fact, column))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words(
                label(fact, "relation", "relation"),
                language.say("participant.household", said(fact, "household_no")),
                name.isEmpty() ? null : name,
                day(fact, "birth_date"),
                label(fact, "sex", "sex"),
                said(fact, "phone"));
    }

    private List<String> registration(Fact fact) {
        return words(
                label(fact, "registration_status", "status"),
                label(fact, "closing_reason", "reason"),
                fact.isUnderOwnIin()
                        ? language.say("merge.own-iin")
                        : language.say("merge.number", said(fact, "registration_no")),
                said(fact, "oked"),
                said(fact, "tax_regime") == null ? null : TaxRegimeText.of(said(fact, "tax_regime"), language));
    }

    private List<String> enrolment(Fact fact) {
        String direction = said(fact, "direction");
        String due = day(fact, "registration_due");
        return words(
                territories.path("%09d".formatted(Integer.parseInt(said(fact, "unit_id"))), calendar.today()),
                direction == null ? null : language.say("participant.direction", direction),
                due == null ? null : language.say("merge.due", due),
                said(fact, "left_reason"));
    }

    private static List<String> words(String... words) {
        List<String> said = new ArrayList<>();
        for (String word : words) {
            if (word != null) {
                said.add(word);
            }
        }
        return said;
    }

    private static String said(Fact fact, String column) {
        return fact.said().get(column);
    }

    private String day(Fact fact, String column) {
        String day = said(fact, column);
        return day == null ? null : format.date(LocalDate.parse(day));
    }

    private String money(Fact fact) {
        return language.say("merge.amount", format.money(new BigDecimal(said(fact, "amount"))));
    }

    private String label(Fact fact, String family, String column) {
        String value = said(fact, column);
        return value == null ? null : Labels.value(family, value, language.getCode());
    }

    /** On which days it holds. */
    public String when(Fact fact) {
        if (fact.kind() == FactKind.INCOME) {
            return format.quarter(Quarter.of(fact.from()));
        }
        boolean open = fact.to().equals(LocalDate.MAX);
        String from = format.date(fact.from());
        if (fact.kind() == FactKind.VITAL_EVENT) {
            return from;
        }
        if (fact.from().equals(LocalDate.MIN)) {
            return open
                    ? language.say("quality.fact.always")
                    : language.say("quality.fact.until", format.date(fact.to()));
        }
        return open
                ? language.say("quality.fact.since", from)
                : language.say("quality.fact.spell", from, format.date(fact.to()));
    }

    /** What it is, with what it says. */
    public String whole(Fact fact) {
        String said = of(fact);
        String kind = language.say("merge.kind." + fact.kind());
        return said.isEmpty()
                ? language.say("merge.fact.bare", kind, when(fact))
                : language.say("merge.fact", kind, said, when(fact));
    }

    public String placeOf(Optional<Integer> unit) {
        return territories.placeOf(unit);
    }

    /** A sex in words; a dash when it is not known. */
    public String sex(Optional<String> sex) {
        return sex.map(one -> Labels.value("sex", one, language.getCode())).orElse("–");
    }
}
