package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.outcome.ObviousLoans.Loan;
import kz.ruralincome.domain.outcome.ObviousLoans.Standing;
import kz.ruralincome.domain.shared.Rules;

/** Loans to the people of a {@link RandomRegister}, often several to one and on days on which something happens. */
final class RandomLoans {

    private final Random random;
    private final ObviousRegister register;

    private RandomLoans(long seed, ObviousRegister register) {
        this.random = new Random(seed);
        this.register = register;
    }

    static List<Loan> of(long seed, ObviousRegister register) {
        var made = new RandomLoans(seed, register);
        return LongStream.rangeClosed(1, 20).mapToObj(made::loan).toList();
    }

    private Loan loan(long id) {
        List<Integer> persons = List.copyOf(register.persons());
        LocalDate approved = day();
        LocalDate handed = approved.plusDays(random.nextInt(30));
        List<LocalDate> days = new ArrayList<>(List.of(handed));
        List<BigDecimal> amounts = new ArrayList<>(List.of(amount()));
        if (random.nextInt(3) == 0) {
            days.add(handed.plusDays(1 + random.nextInt(200)));
            amounts.add(amount());
        }
        LocalDate later = handed.plusDays(random.nextInt(300));
        return new Loan(
                id,
                persons.get(random.nextInt(persons.size())),
                1 + random.nextInt(2),
                Purpose.values()[random.nextInt(3)].name(),
                approved,
                days,
                amounts,
                random.nextInt(3) == 0 ? handed.plusDays(random.nextInt(300)) : null,
                new Standing(tiyn(), tiyn(), 0, 0, null),
                later,
                new Standing(
                        tiyn(),
                        tiyn(),
                        tiyn(),
                        tiyn(),
                        random.nextInt(3) == 0 ? null : later.minusDays(random.nextInt(60))));
    }

    /** Mostly around a registration, so that the limits of days and months are met. */
    private LocalDate day() {
        var registrations = register.registrations;
        return registrations.isEmpty() || random.nextInt(3) == 0
                ? LocalDate.of(2021, 1, 1).plusDays(random.nextInt(760))
                : registrations.get(random.nextInt(registrations.size())).from().plusDays(random.nextInt(4) * 30L);
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(1 + random.nextInt(900_000_000), 2);
    }

    private long tiyn() {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(900_000_000);
    }

    /** Writes them with their ageing lines, as of the moment at which all is known. */
    static void write(List<Loan> loans, PilotDatabase database, OffsetDateTime known) throws SQLException {
        database.execute("""
                insert into lender (code, kind, name_kk, name_ru, name_en)
                values ('one', 'SPK', '1', '1', '1'), ('other', 'BANK', '2', '2', '2');
                insert into loan_freshness (fresh_as_of, business_date, rules) values ('%s', '2023-01-01', '%s');
                insert into movement_freshness (fresh_as_of, rules) values ('%s', '%s')""".formatted(known, Rules.VERSION, known, Rules.VERSION));
        for (Loan loan : loans) {
            database.execute("""
                    insert into loan (id, lender_id, contract_no) overriding system value values (%1$d, %2$d, 'C-%1$d');
                    insert into loan_version (loan_id, no, terms, person_id, status, purpose, principal, approved_on,
                        tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
                    values (%1$d, 1, '{}', %3$d, 'ACTIVE', '%4$s', 1, '%5$s', '{%6$s}', '{%7$s}', '{-infinity}', '{1}',
                        false, 1);
                    insert into loan_line (loan_id, person_id, rescheduled_from, borders, principal, interest, penalty,
                        overdue_principal, overdue_interest, overdue_penalty, overdue_since, due, paid, written_off,
                        warnings, not_checked)
                    values (%1$d, %3$d, %8$s, '{%9$s}', '{%10$s}', '{%11$s}', '{}', '{}', '{}', '{}', '{%12$s}', '{%13$s}',
                        '{%14$s}', '{}', '{}', '{}')""".formatted(
                    loan.id(),
                    loan.lender(),
                    loan.person(),
                    loan.purpose(),
                    loan.approvedOn(),
                    joined(loan.trancheOn()),
                    joined(loan.tranches()),
                    loan.rescheduledFrom() == null ? "null" : "'" + loan.rescheduledFrom() + "'",
                    joined(List.of(loan.handedOn(), loan.later())),
                    joined(List.of(loan.atFirst().principal(), loan.afterwards().principal())),
                    joined(List.of(loan.atFirst().interest(), loan.afterwards().interest())),
                    "null," + loan.afterwards().overdueSince(),
                    joined(List.of(loan.atFirst().due(), loan.afterwards().due())),
                    joined(List.of(loan.atFirst().paid(), loan.afterwards().paid()))));
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
