package kz.ruralincome.domain.credit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.shared.Sql;

/** A register with two lenders, one district, and the programme's terms of 2022; calls are made as the container would. */
public final class CreditFixture {

    public static final LocalDate TODAY = LocalDate.of(2023, 6, 15);
    public static final Access BANK_A = new Access("bank-a", Role.LENDER, Optional.empty(), false);
    static final Access BANK_A_TOO = new Access("bank-a-2", Role.LENDER, Optional.empty(), false);
    public static final Access BANK_B = new Access("bank-b", Role.LENDER, Optional.empty(), false);

    public static final String LOAN = """
            {"iin": "850101300015", "purpose": "LIVESTOCK", "oked": "01410", "kato": "313600000",
             "approvedOn": "2022-03-01", "disbursedOn": "2022-03-10", "principal": 5000000.00, "annualRate": 2.5,
             "termMonths": 60, "graceMonths": 12, "schedule": "ANNUITY", "product": "MONEY", "fundingSource": "NEW",
             "status": "ACTIVE"}""";

    private final PilotDatabase database;

    private CreditFixture(PilotDatabase database) {
        this.database = database;
    }

    public static CreditFixture fresh() throws SQLException {
        return on(PilotDatabase.fresh());
    }

    static CreditFixture on(PilotDatabase database) throws SQLException {
        database.execute("""
                insert into lender (code, kind, name_kk, name_ru, name_en)
                values ('bank-a', 'BANK', 'A', 'A', 'A'), ('bank-b', 'BANK', 'B', 'B', 'B');
                insert into account (name, role, lender_id)
                select a, 'LENDER', l.id from (values ('bank-a', 'bank-a'), ('bank-a-2', 'bank-a'), ('bank-b', 'bank-b'))
                    as v (a, l) join lender l on l.code = v.l;
                insert into unit values (310000000), (313600000);
                insert into revision (account, purpose) values ('test', 'TEST');
                insert into territory (unit_id, valid_from, valid_to, parent, name_ru, rev)
                values (310000000, '-infinity', 'infinity', null, 'область', 1),
                       (313600000, '-infinity', 'infinity', 310000000, 'район', 1);
                insert into parameter (name, valid_from, value, rev)
                values ('LOAN_RATE_CAP', '2022-01-01', 2.5, 1), ('LOAN_TERM_MONTHS', '2022-01-01', 60, 1),
                       ('LOAN_TERM_MONTHS_LIVESTOCK', '2022-01-01', 84, 1), ('MCI', '2022-01-01', 3063, 1)""");
        return new CreditFixture(database);
    }

    public PilotDatabase database() {
        return database;
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public Loans.Put put(Access access, String contractNo, String loan) {
        return put(access, contractNo, loan, Optional.empty(), false);
    }

    Loans.Put put(Access access, String contractNo, String loan, Optional<String> ifMatch, boolean correction) {
        return call(access, desk -> desk.put(contractNo, LoanJson.loan(bytes(loan)), ifMatch, correction));
    }

    LoanView find(Access access, String contractNo) {
        return call(access, desk -> desk.find(contractNo));
    }

    Loans.Repaid repay(Access access, String contractNo, String reference, String repayment) {
        return call(access, desk -> desk.repay(contractNo, reference, LoanJson.repayment(bytes(repayment))));
    }

    Loans.Repaid reverse(Access access, String contractNo, String reference) {
        return call(access, desk -> desk.reverse(contractNo, reference));
    }

    LoanPage list(Access access, OffsetDateTime since, LoanStatus status, String cursor, int limit)
            throws SQLException {
        try (Connection connection = database.connect()) {
            var caller = LenderCall.of(connection, access);
            if (LoanList.isBehind(connection, caller.lender())) {
                close();
            }
            return LoanList.page(
                    connection,
                    caller.lender(),
                    since == null ? OffsetDateTime.parse("2000-01-01T00:00:00Z") : since,
                    Optional.ofNullable(status),
                    cursor == null
                            ? new LoanList.Place(OffsetDateTime.parse("2000-01-01T00:00:00Z"), 0)
                            : LoanList.Place.read(cursor),
                    limit);
        }
    }

    /** Closes the register up to now. */
    public OffsetDateTime close() throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.first(connection, OffsetDateTime.class, "select close_watermark()")
                    .orElseThrow();
        }
    }

    /** What the nightly job does. */
    public void age(OffsetDateTime moment) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            LoanAgeingUpdate.apply(connection, moment, TODAY, false, null);
            connection.commit();
        }
    }

    /** Something in a transaction of its own. */
    void execute(Work work) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        }
    }

    interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** One call in a transaction of its own. */
    <T> T call(Access access, Call<T> call) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            T result = call(connection, access, call);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One call in a transaction that the test ends. */
    static <T> T call(Connection connection, Access access, Call<T> call) throws SQLException {
        return call.with(new LoanDesk(connection, access, new CreditReferences(), TODAY));
    }

    interface Call<T> {
        T with(LoanDesk desk) throws SQLException;
    }
}
