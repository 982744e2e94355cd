package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.NEVER;
import static kz.ruralincome.domain.sample.SampleDays.text;

import java.time.LocalDate;
import kz.ruralincome.domain.sample.SampleVenture.Enrolment;
import kz.ruralincome.domain.sample.SampleVenture.Registration;

/** The lists of those who undertook something: registrations, enrolments, consents and incomes. */
final class SampleParticipants {

    static final String REGISTRATION_COLUMNS = "iin,registration_no,from,to,status,reason,oked,tax_regime";
    static final String ENROLMENT_COLUMNS = "iin,from,to,kato,direction,registration_due,left_reason,coordinator";
    static final String CONSENT_COLUMNS = "iin,scope,from,to,document";
    static final String INCOME_COLUMNS = "iin,quarter,kind,amount";

    /** Incomes of the last whole quarter are in, those of the running one are not. */
    static final LocalDate INCOMES_COVER_TO = LocalDate.of(2026, 10, 1);

    private static final String[] COORDINATORS = {
        "Примерова А.", "Үлгібаева Г.", "Образцов В.", "Мысалжанов Е.", "Дерекбекова С.", "Таблицын К.", "Есепханова Ж."
    };
    private static final String[] INCOME_OF_DIRECTION = {
        "PLOT", "LIVESTOCK", "PLOT", "SELF_EMPLOYMENT", "SELF_EMPLOYMENT"
    };

    /** How many of a thousand consent to the exchange with lenders at enrolment. */
    private static final int LENDERS = 720;

    private final SampleRandom random;

    SampleParticipants(SampleRandom random) {
        this.random = random;
    }

    /** Of one registration in forty that ended the register first had a later day. */
    void registrations(SamplePerson person, SampleCsv out, boolean late) {
        SampleVenture venture = person.venture();
        if (venture == null || venture.registrations().isEmpty()) {
            return;
        }
        int size = venture.registrations().size();
        Registration last = venture.registrations().get(size - 1);
        SampleRandom own = random.split(1, person.index());
        boolean entersLate = size > 1
                && last.status().equals("DEREGISTERED")
                && last.from() < SampleDays.REFORM
                && venture.registrations().get(size - 2).to() == last.from()
                && own.chance(25);
        int entered = last.from() + own.between(10, 120);
        for (int place = 0; place < size; place++) {
            Registration registration = venture.registrations().get(place);
            boolean affected = entersLate && place >= size - 2;
            if (!affected) {
                if (!late) {
                    registration(person, registration, registration.from(), registration.to(), null, out);
                }
            } else if (!late) {
                boolean end = place == size - 1;
                registration(
                        person,
                        registration,
                        end ? entered : registration.from(),
                        end ? registration.to() : entered,
                        null,
                        out);
            } else {
                if (place == size - 1) {
                    registration(person, registration, entered, registration.to(), "REMOVE", out);
                }
                registration(person, registration, registration.from(), registration.to(), "", out);
            }
        }
    }

    private static void registration(
            SamplePerson person, Registration registration, int from, int to, String action, SampleCsv out) {
        out.row(
                SampleIins.text(person.iin()),
                "",
                text(from),
                text(to),
                registration.status(),
                registration.reason(),
                person.venture().oked(),
                registration.regime(),
                action);
    }

    void enrolment(SamplePerson person, SampleCsv out) {
        Enrolment enrolment = enrolmentOf(person);
        if (enrolment != null) {
            out.row(
                    SampleIins.text(person.iin()),
                    text(enrolment.from()),
                    text(enrolment.to()),
                    enrolment.okrug(),
                    enrolment.direction(),
                    text(enrolment.due()),
                    enrolment.leftReason(),
                    COORDINATORS[enrolment.okrug() / 1000 % COORDINATORS.length]);
        }
    }

    private static Enrolment enrolmentOf(SamplePerson person) {
        return person.venture() == null ? null : person.venture().enrolment();
    }

    void consents(SamplePerson person, SampleCsv out) {
        Enrolment enrolment = enrolmentOf(person);
        if (enrolment == null) {
            return;
        }
        SampleRandom own = random.split(2, person.index());
        String document = "С-" + (10_000 + person.index());
        consent(person, "PROCESSING", enrolment.from(), NEVER, document, out);
        boolean lenders = own.chance(LENDERS);
        int withdrawn = own.chance(40) ? enrolment.from() + own.between(60, 700) : NEVER;
        if (lenders) {
            consent(person, "LENDER_EXCHANGE", enrolment.from(), withdrawn < LAST ? withdrawn : NEVER, document, out);
            if (own.chance(780)) {
                consent(person, "CREDIT_BUREAU", enrolment.from() + own.below(30), NEVER, document, out);
            }
        }
    }

    /** Whether a person who takes part consented to the exchange with lenders at enrolment. */
    boolean hasLetLendersIn(SamplePerson person) {
        return enrolmentOf(person) != null && random.split(2, person.index()).chance(LENDERS);
    }

    static void consent(SamplePerson person, String scope, int from, int to, String document, SampleCsv out) {
        out.row(SampleIins.text(person.iin()), scope, text(from), text(to), document);
    }

    /** Household incomes of participants from the quarter before enrolment on; one quarter in thirty is missing. */
    void incomes(SamplePerson person, SampleCsv out) {
        Enrolment enrolment = enrolmentOf(person);
        if (enrolment == null) {
            return;
        }
        SampleRandom own = random.split(3, person.index());
        int perCapita = own.between(15_000, 29_000);
        int begin = SampleDays.year(enrolment.from()) * 4 + quarterOf(enrolment.from()) - 1;
        int end = SampleDays.LAST_YEAR * 4 + quarterOf(LAST);
        String kind = INCOME_OF_DIRECTION[enrolment.direction() - 1];
        for (int quarter = begin; quarter < end; quarter++) {
            int lastDay = SampleDays.quarterEnd(quarter / 4, quarter % 4) - 1;
            boolean runs = person.venture().liftsOn(lastDay);
            perCapita += perCapita * own.between(runs ? 0 : -2, runs ? 9 : 4) / 100;
            perCapita = Math.min(perCapita, 95_000);
            int size = person.lastStay().household().size(lastDay);
            if (size > 0 && !person.isGone(lastDay) && !own.chance(33)) {
                String name = quarter / 4 + "-Q" + (quarter % 4 + 1);
                String source = quarter == begin && kind.equals("SELF_EMPLOYMENT") ? "OTHER" : kind;
                out.row(SampleIins.text(person.iin()), name, source, perCapita * size * 3 + ".00");
            }
        }
    }

    private static int quarterOf(int day) {
        return (LocalDate.ofEpochDay(day).getMonthValue() - 1) / 3;
    }
}
