package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.credit.LoanVersion.Plan;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.Sql;

/**
 * Reads loans as they stand, many at a time, in the transaction of the connection. Loans are locked in the order of their
 * numbers and before persons, by everyone who writes, so that nobody waits in a circle.
 */
final class LoanStore {

    private static final String MAKE = """
            insert into loan (lender_id, contract_no)
            select ?, c from unnest(?::text[]) c order by c
            on conflict (lender_id, contract_no) do nothing
            returning id, contract_no""";

    private static final String LOCK = """
            select id, contract_no from loan
            where lender_id = ? and contract_no = any (?::text[])
            order by id for no key update""";

    private static final String FIND = """
            select id, contract_no from loan
            where lender_id = ? and contract_no = any (?::text[]) and changed_at is not null""";

    /** In a statement of its own: one that has waited for a lock would see the versions of before. */
    private static final String VERSIONS = """
            select loan_id, id, no, terms::text, person_id, plan_from::text[], plan_no, taken_back,
                written_off_on
            from loan_version where loan_id = any (?::bigint[]) and superseded_rev is null""";

    private static final String EARLIER = """
            select no, terms::text from loan_version where loan_id = ? and no = any (?::integer[])""";

    private static final String REPAYMENTS = """
            select loan_id, id, payment_ref, paid_on, amount, principal, interest, penalty, reversed
            from repayment where loan_id = any (?::bigint[]) and superseded_rev is null
            order by paid_on, id""";

    private static final String MAKE_PERSONS = """
            insert into person (iin) select i from unnest(?::char(12)[]) i order by i
            on conflict (iin) do nothing""";

    /** All that a single call needs of a loan that is new: nearly every call of a lender's first days. */
    private static final String OPEN_ONE = """
            with caller as (select a.lender_id from account a where a.name = ? and a.lender_id is not null),
            made as (
                insert into loan (lender_id, contract_no) select lender_id, ? from caller
                on conflict (lender_id, contract_no) do nothing returning id),
            asked as (
                select lender_id, ?::char(12) as iin, ?::integer as unit_id, ?::date as on_date from caller),
            born as (
                insert into person (iin) select iin from asked
                where not exists (select from person p where p.iin = asked.iin)
                on conflict (iin) do nothing returning id)
            select a.lender_id, (select id from made), coalesce(p.id, (select id from born)),
                a.unit_id is null or exists (
                    select from territory t where t.unit_id = a.unit_id and t.superseded_rev is null),
                exists (
                    select from consent c
                    where c.person_id = p.id and c.scope = 'LENDER_EXCHANGE' and c.valid_from <= a.on_date
                      and c.valid_to > a.on_date and c.superseded_rev is null),
                """ + CreditReference.VERSION + """
             from asked a left join person_named p on p.iin = a.iin""";

    private final Connection connection;

    LoanStore(Connection connection) {
        this.connection = connection;
    }

    /** The loans of these numbers, locked; those that the lender has not told of yet are made, without a version. */
    Map<String, LoanFile> open(int lender, Collection<String> contractNos) throws SQLException {
        String[] wanted = contractNos.toArray(String[]::new);
        Map<String, LoanFile> files = new HashMap<>();
        for (LoanFile made : Sql.list(connection, LoanStore::file, MAKE, lender, wanted)) {
            files.put(made.contractNo(), made);
        }
        if (files.size() < wanted.length) {
            String[] others =
                    contractNos.stream().filter(no -> !files.containsKey(no)).toArray(String[]::new);
            files.putAll(filled(Sql.list(connection, LoanStore::file, LOCK, lender, others)));
        }
        return files;
    }

    /**
     * One loan, locked, with what its terms refer to.
     *
     * @param file without a version when the lender has not told of it yet
     * @param hasConsent whether the borrower had consented to the exchange on the day of approval
     * @param reference the version of parameters and calendar
     */
    record Opened(LoanFile file, int person, boolean isUnitKnown, boolean hasConsent, long reference) {}

