package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Counted;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Found;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;
import kz.ruralincome.domain.outcome.ObviousLoans.Loan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The statements against what the definitions say, one loan and one day at a time. */
class LoanOutcomeProperties {

    private static final int SHARE = 12;

    private static final List<String> LENDERS = List.of("one", "other");

    private record Case(
            LocalDate start, LocalDate asOf, LocalDate observedTo, Optional<String> lender, Optional<Integer> unit) {

        boolean asks(Loan loan, ObviousLoans obvious) {
            return (lender.isEmpty() || lender.get().equals(LENDERS.get(loan.lender() - 1)))
                    && (unit.isEmpty() || unit.get().equals(obvious.unit(loan)));
        }
    }

    @Property(tries = 6)
    void areWhatTheDefinitionsSayOfAnyLoans(@ForAll long seed) throws SQLException {
        ObviousRegister register = RandomRegister.of(seed);
        List<Loan> loans = RandomLoans.of(seed, register);
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(register, database);
        RandomLoans.write(loans, database, known);

        for (boolean computed : List.of(false, true)) {
            if (computed) { // from the facts, as for an earlier moment
                database.execute("delete from movement_freshness");
            }
            for (Case asked : cases()) {
                var obvious = new ObviousLoans(register, loans, asked.start(), asked.asOf(), asked.observedTo());
                compare(database, asked, known, obvious);
                if (!computed) {
                    compareMembers(database, asked, known, obvious, Math.floorMod(seed, SHARE));
                }
            }
        }
    }

    private static List<Case> cases() {
        LocalDate newYear = LocalDate.of(2023, 1, 1);
        return List.of(
                new Case(LocalDate.of(2022, 1, 1), newYear, newYear, Optional.empty(), Optional.empty()),
                new Case(
                        LocalDate.of(2021, 1, 1),
                        newYear,
                        LocalDate.of(2022, 11, 3),
                        Optional.of("other"),
                        Optional.empty()),
                new Case(
                        LocalDate.of(2021, 1, 1),
                        newYear,
                        newYear,
                        Optional.empty(),
                        Optional.of(RandomRegister.UNITS.get(1))));
    }

    private static void compare(PilotDatabase database, Case asked, OffsetDateTime known, ObviousLoans obvious)
            throws SQLException {
        List<Loan> loans = obvious.asked(loan -> asked.asks(loan, obvious));
        var wanted = wanted(asked, known);
        Found found = found(database, wanted);
        assertThat(KeptLoanOutcomes.read(
                        KeptLoanOutcomes.written(found),
                        new LoanOutcomeReading.Basis(found.lenders(), found.coverage())))
                .as("kept and read again")
                .isEqualTo(found);

        for (Counted row : found.groups()) {
            compare(row.figures(), obvious.figures(loans, inRow(row, found, obvious)), row.toString());
        }
        for (LoanGroup group : LoanGroup.values()) {
            BigDecimal sum = found.groups().stream()
                    .filter(row -> row.group() == group)
                    .map(row -> row.figures().count(LoanMeasure.LOANS))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("loans by " + group).isEqualByComparingTo(BigDecimal.valueOf(loans.size()));
        }
        if (asked.unit().isEmpty()) {
            Optional<Integer> lender = asked.lender().map(code -> LENDERS.indexOf(code) + 1);
            compare(found.comparison().borrowers(), obvious.followed(true, lender), "landmark, borrowed");
            compare(found.comparison().others(), obvious.followed(false, lender), "landmark, not borrowed");
        }
    }

    /** Every so manieth measure, another one for each seed: a look at each loan for each of them would take minutes. */
    private static void compareMembers(
            PilotDatabase database, Case asked, OffsetDateTime known, ObviousLoans obvious, int turn)
            throws SQLException {
        List<Loan> loans = obvious.asked(loan -> asked.asks(loan, obvious));
        for (int i = turn; i < LoanMeasure.ALL.size(); i += SHARE) {
            LoanMeasure measure = LoanMeasure.ALL.get(i);
            Map<Long, BigDecimal> expected = loans.stream()
                    .map(loan -> Map.entry(
                            loan.id(),
                            obvious.figures(loans, loan::equals).getOrDefault(measure.code(), BigDecimal.ZERO)))
                    .filter(entry -> entry.getValue().signum() != 0)
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(members(database, wanted(asked, known), measure))
                    .as(measure.code())
                    .isEqualTo(expected);
        }
    }

    private static Predicate<Loan> inRow(Counted row, Found found, ObviousLoans obvious) {
        return switch (row.group()) {
            case ALL -> loan -> true;
            case LENDER -> loan -> loan.lender() == row.lender();
            case TERRITORY -> loan -> Objects.equals(obvious.unit(loan), row.unit());
            case PURPOSE -> loan -> loan.purpose().equals(row.key());
            case QUARTER ->
                loan -> (loan.approvedOn().getYear() + "-Q" + (loan.approvedOn().getMonthValue() + 2) / 3)
                        .equals(row.key());
        };
    }

    private static void compare(LoanFigures figures, Map<String, BigDecimal> expected, String row) {
        for (LoanMeasure measure : LoanMeasure.ALL) {
            assertThat(figures.count(measure))
                    .as("%s in %s", measure, row)
                    .isEqualByComparingTo(expected.getOrDefault(measure.code(), BigDecimal.ZERO));
        }
    }

    private static Wanted wanted(Case asked, OffsetDateTime known) {
        return new Wanted(
                new Window(asked.start(), asked.asOf()),
                Population.ALL,
                asked.lender(),
                asked.unit().map(unit -> new Integer[] {unit}),
                false,
                known,
                coverage -> asked.observedTo());
    }

    private static Found found(PilotDatabase database, Wanted wanted) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return LoanOutcomeReading.read(connection, wanted);
        }
    }

    private static Map<Long, BigDecimal> members(PilotDatabase database, Wanted wanted, LoanMeasure measure)
            throws SQLException {
        var all = new LoanCell(measure, LoanGroup.ALL, Optional.empty())
                .condition(LoanOutcomeFixture.PLACES, Optional.empty());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return LoanOutcomeReading.members(
                            connection,
                            wanted,
                            new LoanOutcomeReading.Page(
                                    measure,
                                    all,
                                    Optional.empty(),
                                    wanted.window().asOf(),
                                    0,
                                    100))
                    .members()
                    .stream()
                    .collect(toMap(member -> member.loan().orElseThrow(), LoanMembers.Member::amount));
        }
    }
}
