package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.State;

/**
 * What is counted of loans and of what they led to. Each measure says once which loans it takes and what each adds to it,
 * so a figure and the list of its loans cannot differ.
 *
 * <p>Where it counts borrowers, each of them counts once: by the first approved of the loans that are asked for. So the
 * parts add up to the whole, however many loans somebody has.
 */
public final class LoanMeasure {

    /** What belongs together when small groups are withheld, and which lists it needs. */
    enum Family {
        BOOK("loans"),
        STATE_ON_APPROVAL,
        STATE_ON_DAY,
        REGISTERED("registrations"),
        ENTREPRENEUR("registrations"),
        ASSISTANCE("assistance", "members");

        private final List<String> needs;

        Family(String... needs) {
            this.needs = List.of(needs);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** After how many months it is asked whether somebody is still an entrepreneur. */
    public static final List<Integer> MONTHS = List.of(6, 12, 24);

    /** With the loans that were rescheduled up to the day left out. */
    static final String WITHOUT_RESCHEDULED = ".without-rescheduled";

    public static final LoanMeasure LOANS = ofLoans("loans", "true", "1");
    /** Tenge handed over before the day. */
    public static final LoanMeasure DISBURSED = ofLoans("disbursed", "true", "o.handed_over");
    /** Principal not paid back on the day. */
    public static final LoanMeasure OUTSTANDING = ofLoans("outstanding", "o.principal > 0", "o.principal");

    public static final LoanMeasure BORROWERS = ofBorrowers(Family.BOOK, "borrowers", "true");
    public static final LoanMeasure REGISTERED_EARLIER =
            registered("registered.earlier", "o.registered_on < o.approved_on - 90");
    public static final LoanMeasure REGISTERED_WITHIN_90_DAYS = registered(
            "registered.within-90-days", "o.registered_on >= o.approved_on - 90 and o.registered_on < o.approved_on");
    /** On the day of approval or later. */
    public static final LoanMeasure REGISTERED_SINCE_APPROVAL =
            registered("registered.since-approval", "o.registered_on >= o.approved_on");

    public static final LoanMeasure NOT_REGISTERED =
            ofBorrowers(Family.REGISTERED, "registered.not", "(o.registered_on is null or o.registered_on > a.as_of)");
    /** From 90 days before approval on: they may have registered for the loan. */
    static final LoanMeasure REGISTERED_FOR_LOAN =
            registered("registered.from-90-days-before", "o.registered_on >= o.approved_on - 90");

    static final LoanMeasure ONLY_FOR_LOAN = registered(
            "only-for-loan",
            "o.registered_on >= o.approved_on - 90 and o.registration_ended_on <= a.as_of"
                    + " and o.registration_ended_on <= o.handed_on + interval '12 months'");

    /** Had been on assistance when the money was handed over, or before. */
    static final LoanMeasure ASSISTED_BEFORE = ofBorrowers(Family.ASSISTANCE, "assisted-before", "o.was_assisted");

    static final LoanMeasure BACK_ON_ASSISTANCE =
            ofBorrowers(Family.ASSISTANCE, "back-on-assistance", "o.was_assisted and o.is_back");

    /** All of them; those of one family stand together. */
    public static final List<LoanMeasure> ALL = all();

    private final String code;
    private final Family family;
    private final boolean ofBorrowers;
    private final String condition;
    private final String amount;

    private LoanMeasure(String code, Family family, boolean ofBorrowers, String condition, String amount) {
        this.code = code;
        this.family = family;
        this.ofBorrowers = ofBorrowers;
        this.condition = condition;
        this.amount = amount;
    }

    private static LoanMeasure ofLoans(String code, String condition, String amount) {
        return new LoanMeasure(code, Family.BOOK, false, condition, amount);
    }

    private static LoanMeasure ofBorrowers(Family family, String code, String condition) {
        return new LoanMeasure(code, family, true, "o.is_first and " + condition, "1");
    }

    private static LoanMeasure registered(String code, String condition) {
        return ofBorrowers(Family.REGISTERED, code, "o.registered_on <= a.as_of and " + condition);
    }

    private LoanMeasure withoutRescheduled() {
        return ofLoans(code + WITHOUT_RESCHEDULED, condition + " and not o.is_rescheduled", amount);
    }

    private static List<LoanMeasure> all() {
        List<LoanMeasure> all = new ArrayList<>(List.of(LOANS, DISBURSED));
        List<LoanMeasure> book = new ArrayList<>(List.of(OUTSTANDING));
        book.add(ofLoans("owed", "o.principal + o.interest > 0", "o.principal + o.interest"));
        for (int days : List.of(1, 30, 60, 90)) {
            book.add(ofLoans("par" + days, "o.principal > 0 and o.days_past_due > " + days, "o.principal"));
        }
        book.add(ofLoans("npl90", "o.principal + o.interest > 0 and o.days_past_due > 90", "o.principal + o.interest"));
        book.add(ofLoans("due", "o.due > 0", "o.due"));
        book.add(ofLoans("paid", "o.paid > 0", "o.paid"));
        all.addAll(book);
        book.forEach(measure -> all.add(measure.withoutRescheduled()));
        all.add(BORROWERS);
        for (State state : State.values()) {
            all.add(ofBorrowers(
                    Family.STATE_ON_APPROVAL, "on-approval." + state, "o.state_then = '%s'".formatted(state)));
        }
        for (State state : State.values()) {
            all.add(ofBorrowers(Family.STATE_ON_DAY, "on-day." + state, "o.state_now = '%s'".formatted(state)));
        }
        all.addAll(List.of(
                REGISTERED_EARLIER,
                REGISTERED_WITHIN_90_DAYS,
                REGISTERED_SINCE_APPROVAL,
                NOT_REGISTERED,
                REGISTERED_FOR_LOAN,
                ONLY_FOR_LOAN));
        for (int months : MONTHS) {
            String observed = "o.handed_on + interval '%d months' <= a.observed_to".formatted(months);
            all.add(ofBorrowers(Family.ENTREPRENEUR, "observed." + months, observed));
            all.add(ofBorrowers(
                    Family.ENTREPRENEUR,
                    "entrepreneur." + months,
                    observed + " and o.state_%d = 'ENTREPRENEUR'".formatted(months)));
        }
        all.addAll(List.of(ASSISTED_BEFORE, BACK_ON_ASSISTANCE));
        return List.copyOf(all);
    }

    public static Optional<LoanMeasure> of(String code) {
        return ALL.stream().filter(measure -> measure.code.equals(code)).findFirst();
    }

    static LoanMeasure get(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** Borrowers by their state on the day of approval. */
    public static LoanMeasure onApproval(State state) {
        return get("on-approval." + state);
    }

    /** Borrowers by their state on the day asked. */
    public static LoanMeasure onDay(State state) {
        return get("on-day." + state);
    }

    static Stream<LoanMeasure> of(Family family) {
        return ALL.stream().filter(measure -> measure.family == family);
    }

    /** Its name in questions and answers. */
    public String code() {
        return code;
    }

    Family family() {
        return family;
    }

    /** Whether it counts persons. */
    public boolean isOfBorrowers() {
        return ofBorrowers;
    }

    /** Whether it is a sum of money. */
    public boolean isTenge() {
        return !amount.equals("1");
    }

    /** On {@code o}, a row of {@link LoanOutcomeSql}, and {@code a}, what is asked. */
    String condition() {
        return condition;
    }

    /** What a loan that meets the condition adds: 1, or tenge. */
    String amount() {
        return amount;
    }

    @Override
    public String toString() {
        return code;
    }
}
