package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;
import static kz.ruralincome.domain.sample.SampleDays.text;

import java.time.LocalDate;
import java.util.Locale;
import kz.ruralincome.domain.sample.SampleCourse.Instalment;
import kz.ruralincome.domain.sample.SampleLoanLife.Payment;
import kz.ruralincome.domain.shared.Iin;

/**
 * Loans as lines of NDJSON. Some are told twice: what was rescheduled or written off is first told as it was before, and
 * some terms were first mistaken.
 */
final class SampleLoanText {

    private static final String[] COLLATERAL = {"жилой дом", "тұрғын үй", "мал", "техника", "земельный участок"};

    private final SampleRandom random;
    private final StringBuilder line = new StringBuilder(4096);

    SampleLoanText(SampleRandom random) {
        this.random = random;
    }

    /** Whether the first telling is not the last. */
    boolean isToldAgain(SampleLoan loan, SampleLoanLife life) {
        return life.rescheduledOn() != NEVER || life.status().equals("WRITTEN_OFF") || isMistaken(loan, life);
    }

    private boolean isMistaken(SampleLoan loan, SampleLoanLife life) {
        return random.split(6, loan.key()).chance(9)
                && life.status().equals("ACTIVE")
                && !loan.terms().hasTranches()
                && !loan.terms().isOwn();
    }

    /** The loan as it was first told, where that is not the whole truth. */
    String first(SampleLoan loan, SampleLoanLife life) {
        if (!isToldAgain(loan, life)) {
            return last(loan, life);
        }
        long mistake = isMistaken(loan, life) ? 250_000 : 0;
        begin(loan, loan.terms(), mistake);
        member("status", "ACTIVE");
        repayments(loan, life, life.rescheduledOn());
        return end();
    }

    /** The loan as it stands. */
    String last(SampleLoan loan, SampleLoanLife life) {
        begin(loan, life.terms(), 0);
        member("status", life.status());
        if (life.closedOn() != NEVER) {
            member("closedOn", text(life.closedOn()));
        }
        if (life.rescheduledOn() != NEVER) {
            member("rescheduledOn", text(life.rescheduledOn()));
        }
        if (life.status().equals("ACTIVE") || life.status().equals("WRITTEN_OFF")) {
            reported(loan, life);
        }
        repayments(loan, life, NEVER);
        return end();
    }

    private void begin(SampleLoan loan, SampleTerms terms, long mistake) {
        SampleRandom own = random.split(5, loan.key());
        line.append('{');
        member("contractNo", loan.contractNo());
        member("iin", SampleIins.text(loan.borrower().iin()));
        member("purpose", terms.purpose());
        member("oked", terms.oked());
        number("kato", "\"" + terms.kato() + "\"");
        member("approvedOn", text(terms.approvedOn()));
        boolean isHandedOver = loan.habit() != SampleLoan.Habit.WAITING && loan.habit() != SampleLoan.Habit.CANCELLED;
        if (isHandedOver) {
            member("disbursedOn", text(terms.disbursedOn()));
        }
        number("principal", tenge((terms.principal() + mistake) * 100));
        number("annualRate", tenge(terms.rate()));
        number("effectiveRate", tenge(terms.rate() + own.between(3, 12)));
        number("termMonths", terms.term());
        number("graceMonths", terms.grace());
        member("schedule", terms.schedule());
        member("product", terms.product());
        member("fundingSource", terms.funding());
        if (isHandedOver && terms.hasTranches()) {
            disbursements(terms);
        }
        if (terms.isOwn()) {
            instalments(terms);
        }
        coBorrower(loan, own);
        if (own.chance(700)) {
            number(
                    "collateral",
                    "[{\"kind\":\"%s\",\"value\":%s}]"
                            .formatted(own.oneOf(COLLATERAL), terms.principal() / 100 * own.between(110, 180)));
        }
        cooperative(loan, own);
    }

    private void disbursements(SampleTerms terms) {
        String second = terms.trancheOn() > SampleLoanLife.REPORT
                ? ""
                : ",{\"on\":\"%s\",\"amount\":%s}".formatted(text(terms.trancheOn()), tenge(terms.secondTranche()));
        number(
                "disbursements",
                "[{\"on\":\"%s\",\"amount\":%s}%s]"
                        .formatted(text(terms.disbursedOn()), tenge(terms.firstTranche()), second));
    }

