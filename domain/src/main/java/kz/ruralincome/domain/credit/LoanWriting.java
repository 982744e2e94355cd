package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.ruralincome.domain.credit.LoanVersion.Plan;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Sql;

/** Writes what was added to loans, however many, in a few statements of the connection's transaction. */
final class LoanWriting {

    /**
     * Whom an IIN names may have changed since it was looked up: a merge of two records keeps writers out of the table, and
     * this statement sees what it left.
     */
    private static final String BORROWER =
            "coalesce((select q.id from person_named q where q.iin = ({terms} ->> 'iin')::char(12)), {found})";

    /** What is superseded is so before the new rows come: the count makes the one wait for the other. */
    private static final String VERSIONS = """
            with old as (
                update loan_version set superseded_rev = ? where id = any (?::bigint[]) returning 1)
            insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                rescheduled_on, tranche_on, tranche_amount, plan_from, plan_no, written_off_on, taken_back, rev, superseded_rev)
            select n.loan_id, n.no, n.terms::jsonb, {borrower}, n.unit_id, n.terms::jsonb ->> 'status',
                n.terms::jsonb ->> 'purpose', (n.terms::jsonb ->> 'principal')::numeric,
                (n.terms::jsonb ->> 'approvedOn')::date, (n.terms::jsonb ->> 'rescheduledOn')::date,
                n.tranche_on::date[], n.tranche_amount::numeric[], n.plan_from::date[], n.plan_no::integer[],
                n.written_off_on::date, n.taken_back = 'true', ?, nullif(n.superseded_rev, 0)
            from unnest(?::bigint[], ?::integer[], ?::text[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::bigint[])
                as n (loan_id, no, terms, person_id, unit_id, tranche_on, tranche_amount, plan_from, plan_no,
                    written_off_on, taken_back, superseded_rev)
            where (select count(*) from old) >= 0""".replace("{borrower}", borrower("n.terms::jsonb", "n.person_id"));

    private static final String REPAYMENTS = """
            with old as (
                update repayment set superseded_rev = ? where id = any (?::bigint[]) returning 1)
            insert into repayment (loan_id, payment_ref, paid_on, amount, principal, interest, penalty, reversed, rev)
            select n.loan_id, n.payment_ref, n.paid_on::date, n.amount::numeric, n.principal::numeric,
                n.interest::numeric, n.penalty::numeric, n.reversed = 'true', ?
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as n (loan_id, payment_ref, paid_on, amount, principal, interest, penalty, reversed)
            where (select count(*) from old) >= 0""";

    private static final String HEADS = """
            with recorded as materialized (select recording_moment() as at)
            update loan l set status = n.status, changed_at = (select at from recorded)
            from unnest(?::bigint[], ?::text[]) as n (id, status)
            where l.id = n.id""";

    /** The same for one version of one loan, with the line of the audit trail: one statement instead of five. */
    private static final String ONE_VERSION = """
            with recorded as materialized (select recording_moment() as at),
            opened as (
                insert into revision (account, purpose, recorded_at) select ?, 'LOAN', at from recorded returning id),
            old as (
                update loan_version set superseded_rev = (select id from opened) where id = ?::bigint returning 1),
            n as (select ?::jsonb as terms),
            added as (
                insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                    rescheduled_on, tranche_on, tranche_amount, plan_from, plan_no, written_off_on, taken_back, rev)
                select ?, ?, n.terms, {borrower}, ?::integer, n.terms ->> 'status', n.terms ->> 'purpose',
                    (n.terms ->> 'principal')::numeric, (n.terms ->> 'approvedOn')::date,
                    (n.terms ->> 'rescheduledOn')::date, ?::date[], ?::numeric[], ?::date[], ?::integer[], ?::date, ?,
                    opened.id
                from n cross join opened
                where (select count(*) from old) >= 0),
            seen as (
                insert into audit (account, action, person_id, details) values (?, 'loan.put', ?, ?::jsonb))
            update loan set status = ?, changed_at = (select at from recorded) where id = ?""".replace("{borrower}", borrower("n.terms", "?"));

    private LoanWriting() {}

    private static String borrower(String terms, String found) {
        return BORROWER.replace("{terms}", terms).replace("{found}", found);
    }

    /** Writes the one new version of a loan, and that the account has told it. */
    static void writeOne(Connection connection, String account, LoanFile file) throws SQLException {
        var rows = new Rows();
        LoanVersion version = file.added().get(0);
        rows.add(file.id(), version, 0);
        Sql.update(
                connection,
                ONE_VERSION,
                account,
                file.supersededVersion().orElse(null),
                rows.terms.get(0),
                file.id(),
                version.no(),
                version.person(),
                rows.unit.get(0),
                rows.trancheOn.get(0),
                rows.trancheAmount.get(0),
                rows.planFrom.get(0),
                rows.planNo.get(0),
                rows.writtenOffOn.get(0),
                version.takenBack(),
                account,
                version.person(),
                "{\"loan\": " + file.id() + "}",
                version.terms().status().name(),
                file.id());
    }

