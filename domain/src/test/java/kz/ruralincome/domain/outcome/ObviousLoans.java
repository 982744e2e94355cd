package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ruralincome.domain.movement.State;

/** What loans led to, one loan and one day at a time, by the words of the definitions; slow, and easy to believe. */
record ObviousLoans(ObviousRegister register, List<Loan> loans, LocalDate start, LocalDate asOf, LocalDate observedTo) {

    /** How a loan stands from its first tranche on, and from another day on. */
    record Loan(
            long id,
            int person,
            int lender,
            String purpose,
            LocalDate approvedOn,
            List<LocalDate> trancheOn,
            List<BigDecimal> tranches,
            LocalDate rescheduledFrom,
            Standing atFirst,
            LocalDate later,
            Standing afterwards) {

        LocalDate handedOn() {
            return trancheOn.get(0);
        }

        Standing on(LocalDate day) {
            return day.isBefore(later) ? atFirst : afterwards;
        }
    }

    /** In tiyn. */
    record Standing(long principal, long interest, long due, long paid, LocalDate overdueSince) {}

    private static final List<String> ASSISTED = List.of("ASP", "ENTREPRENEUR_ON_ASP");

    Integer unit(Loan loan) {
        return register.unitOn(loan.person(), loan.handedOn());
    }

    List<Loan> asked(Predicate<Loan> which) {
        return loans.stream()
                .filter(loan -> ObviousRegister.covers(start, asOf, loan.handedOn()))
                .filter(which)
                .toList();
    }

    /** What the loans add to each measure; those are of a row, their borrowers count by the first of all asked for. */
    Map<String, BigDecimal> figures(List<Loan> asked, Predicate<Loan> row) {
        Map<String, BigDecimal> figures = new HashMap<>();
        asked.stream().filter(row).forEach(loan -> of(loan, isFirst(loan, asked))
                .forEach((code, amount) -> figures.merge(code, amount, BigDecimal::add)));
        return figures;
    }

    private static boolean isFirst(Loan loan, List<Loan> asked) {
        return asked.stream()
                .filter(other -> other.person() == loan.person())
                .min(Comparator.comparing(Loan::approvedOn).thenComparing(Loan::id))
                .equals(Optional.of(loan));
    }

    /** What one loan adds to each measure. */
    Map<String, BigDecimal> of(Loan loan, boolean isFirst) {
        Map<String, BigDecimal> adds = new HashMap<>();
        adds.put("loans", BigDecimal.ONE);
        BigDecimal handedOver = BigDecimal.ZERO;
        for (int i = 0; i < loan.tranches().size(); i++) {
            handedOver = handedOver.add(
                    loan.trancheOn().get(i).isBefore(asOf) ? loan.tranches().get(i) : BigDecimal.ZERO);
        }
        adds.put("disbursed", handedOver);
        boolean isRescheduled =
                loan.rescheduledFrom() != null && !loan.rescheduledFrom().isAfter(asOf);
        book(loan.on(asOf)).forEach((code, tiyn) -> {
            adds.put(code, BigDecimal.valueOf(tiyn, 2));
            if (!isRescheduled) {
                adds.put(code + ".without-rescheduled", BigDecimal.valueOf(tiyn, 2));
            }
        });
        if (isFirst) {
            borrower(loan).forEach((code, holds) -> {
                if (holds) {
                    adds.put(code, BigDecimal.ONE);
                }
            });
        }
        return adds;
    }

    private Map<String, Long> book(Standing loan) {
        Map<String, Long> book = new HashMap<>();
        long late = loan.overdueSince() == null ? 0 : ChronoUnit.DAYS.between(loan.overdueSince(), asOf);
        book.put("outstanding", loan.principal());
        book.put("owed", loan.principal() + loan.interest());
        for (int days : List.of(1, 30, 60, 90)) {
            book.put("par" + days, late > days ? loan.principal() : 0);
        }
        book.put("npl90", late > 90 ? loan.principal() + loan.interest() : 0);
        book.put("due", loan.due());
        book.put("paid", loan.paid());
        return book;
    }

