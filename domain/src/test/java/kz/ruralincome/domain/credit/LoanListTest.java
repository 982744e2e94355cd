package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.BANK_B;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static kz.ruralincome.domain.credit.CreditFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.shared.InvalidRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoanListTest {

    private static final Integer[] DISTRICT = {313600000};
    private static final String FIRST = "850101300015";
    private static final String SECOND = "850101300114";
    private static final String NO_GRACE = LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0");

    private CreditFixture credit;

    @BeforeEach
    void lenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void findsALoanWhereItsBorrowerLivesElseWhereItSaysItself() throws SQLException {
        credit.put(BANK_A, "moved away", LOAN);
        credit.put(BANK_A, "moved here", of(SECOND).replace("313600000", "310000000"));
        credit.put(BANK_A, "not known where, here by its own word", of("850101300213"));
        credit.put(BANK_A, "not known at all", of("850101300312").replace("\"kato\": \"313600000\",", ""));
        lives(FIRST, "{314000000}");
        lives(SECOND, "{313600000}");
        lives("850101300213", "{null}");
        age();

        assertThat(numbers(LoanFilter.all(), DISTRICT))
                .containsExactlyInAnyOrder("moved here", "not known where, here by its own word");
        assertThat(numbers(LoanFilter.all(), null)).hasSize(4);
        assertThat(numbers(in(LoanFilter.NOWHERE), null)).containsExactly("not known at all");
    }

    @Test
    void takesEachFilter() throws SQLException {
        credit.put(BANK_A, "A/1", LOAN);
        credit.put(BANK_B, "A/1", NO_GRACE.replace("LIVESTOCK", "TRADE").replace("850101300015", SECOND));
        credit.put(
                BANK_B,
                "A/2",
                LOAN.replace("ACTIVE", "APPROVED")
                        .replace("2022-03-01", "2023-03-01")
                        .replace("2022-03-10", "2023-03-10"));
        age();
        var all = LoanFilter.all();

        assertThat(found(all)).hasSize(3);
        assertThat(found(with(Optional.of("bank-b"), null, null, null, null, null, null)))
                .hasSize(2);
        assertThat(found(with(Optional.empty(), LoanStatus.APPROVED, null, null, null, null, null)))
                .hasSize(1);
        assertThat(found(with(Optional.empty(), null, Purpose.TRADE, null, null, null, null)))
                .hasSize(1);
        assertThat(found(with(Optional.empty(), null, null, 4, null, null, null)))
                .hasSize(2);
        assertThat(found(with(Optional.empty(), null, null, null, LocalDate.of(2022, 3, 2), null, null)))
                .hasSize(1);
        assertThat(found(with(Optional.empty(), null, null, null, null, LocalDate.of(2022, 3, 1), null)))
                .hasSize(2);
        assertThat(found(with(Optional.empty(), null, null, null, null, null, " A/1 ")))
                .hasSize(2);
        assertThat(found(with(Optional.empty(), null, null, null, null, null, "%")))
                .isEmpty();
        assertThat(found(LoanFilter.of(UUID.fromString(credit.database()
                        .valueOf("select public_id from person where iin = '" + SECOND + "'")
                        .toString()))))
                .hasSize(1);
    }

    @Test
    void countsAsManyLoansOfAFindingAsItsListHolds() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"annualRate\": 2.5", "\"annualRate\": 3"));
        credit.put(
                BANK_A,
                "2",
                LOAN.replace("\"ACTIVE\"", "\"ACTIVE\", \"reported\": {\"on\": \"2022-06-01\", \"principal\": 1}"));
        credit.put(BANK_A, "3", LOAN.replace("\"termMonths\": 60", "\"termMonths\": 90"));
        credit.put(BANK_B, "4", LOAN);
        credit.database().execute("""
                with b as (
                    insert into loan_batch (lender_id, account, dry_run, complete_on, state)
                    select id, code, d, '2022-12-31', 'DONE' from lender cross join (values (false), (true)) v (d)
                    where code = 'bank-a' returning id, dry_run)
                insert into loan_batch_finding select id, case when dry_run then '2' else '3' end, 'batch.not-listed' from b""");
        age();

        Map<LoanFinding, Integer> listed = new EnumMap<>(LoanFinding.class);
        for (LoanFinding finding : LoanFinding.values()) {
            int count = found(finding(Set.of(finding))).size();
            if (count > 0) {
                listed.put(finding, count);
            }
        }
        try (Connection connection = credit.database().connect()) {
            assertThat(new LoanListSql(LoanFilter.all(), Optional.empty()).findings(connection))
                    .isEqualTo(listed)
                    .containsEntry(LoanFinding.NOT_LISTED, 1)
                    .containsEntry(LoanFinding.DIFFERENT, 1)
                    .containsEntry(LoanFinding.RATE_ABOVE_CAP, 1)
                    .containsEntry(LoanFinding.TERM_TOO_LONG, 1)
                    .containsEntry(LoanFinding.CONSENT_MISSING, 4);
            assertThat(new LoanListSql(finding(LoanFinding.WARNINGS), Optional.empty()).count(connection, 3))
                    .isEqualTo(3);
        }
    }

    @Test
    void forgetsWhatACompleteBatchMissedOnceTheLoanIsClosedOrNamed() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_A, "2", LOAN);
        missed("1", "2");
        credit.put(BANK_A, "2", LOAN.replace("\"ACTIVE\"", "\"REPAID\", \"closedOn\": \"2022-05-01\""));
        age();
        assertThat(numbers(finding(Set.of(LoanFinding.NOT_LISTED)), null)).containsExactly("1");

        missed();
        age();
        assertThat(numbers(finding(Set.of(LoanFinding.NOT_LISTED)), null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isPagedWithoutGapsOrRepeatsWhileLoansComeIn(LoanOrder order) throws SQLException {
        for (int i = 10; i < 30; i++) {
            credit.put(
                    BANK_A,
                    "L" + i,
                    (i % 3 == 0 ? NO_GRACE : LOAN)
                            .replace("5000000.00", String.valueOf(1000 * (i % 4 + 1)))
                            .replace("2022-03-01", "2022-03-0" + (1 + i % 5)));
        }
        credit.put(BANK_A, "L30", LOAN.replace("ACTIVE", "APPROVED"));
        age();
        List<String> whole = found(LoanFilter.all(), order, Optional.empty(), 100).stream()
                .map(row -> row.summary().contractNo())
                .toList();
        List<String> paged = new ArrayList<>();
        Optional<LoanCursor> after = Optional.empty();
        do {
            var page = found(LoanFilter.all(), order, after, 4);
            page.forEach(row -> paged.add(row.summary().contractNo()));
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LoanCursor.read(page.get(page.size() - 1).place().written()));
            credit.put(BANK_B, "new" + paged.size(), LOAN.replace("2022-03-01", "2021-03-01"));
            age();
        } while (after.isPresent());

        assertThat(whole).hasSize(21);
        assertThat(paged.stream().filter(number -> !number.startsWith("new")).toList())
                .containsExactlyElementsOf(whole);
        assertThat(paged).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorThatIsNoneOfItsOwn() {
        assertThatThrownBy(() -> LoanCursor.read("Zm9yZWlnbg")).isInstanceOf(InvalidRequest.class);
    }

    private void missed(String... numbers) throws SQLException {
        credit.database().execute("""
                with b as (
                    insert into loan_batch (lender_id, account, dry_run, complete_on, state)
                    select id, code, false, '2022-12-31', 'DONE' from lender where code = 'bank-a' returning id)
                insert into loan_batch_finding
                select b.id, n, 'batch.not-listed' from b cross join unnest(string_to_array('%s', ',')) n""".formatted(String.join(",", numbers)));
    }

    private void lives(String iin, String units) throws SQLException {
        credit.database().execute("""
                insert into timeline (person_id, iin, borders, states, units)
                select id, iin, '{2020-01-01}', '{INACTIVE}', '%s' from person where iin = '%s'""".formatted(units, iin));
    }

    private void age() throws SQLException {
        credit.age(credit.close());
    }

    private static String of(String iin) {
        return LOAN.replace(FIRST, iin);
    }

    private static LoanFilter in(String territory) {
        return new LoanFilter(
                Optional.empty(),
                Optional.of(territory),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static LoanFilter finding(Set<LoanFinding> findings) {
        return new LoanFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                findings,
                Optional.empty(),
                Optional.empty());
    }

    private static LoanFilter with(
            Optional<String> lender,
            LoanStatus status,
            Purpose purpose,
            Integer bucket,
            LocalDate from,
            LocalDate to,
            String contractNo) {
        return new LoanFilter(
                lender,
                Optional.empty(),
                Optional.ofNullable(status),
                Optional.ofNullable(purpose),
                Optional.ofNullable(bucket),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Set.of(),
                Optional.ofNullable(contractNo),
                Optional.empty());
    }

    private List<LoanListSql.Row> found(LoanFilter filter) throws SQLException {
        return found(filter, LoanOrder.NEWEST, Optional.empty(), 100);
    }

    private List<LoanListSql.Row> found(LoanFilter filter, LoanOrder order, Optional<LoanCursor> after, int limit)
            throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return new LoanListSql(filter, Optional.empty()).page(connection, order, after, TODAY, limit);
        }
    }

    private List<String> numbers(LoanFilter filter, Integer[] units) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return new LoanListSql(filter, Optional.ofNullable(units))
                    .page(connection, LoanOrder.CONTRACT, Optional.empty(), TODAY, 100).stream()
                            .map(row -> row.summary().contractNo())
                            .toList();
        }
    }
}