    /**
     * Writes the files that are changed, under one revision; none when nothing is.
     *
     * @param purpose of the revision
     */
    static void write(Connection connection, String account, String purpose, Collection<LoanFile> files)
            throws SQLException {
        List<LoanFile> changed = files.stream().filter(LoanFile::isChanged).toList();
        if (changed.isEmpty()) {
            return;
        }
        long revision = Revision.open(connection, account, purpose).id();
        versions(connection, revision, changed);
        repayments(connection, revision, changed);
        var ids = new ArrayList<Long>();
        var statuses = new ArrayList<String>();
        for (LoanFile file : changed) {
            ids.add(file.id());
            statuses.add(file.version().orElseThrow().terms().status().name());
        }
        Sql.update(connection, HEADS, ids.toArray(Long[]::new), statuses.toArray(String[]::new));
    }

    private static void versions(Connection connection, long revision, List<LoanFile> changed) throws SQLException {
        var rows = new Rows();
        var superseded = new ArrayList<Long>();
        for (LoanFile file : changed) {
            file.supersededVersion().ifPresent(superseded::add);
            int last = file.added().size() - 1;
            for (int i = 0; i <= last; i++) {
                rows.add(file.id(), file.added().get(i), i == last ? 0 : revision);
            }
        }
        if (rows.loan.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                VERSIONS,
                revision,
                superseded.toArray(Long[]::new),
                revision,
                rows.loan.toArray(Long[]::new),
                rows.no.toArray(Integer[]::new),
                rows.terms.toArray(String[]::new),
                rows.person.toArray(Integer[]::new),
                rows.unit.toArray(Integer[]::new),
                rows.trancheOn.toArray(String[]::new),
                rows.trancheAmount.toArray(String[]::new),
                rows.planFrom.toArray(String[]::new),
                rows.planNo.toArray(String[]::new),
                rows.writtenOffOn.toArray(String[]::new),
                rows.takenBack.toArray(String[]::new),
                rows.supersededRev.toArray(Long[]::new));
    }

    /** The columns of the new versions. */
    private static final class Rows {

        private final List<Long> loan = new ArrayList<>();
        private final List<Integer> no = new ArrayList<>();
        private final List<String> terms = new ArrayList<>();
        private final List<Integer> person = new ArrayList<>();
        private final List<Integer> unit = new ArrayList<>();
        private final List<String> trancheOn = new ArrayList<>();
        private final List<String> trancheAmount = new ArrayList<>();
        private final List<String> planFrom = new ArrayList<>();
        private final List<String> planNo = new ArrayList<>();
        private final List<String> writtenOffOn = new ArrayList<>();
        private final List<String> takenBack = new ArrayList<>();
        private final List<Long> supersededRev = new ArrayList<>();

        void add(long id, LoanVersion version, long superseded) {
            var handedOver = version.terms().handedOver();
            loan.add(id);
            no.add(version.no());
            terms.add(LoanText.of(version.terms()));
            person.add(version.person());
            unit.add(version.terms().kato().map(Integer::valueOf).orElse(null));
            trancheOn.add(array(handedOver.stream().map(Disbursement::on).toList()));
            trancheAmount.add(array(handedOver.stream()
                    .map(tranche -> tranche.amount().toPlainString())
                    .toList()));
            planFrom.add(array(version.plans().stream()
                    .map(plan -> plan.from().map(Object::toString).orElse("-infinity"))
                    .toList()));
            planNo.add(array(version.plans().stream().map(Plan::no).toList()));
            writtenOffOn.add(version.writtenOffOn().map(LocalDate::toString).orElse(null));
            takenBack.add(String.valueOf(version.takenBack()));
            supersededRev.add(superseded);
        }

        private static String array(List<?> elements) {
            return elements.stream().map(Object::toString).collect(joining(",", "{", "}"));
        }
    }

    private static void repayments(Connection connection, long revision, List<LoanFile> changed) throws SQLException {
        var superseded = new ArrayList<Long>();
        var loan = new ArrayList<Long>();
        var reference = new ArrayList<String>();
        var paidOn = new ArrayList<String>();
        var amount = new ArrayList<String>();
        var principal = new ArrayList<String>();
        var interest = new ArrayList<String>();
        var penalty = new ArrayList<String>();
        var reversed = new ArrayList<String>();
        for (LoanFile file : changed) {
            superseded.addAll(file.supersededRepayments());
            for (Repayment repayment : file.addedRepayments()) {
                var terms = repayment.terms();
                loan.add(file.id());
                reference.add(repayment.paymentRef());
                paidOn.add(terms.paidOn().toString());
                amount.add(terms.amount().toPlainString());
                principal.add(
                        terms.parts().map(p -> p.principal().toPlainString()).orElse(null));
                interest.add(
                        terms.parts().map(p -> p.interest().toPlainString()).orElse(null));
                penalty.add(terms.parts().map(p -> p.penalty().toPlainString()).orElse(null));
                reversed.add(String.valueOf(repayment.reversed()));
            }
        }
        if (loan.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                REPAYMENTS,
                revision,
                superseded.toArray(Long[]::new),
                revision,
                loan.toArray(Long[]::new),
                reference.toArray(String[]::new),
                paidOn.toArray(String[]::new),
                amount.toArray(String[]::new),
                principal.toArray(String[]::new),
                interest.toArray(String[]::new),
                penalty.toArray(String[]::new),
                reversed.toArray(String[]::new));
    }
}