    private Map<String, Boolean> borrower(Loan loan) {
        Map<String, Boolean> holds = new HashMap<>();
        int person = loan.person();
        holds.put("borrowers", true);
        for (State state : State.values()) {
            holds.put("on-approval." + state, state(person, loan.approvedOn()).equals(state.name()));
            holds.put("on-day." + state, state(person, asOf).equals(state.name()));
        }
        LocalDate registered = firstActive(person);
        boolean known = registered != null && !registered.isAfter(asOf);
        LocalDate early = loan.approvedOn().minusDays(90);
        holds.put("registered.not", !known);
        holds.put("registered.earlier", known && registered.isBefore(early));
        holds.put(
                "registered.within-90-days",
                known && !registered.isBefore(early) && registered.isBefore(loan.approvedOn()));
        holds.put("registered.since-approval", known && !registered.isBefore(loan.approvedOn()));
        holds.put("registered.from-90-days-before", known && !registered.isBefore(early));
        holds.put("only-for-loan", known && !registered.isBefore(early) && isEndedBy(person, registered, loan));
        for (int months : LoanMeasure.MONTHS) {
            LocalDate day = loan.handedOn().plusMonths(months);
            holds.put("observed." + months, !day.isAfter(observedTo));
            holds.put(
                    "entrepreneur." + months,
                    !day.isAfter(observedTo) && state(person, day).equals("ENTREPRENEUR"));
        }
        boolean assisted = daysOnAssistance(person, loan.handedOn()) > 0;
        holds.put("assisted-before", assisted);
        holds.put("back-on-assistance", assisted && isBack(person, loan.handedOn()));
        return holds;
    }

    private String state(int person, LocalDate day) {
        return register.stateOn(person, day);
    }

    private LocalDate firstActive(int person) {
        return register.registrations.stream()
                .filter(r -> r.person() == person && r.status().equals("ACTIVE"))
                .map(ObviousRegister.Registration::from)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private boolean isEndedBy(int person, LocalDate registered, Loan loan) {
        LocalDate last = loan.handedOn().plusMonths(12);
        for (LocalDate day = registered; !day.isAfter(last) && !day.isAfter(asOf); day = day.plusDays(1)) {
            LocalDate today = day;
            if (register.registrations.stream()
                    .noneMatch(r -> r.person() == person
                            && r.status().equals("ACTIVE")
                            && ObviousRegister.covers(r.from(), r.to(), today))) {
                return true;
            }
        }
        return false;
    }

    private long daysOnAssistance(int person, LocalDate until) {
        LocalDate first = register.beginning(person);
        return first == null || first.isAfter(until)
                ? 0
                : first.datesUntil(until.plusDays(1))
                        .filter(day -> ASSISTED.contains(state(person, day)))
                        .count();
    }

    private boolean isBack(int person, LocalDate after) {
        LocalDate off = null;
        for (LocalDate day = register.beginning(person); !day.isAfter(observedTo); day = day.plusDays(1)) {
            if (ASSISTED.contains(state(person, day))) {
                if (off != null && day.isAfter(after) && ChronoUnit.DAYS.between(off, day) > 31) {
                    return true;
                }
                off = day.plusDays(1);
            }
        }
        return false;
    }

    /** Enrolled people from the landmark on: who had borrowed, or who had not. */
    Map<String, BigDecimal> followed(boolean borrowers, Optional<Integer> lender) {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (int person : register.persons()) {
            var enrolled = register.spells.stream()
                    .filter(spell -> spell.table().equals("enrolment") && spell.person() == person)
                    .map(ObviousRegister.Spell::from)
                    .min(LocalDate::compareTo);
            if (enrolled.isEmpty()) {
                continue;
            }
            LocalDate landmark = enrolled.get().plusMonths(6);
            if (!ObviousRegister.covers(start, asOf, landmark)
                    || !register.covers("enrolment", person, landmark)
                    || List.of("DECEASED", "AWAY").contains(state(person, landmark))
                    || hasBorrowed(person, landmark, loan -> true) != borrowers
                    || borrowers
                            && !hasBorrowed(
                                    person, landmark, loan -> lender.isEmpty() || lender.get() == loan.lender())) {
                continue;
            }
            figures.merge("borrowers", BigDecimal.ONE, BigDecimal::add);
            for (int months : LoanMeasure.MONTHS) {
                LocalDate day = landmark.plusMonths(months);
                if (!day.isAfter(observedTo)) {
                    figures.merge("observed." + months, BigDecimal.ONE, BigDecimal::add);
                    if (state(person, day).equals("ENTREPRENEUR")) {
                        figures.merge("entrepreneur." + months, BigDecimal.ONE, BigDecimal::add);
                    }
                }
            }
        }
        return figures;
    }

    private boolean hasBorrowed(int person, LocalDate until, Predicate<Loan> which) {
        return loans.stream()
                .filter(which)
                .anyMatch(loan -> loan.person() == person && !loan.handedOn().isAfter(until));
    }
}
