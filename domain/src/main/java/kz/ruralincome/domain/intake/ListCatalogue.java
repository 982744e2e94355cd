package kz.ruralincome.domain.intake;

import static kz.ruralincome.domain.intake.ListFormat.Senders.ADMINISTRATORS;
import static kz.ruralincome.domain.intake.ListFormat.Senders.ALL;
import static kz.ruralincome.domain.intake.ListFormat.Senders.CENTRE;
import static kz.ruralincome.domain.intake.ListFormat.Subject.HOUSEHOLD;
import static kz.ruralincome.domain.intake.ListFormat.Subject.NONE;
import static kz.ruralincome.domain.intake.ListFormat.Subject.PERSON;
import static kz.ruralincome.domain.intake.ListFormat.Subject.UNIT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All lists that the program takes in, in the order in which they are to be loaded. */
public final class ListCatalogue {

    /** Kinds as the database knows them: the name of the type and its values. */
    private enum Kinds {
        relation("HEAD SPOUSE CHILD PARENT OTHER"),
        vital_kind("DIED LEFT RETURNED"),
        assistance_kind("CONDITIONAL UNCONDITIONAL"),
        occupation_source("LABOUR_REGISTER TAX_REGISTER CONTRIBUTIONS SCREENING OTHER"),
        occupation_kind(
                "UNPRODUCTIVE_SELF_EMPLOYED SELF_EMPLOYED_REGIME SELF_EMPLOYED UNEMPLOYED WAGE_EMPLOYED INACTIVE"),
        income_kind("WAGE SELF_EMPLOYMENT PLOT LIVESTOCK PENSION BENEFIT OTHER"),
        measure_kind("PERMANENT_JOB PUBLIC_WORKS SOCIAL_WORKPLACE YOUTH_PRACTICE TRAINING GRANT MICROCREDIT OTHER"),
        registration_status("ACTIVE SUSPENDED DEREGISTERED"),
        closing_reason("OWN_WISH TAX_BODY COURT DEATH LAW_2026 OTHER"),
        consent_scope("PROCESSING LENDER_EXCHANGE CREDIT_BUREAU"),
        sex("M F"),
        day_kind("DAY_OFF WORKING_DAY"),
        parameter("MCI MCI_SOCIAL SUBSISTENCE_MINIMUM REGIONAL_SUBSISTENCE_MINIMUM REGIONAL_MEDIAN_INCOME POVERTY_LINE"
                + " LINE_PERCENT_OF_MINIMUM LINE_PERCENT_OF_MEDIAN CHILD_SUPPLEMENT_MCI PENSION_AGE_MEN PENSION_AGE_WOMEN"
                + " LOAN_CAP_MCI LOAN_CAP_MCI_PROCESSING LOAN_RATE_CAP LOAN_TERM_MONTHS LOAN_TERM_MONTHS_LIVESTOCK"
                + " LOAN_TERM_MONTHS_AGRICULTURE LOAN_GRACE_MONTHS LOAN_COUNTED_AS_INCOME"),
        indicator("asp.persons asp.households asp.persons-on-day asp.households-on-day asp.assigned asp.paid"
                + " asp.allocated asp.children-with-package asp.in-employment-measures selfemployed.unproductive"
                + " selfemployed.regime selfemployed unemployed entrepreneurs registrations.new registrations.ended"
                + " registrations.ended-by-law moved.asp-to-entrepreneur moved.selfemployed-to-entrepreneur"
                + " moved.off-asp-households income.per-capita credit.loans credit.disbursed credit.par30"
                + " rehabilitation.registered rehabilitation.satisfied rehabilitation.percent");

        private final List<String> values;

        Kinds(String values) {
            this.values = List.of(values.split(" "));
        }

        CellRule rule() {
            return CellRules.oneOf(name(), values);
        }
    }

    private static final List<ListFormat> FORMATS = Stream.of(reference(), households(), livelihoods(), figures())
            .flatMap(Function.identity())
            .toList();

    private ListCatalogue() {}

    /** All formats, in the order in which their lists are to be loaded. */
    public static List<ListFormat> all() {
        return FORMATS;
    }