    private void instalments(SampleTerms terms) {
        String separator = "";
        line.append(",\"instalments\":[");
        for (Instalment one : SampleCourse.instalments(terms)) {
            line.append(separator).append("{\"dueOn\":\"").append(text(one.dueOn()));
            line.append("\",\"principal\":").append(tenge(one.principal()));
            line.append(",\"interest\":").append(tenge(one.interest())).append('}');
            separator = ",";
        }
        line.append(']');
    }

    private void coBorrower(SampleLoan loan, SampleRandom own) {
        int day = loan.terms().approvedOn();
        SampleHousehold home = SampleBorrowers.home(loan.borrower(), day);
        if (home == null || !own.chance(330)) {
            return;
        }
        for (SampleStay stay : home.stays()) {
            boolean leads = stay.relation() == SampleRelation.HEAD || stay.relation() == SampleRelation.SPOUSE;
            if (leads && stay.person() != loan.borrower() && stay.isPresentOn(day)) {
                number(
                        "parties",
                        "[{\"iin\":\"%s\",\"role\":\"CO_BORROWER\"}]"
                                .formatted(SampleIins.text(stay.person().iin())));
                return;
            }
        }
    }

    /** Some who take part for the service cooperatives borrow as their heads. */
    private void cooperative(SampleLoan loan, SampleRandom own) {
        SampleVenture venture = loan.borrower().venture();
        if (venture != null
                && venture.enrolment() != null
                && venture.enrolment().direction() == 4
                && own.chance(60)) {
            var founded = LocalDate.ofEpochDay(venture.enrolment().from());
            String first;
            int check;
            do {
                first = String.format(
                        Locale.ROOT,
                        "%02d%02d40%05d",
                        founded.getYear() % 100,
                        founded.getMonthValue(),
                        own.below(100_000));
                check = Iin.checkDigit(first);
            } while (check == 10);
            member("bin", first + check);
        }
    }

    /** The lender's own figures, of which a few are mistaken: a payment not booked yet, days counted otherwise. */
    private void reported(SampleLoan loan, SampleLoanLife life) {
        SampleRandom own = random.split(7, loan.key());
        boolean isWrittenOff = life.status().equals("WRITTEN_OFF");
        long principal = isWrittenOff ? 0 : life.outstanding();
        int days = isWrittenOff ? 0 : life.daysPastDue();
        long overdue = isWrittenOff ? 0 : life.overduePrincipal();
        if (!isWrittenOff && own.chance(35)) {
            if (days > 0) {
                days += own.between(1, 3);
            } else if (!life.payments().isEmpty()) {
                principal += life.payments().get(life.payments().size() - 1).principal() + 250;
            }
        }
        line.append(",\"reported\":{\"on\":\"")
                .append(text(SampleLoanLife.REPORT))
                .append('"');
        number("daysPastDue", days);
        number("principal", tenge(principal));
        number("interest", tenge(isWrittenOff ? 0 : life.interest()));
        number("overduePrincipal", tenge(overdue));
        number("overdueInterest", tenge(isWrittenOff ? 0 : life.overdueInterest()));
        number("penalty", tenge(days > 30 ? Math.min(overdue / 10, overdue / 2_000 * days) : 0));
        number("writtenOff", tenge(isWrittenOff ? life.outstanding() : 0));
        line.append('}');
    }

    private void repayments(SampleLoan loan, SampleLoanLife life, int before) {
        String separator = ",\"repayments\":[";
        int reference = 0;
        for (Payment payment : life.payments()) {
            reference++;
            if (payment.on() < before) {
                line.append(separator).append("{\"paymentRef\":\"").append(reference);
                line.append("\",\"paidOn\":\"").append(text(payment.on()));
                line.append("\",\"amount\":").append(tenge(payment.principal() + payment.interest()));
                if (loan.lender().tellsParts() || payment.principal() == 0) {
                    line.append(",\"principal\":").append(tenge(payment.principal()));
                    line.append(",\"interest\":").append(tenge(payment.interest()));
                    line.append(",\"penalty\":0");
                }
                line.append('}');
                separator = ",";
            }
        }
        if (separator.length() == 1) {
            line.append(']');
        }
    }

    private void member(String name, String value) {
        number(name, "\"" + value + "\"");
    }

    private void number(String name, Object value) {
        if (line.length() > 1) {
            line.append(',');
        }
        line.append('"').append(name).append("\":").append(value);
    }

    private String end() {
        String told = line.append("}\n").toString();
        line.setLength(0);
        return told;
    }

    private static String tenge(long tiyn) {
        long coins = tiyn % 100;
        return coins == 0 ? Long.toString(tiyn / 100) : tiyn / 100 + (coins < 10 ? ".0" : ".") + coins;
    }
}