    /**
     * The loan of this number as {@link #open} gives it, and its borrower, who is made if not seen before.
     *
     * @throws AccessRefused if the account is no lender's
     */
    Opened openOne(String account, String contractNo, LoanTerms terms) throws SQLException {
        String iin = terms.iin().digits();
        Integer unit = terms.kato().map(Integer::valueOf).orElse(null);
        try (var statement = connection.prepareStatement(OPEN_ONE)) {
            statement.setString(1, account);
            statement.setString(2, contractNo);
            statement.setString(3, iin);
            statement.setObject(4, unit, java.sql.Types.INTEGER);
            statement.setObject(5, terms.approvedOn());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new AccessRefused("access.role");
                }
                int lender = row.getInt(1);
                long made = row.getLong(2);
                int person = row.getInt(3);
                boolean isUnitKnown = row.getBoolean(4);
                boolean hasConsent = row.getBoolean(5);
                long reference = row.getLong(6);
                LoanFile file = made != 0
                        ? new LoanFile(made, contractNo)
                        : lock(lender, Set.of(contractNo)).get(contractNo);
                // another call may just have made the person
                return new Opened(
                        file, person != 0 ? person : persons(Set.of(iin)).get(iin), isUnitKnown, hasConsent, reference);
            }
        }
    }

    /** Those loans of these numbers that the lender has told of, locked. */
    Map<String, LoanFile> lock(int lender, Collection<String> contractNos) throws SQLException {
        return filled(Sql.list(connection, LoanStore::file, LOCK, lender, contractNos.toArray(String[]::new)));
    }

    /** The same to be looked at. */
    Map<String, LoanFile> find(int lender, Collection<String> contractNos) throws SQLException {
        return filled(Sql.list(connection, LoanStore::file, FIND, lender, contractNos.toArray(String[]::new)));
    }

    /** The loan of this number of ours to be looked at; empty when there is none, or its lender has not told of it yet. */
    Optional<LoanFile> find(long id) throws SQLException {
        String sql = "select id, contract_no from loan where id = ? and changed_at is not null";
        return filled(Sql.list(connection, LoanStore::file, sql, id)).values().stream()
                .findFirst();
    }

    /** The same as it was known on a closed moment; empty when its lender had not told of it then. */
    Optional<LoanFile> findAsKnownOn(OffsetDateTime moment, long id) throws SQLException {
        Long[] one = {id};
        Optional<LoanVersion> version = Sql.list(connection, LoanStore::version, LineSql.VERSIONS, moment, one).stream()
                .findFirst();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String contractNo = Sql.first(connection, String.class, "select contract_no from loan where id = ?", id)
                .orElseThrow();
        var file = new LoanFile(id, contractNo);
        file.stands(version.get());
        Sql.list(
                connection,
                row -> {
                    file.stands(row.getLong(2), repayment(row));
                    return null;
                },
                LineSql.REPAYMENTS,
                moment,
                one,
                one);
        return Optional.of(file);
    }

    private Map<String, LoanFile> filled(List<LoanFile> files) throws SQLException {
        Map<Long, LoanFile> byId = new HashMap<>();
        files.forEach(file -> byId.put(file.id(), file));
        Long[] ids = byId.keySet().toArray(Long[]::new);
        Sql.list(
                connection,
                row -> {
                    byId.get(row.getLong(1)).stands(version(row));
                    return null;
                },
                VERSIONS,
                (Object) ids);
        Sql.list(
                connection,
                row -> {
                    byId.get(row.getLong(1)).stands(row.getLong(2), repayment(row));
                    return null;
                },
                REPAYMENTS,
                (Object) ids);
        Map<String, LoanFile> byNumber = new HashMap<>();
        files.forEach(file -> byNumber.put(file.contractNo(), file));
        return byNumber;
    }

    /** The terms of earlier versions of a loan, by number. */
    Map<Integer, LoanTerms> earlier(long loan, Collection<Integer> numbers) throws SQLException {
        Map<Integer, LoanTerms> terms = new HashMap<>();
        if (!numbers.isEmpty()) {
            Sql.list(
                    connection,
                    row -> terms.put(row.getInt(1), LoanText.terms(row.getString(2))),
                    EARLIER,
                    loan,
                    numbers.toArray(Integer[]::new));
        }
        return terms;
    }

    /** The persons with these IINs; those not seen before are made. */
    Map<String, Integer> persons(Collection<String> iins) throws SQLException {
        Map<String, Integer> persons = personsKnown(iins);
        Set<String> missing = new HashSet<>(iins);
        missing.removeAll(persons.keySet());
        if (!missing.isEmpty()) {
            Sql.update(connection, MAKE_PERSONS, (Object) missing.toArray(String[]::new));
            persons.putAll(personsKnown(missing));
        }
        return persons;
    }

    private Map<String, Integer> personsKnown(Collection<String> iins) throws SQLException {
        Map<String, Integer> persons = new HashMap<>();
        Sql.list(
                connection,
                row -> persons.put(row.getString(1), row.getInt(2)),
                "select iin, id from person_named where iin = any (?::char(12)[])",
                (Object) iins.toArray(String[]::new));
        return persons;
    }

    /** Which of these are units of the classifier, on whatever date. */
    Set<Integer> units(Collection<Integer> asked) throws SQLException {
        return asked.isEmpty()
                ? Set.of()
                : new HashSet<>(Sql.list(
                        connection,
                        row -> row.getInt(1),
                        "select distinct unit_id from territory where unit_id = any (?::integer[]) and superseded_rev is null",
                        (Object) asked.toArray(Integer[]::new)));
    }

    private static LoanFile file(ResultSet row) throws SQLException {
        return new LoanFile(row.getLong(1), row.getString(2));
    }

    static LoanVersion version(ResultSet row) throws SQLException {
        var from = (String[]) row.getArray(6).getArray();
        var numbers = (Integer[]) row.getArray(7).getArray();
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            plans.add(new Plan(from(from[i]), numbers[i]));
        }
        return new LoanVersion(
                Optional.of(row.getLong(2)),
                row.getInt(3),
                LoanText.terms(row.getString(4)),
                row.getInt(5),
                List.copyOf(plans),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                row.getBoolean(8));
    }

    private static Optional<LocalDate> from(String day) {
        return day.equals("-infinity") ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    static Repayment repayment(ResultSet row) throws SQLException {
        BigDecimal principal = row.getBigDecimal(6);
        Optional<Parts> parts = principal == null
                ? Optional.empty()
                : Optional.of(new Parts(principal, row.getBigDecimal(7), row.getBigDecimal(8)));
        return new Repayment(
                row.getString(3),
                new RepaymentTerms(row.getObject(4, LocalDate.class), row.getBigDecimal(5), parts),
                row.getBoolean(9));
    }
}