    public static Optional<ListFormat> find(String name) {
        return FORMATS.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The format of a list that is known to exist. */
    public static ListFormat named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no list " + name + ", but "
                        + FORMATS.stream().map(ListFormat::name).collect(Collectors.joining(", "))));
    }

    /** What a column of kinds may hold, as coded; empty: it is no such column. */
    static List<String> choices(Column column) {
        return kindsOf(column).map(kinds -> kinds.values).orElse(List.of());
    }

    /** Under which {@link Labels} know the values of a column of kinds; empty: it is no such column. */
    static String familyOf(Column column) {
        return kindsOf(column).map(Kinds::name).orElse("");
    }

    private static Optional<Kinds> kindsOf(Column column) {
        return Arrays.stream(Kinds.values())
                .filter(kinds ->
                        kinds.name().equals(column.type()) || kinds.name().equals(column.name()))
                .findFirst();
    }

    private static Stream<ListFormat> reference() {
        return Stream.of(
                ListFormat.of(
                                "territories",
                                "territory",
                                UNIT,
                                ADMINISTRATORS,
                                Column.of("kato", "unit_id", "integer", CellRules::newUnit)
                                        .asKey(),
                                from().asKey().emptyMeans("-infinity"),
                                to(),
                                Column.of("parent", "parent", "integer", CellRules::newUnit)
                                        .mayBeEmpty(),
                                text("name_ru", 200),
                                text("name_kk", 200).optional(),
                                text("name_en", 200).optional())
                        .checkedBy(RowRule::unitIsNotItsOwnParent)
                        .oneAtATimeFor("unit_id"),
                ListFormat.of(
                        "calendar",
                        "calendar_day",
                        NONE,
                        ADMINISTRATORS,
                        date("date", "on_date").asKey(),
                        kind("kind", "kind", "text", Kinds.day_kind)),
                ListFormat.of(
                        "parameters",
                        "parameter",
                        NONE,
                        ADMINISTRATORS,
                        from().asKey(),
                        kind("name", "name", "text", Kinds.parameter).asKey(),
                        unit().asKey().optional(),
                        number("value"),
                        text("document", 500).optional()),
                ListFormat.of(
                        "pilot-areas",
                        "pilot_area",
                        UNIT,
                        ADMINISTRATORS,
                        unit().asKey(),
                        from().asKey(),
                        to(),
                        text("stage", 100).optional()));
    }

    private static Stream<ListFormat> households() {
        return Stream.of(
                ListFormat.of(
                        "households",
                        "locality",
                        HOUSEHOLD,
                        ALL,
                        household().asKey(),
                        from().asKey().emptyMeans("-infinity"),
                        unit(),
                        text("address", 300).optional()),
                ListFormat.of(
                                "members",
                                "membership",
                                PERSON,
                                ALL,
                                household().asKey(),
                                iin().asKey(),
                                from().asKey(),
                                to(),
                                date("birth_date", "birth_date").optional(),
                                kind("sex", "sex", "char(1)", Kinds.sex).optional(),
                                name("family_name"),
                                name("given_name"),
                                name("patronymic"),
                                Column.of("phone", "phone", "text", CellRules.code(50))
                                        .optional(),
                                kind("relation", "relation", "relation", Kinds.relation))
                        .checkedBy(RowRule::iinAgreesWithThePerson)
                        .oneAtATimeFor("person_id"),
                ListFormat.of(
                        "vital-events",
                        "vital_event",
                        PERSON,
                        ALL,
                        iin().asKey(),
                        date("date", "on_date").asKey(),
                        kind("kind", "kind", "vital_kind", Kinds.vital_kind)),
                ListFormat.of(
                                "assistance",
                                "assistance",
                                HOUSEHOLD,
                                ALL,
                                household().asKey(),
                                from().asKey(),
                                to(),
                                kind("kind", "kind", "assistance_kind", Kinds.assistance_kind),
                                amount("monthly_amount"),
                                amount("per_capita_income").optional())
                        .oneAtATimeFor("household_id")
                        .snapshotOf("household_id"),
                ListFormat.of(
                        "payments",
                        "payment",
                        HOUSEHOLD,
                        ALL,
                        household().asKey(),
                        date("paid_on", "on_date").asKey(),
                        Column.of("reference", "reference", "text", CellRules.code(100))
                                .asKey()
                                .emptyMeans(""),
                        amount("amount")));
    }

    private static Stream<ListFormat> livelihoods() {
        return Stream.of(
                ListFormat.of(
                                "occupations",
                                "occupation",
                                PERSON,
                                ALL,
                                iin().asKey(),
                                kind("source", "source", "occupation_source", Kinds.occupation_source)
                                        .asKey()
                                        .emptyMeans("OTHER"),
                                from().asKey(),
                                to(),
                                kind("kind", "kind", "occupation_kind", Kinds.occupation_kind))
                        .oneAtATimeFor("person_id", "source")
                        .snapshotOf("person_id", "source"),
                ListFormat.of(
                        "incomes",
                        "income",
                        PERSON,
                        ALL,
                        iin().asKey(),
                        Column.of("quarter", "quarter", "date", CellRules::quarter)
                                .asKey(),
                        kind("kind", "kind", "income_kind", Kinds.income_kind).asKey(),
                        amount("amount")),
                ListFormat.of(
                                "registrations",
                                "registration",
                                PERSON,
                                ALL,
                                iin().asKey(),
                                Column.of("registration_no", "registration_no", "text", CellRules.code(50))
                                        .asKey()
                                        .emptyMeansTheIin(),
                                from().asKey(),
                                to(),
                                kind("status", "status", "registration_status", Kinds.registration_status),
                                kind("reason", "reason", "closing_reason", Kinds.closing_reason)
                                        .optional(),
                                Column.of("oked", "oked", "text", CellRules.code(20))
                                        .optional(),
                                text("tax_regime", 100).optional())
                        .checkedBy(RowRule::closingNeedsAReason)
                        .oneAtATimeFor("person_id", "registration_no")
                        .snapshotOf("person_id", "registration_no"),
                ListFormat.of(
                                "enrolments",
                                "enrolment",
                                PERSON,
                                ALL,
                                iin().asKey(),
                                from().asKey(),
                                to(),
                                unit(),
                                Column.of("direction", "direction", "smallint", CellRules::direction)
                                        .optional(),
                                date("registration_due", "registration_due").optional(),
                                text("left_reason", 300).optional(),
                                text("coordinator", 100).optional())
                        .oneAtATimeFor("person_id"),
                ListFormat.of(
                        "consents",
                        "consent",
                        PERSON,
                        ALL,
                        iin().asKey(),
                        kind("scope", "scope", "consent_scope", Kinds.consent_scope)
                                .asKey(),
                        from().asKey(),
                        to(),
                        text("document", 500).optional()),
                ListFormat.of("social-packages", "social_package", PERSON, ALL, iin().asKey(), from().asKey(), to()),
                ListFormat.of(
                        "measures",
                        "measure",
                        PERSON,
                        ALL,
                        iin().asKey(),
                        from().asKey(),
                        kind("kind", "kind", "measure_kind", Kinds.measure_kind).asKey(),
                        to()));
    }

    private static Stream<ListFormat> figures() {
        return Stream.of(
                ListFormat.of(
                        "rehabilitation",
                        "rehabilitation",
                        UNIT,
                        CENTRE,
                        date("as_of", "as_of").asKey(),
                        unit().asKey(),
                        Column.of("registered", "registered", "bigint", CellRules::count),
                        Column.of("satisfied", "satisfied", "bigint", CellRules::count)),
                ListFormat.of(
                        "plans",
                        "plan",
                        UNIT,
                        CENTRE,
                        Column.of("year", "year", "integer", CellRules::year).asKey(),
                        unit().asKey(),
                        kind("indicator", "indicator", "text", Kinds.indicator).asKey(),
                        date("decided_on", "decided_on").asKey(),
                        number("value"),
                        text("document", 500).optional()),
                ListFormat.of(
                        "peer-figures",
                        "peer_figure",
                        UNIT,
                        CENTRE,
                        date("as_of", "as_of").asKey(),
                        Column.of("kato", "unit_id", "integer", CellRules::region)
                                .asKey(),
                        kind("indicator", "indicator", "text", Kinds.indicator).asKey(),
                        number("value"),
                        text("source", 300).optional()));
    }

    private static Column iin() {
        return Column.of("iin", "person_id", "integer", CellRules::iin);
    }

    private static Column household() {
        return Column.of("household_no", "household_id", "integer", CellRules.code(50));
    }

    private static Column unit() {
        return Column.of("kato", "unit_id", "integer", CellRules::unit);
    }

    private static Column from() {
        return Column.of("from", "valid_from", "date", CellRules::date);
    }

    private static Column to() {
        return Column.of("to", "valid_to", "date", CellRules::date).emptyMeans("infinity");
    }

    private static Column date(String name, String target) {
        return Column.of(name, target, "date", CellRules::date);
    }

    private static Column kind(String name, String target, String type, Kinds kinds) {
        return Column.of(name, target, type, kinds.rule());
    }

    private static Column name(String name) {
        return Column.of(name, name, "text", CellRules::name).optional();
    }

    private static Column text(String name, int limit) {
        return Column.of(name, name, "text", CellRules.text(limit));
    }

    private static Column amount(String name) {
        return Column.of(name, name, "numeric(19,2)", CellRules::amount);
    }

    private static Column number(String name) {
        return Column.of(name, name, "numeric", CellRules::number);
    }
}
