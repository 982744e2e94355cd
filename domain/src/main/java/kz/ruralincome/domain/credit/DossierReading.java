package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.credit.LoanDossier.Entry;
import kz.ruralincome.domain.credit.LoanDossier.Involved;
import kz.ruralincome.domain.credit.LoanDossier.Telling;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;

/** Reads one loan with its history, for somebody with a reach, in the transaction of the connection. */
final class DossierReading {

    private static final String HEAD = """
            select n.code, o.steps, coalesce('batch.not-listed' = any (s.findings), false)
            from loan l
            join lender n on n.id = l.lender_id
            left join lender_allotment o on o.lender_id = n.id and o.superseded_rev is null
            left join loan_standing s on s.loan_id = l.id
            where l.id = ?""";

    private static final String ORDER_THEN = "with " + Known.CTE
            + " select f.steps from lender_allotment f join loan l on l.lender_id = f.lender_id where l.id = ? and "
            + Known.visible("f");

    private static final String PERSONS = """
            select p.id, n.iin, p.public_id, concat_ws(' ', c.family_name, c.given_name, c.patronymic),
                t.units[width_bucket(?::date, t.borders)]
            from person_named n
            join person p on p.id = n.id
            left join person_card c on c.person_id = p.id
            left join timeline t on t.person_id = p.id
            where n.iin = any (?::char(12)[])""";

    private static final String CONSENT = "with " + Known.CTE + """
            select exists (
                select from consent f
                where f.person_id = ? and f.scope = 'LENDER_EXCHANGE' and f.valid_from <= ? and f.valid_to > ? and %s)
            """.formatted(Known.visible("f"));

    private static final String TELLINGS = """
            select f.no, f.terms::text, r.recorded_at, r.account
            from loan_version f join revision r on r.id = f.rev
            where f.loan_id = ? and r.recorded_at <= ?
              and not exists ( -- written anew with another borrower: the lender has said nothing
                  select from loan_version e where e.loan_id = f.loan_id and e.no = f.no and e.rev < f.rev)
            order by f.no""";

    private static final String ENTRIES = """
            select f.loan_id, f.id, f.payment_ref, f.paid_on, f.amount, f.principal, f.interest, f.penalty, f.reversed,
                r.recorded_at, r.account
            from repayment f join revision r on r.id = f.rev
            where f.loan_id = ? and r.recorded_at <= ?
            order by r.recorded_at, f.id""";

    /** Later than every moment of recording. */
    private static final OffsetDateTime EVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private final Connection connection;
    private final Optional<Integer[]> units;
    private final LocalDate today;
    private final LoanStore store;

    /** @param units the caller's reach; empty: everywhere */
    DossierReading(Connection connection, Optional<Integer[]> units, LocalDate today) {
        this.connection = connection;
        this.units = units;
        this.today = today;
        this.store = new LoanStore(connection);
    }

    private record Head(String lender, List<AllotmentStep> order, boolean isNotListed) {}

    private record Person(int number, Involved involved, Optional<Integer> livesIn) {}

    LoanDossier read(long loan, Optional<OffsetDateTime> asKnownOn, String account) throws SQLException {
        LoanFile now = reached(store.find(loan));
        LoanFile file = asKnownOn.isEmpty() ? now : reached(store.findAsKnownOn(asKnownOn.get(), loan));
        LoanVersion version = file.version().orElseThrow();
        LoanTerms terms = version.terms();
        OffsetDateTime moment = asKnownOn.orElse(EVER);
        Head head = head(loan);
        var reference =
                asKnownOn.isEmpty() ? CreditReference.read(connection) : CreditReference.asKnownOn(connection, moment);
        var ledger = file.ledger(store, reference, asKnownOn.isEmpty() ? head.order() : orderThen(moment, loan));
        boolean hasConsent = Sql.first(
                        connection,
                        Boolean.class,
                        CONSENT,
                        moment,
                        version.person(),
                        terms.approvedOn(),
                        terms.approvedOn())
                .orElse(false);
        Map<String, Person> persons = persons(terms);
        saw(account, loan, asKnownOn, persons);
        return new LoanDossier(
                loan,
                head.lender(),
                asKnownOn,
                shown(persons, terms.iin(), Optional.empty(), true),
                terms.parties().stream()
                        .map(party -> shown(persons, new Iin(party.iin()), Optional.of(party.role()), false))
                        .toList(),
                LoanView.of(file, ledger, reference, hasConsent, today),
                ledger.instalments(today),
                terms.reported()
                        .map(reported -> LoanDifferences.compare(reported, ledger))
                        .orElse(List.of()),
                asKnownOn.isEmpty() && head.isNotListed(),
                tellings(loan, moment),
                entries(loan, moment));
    }

    /** A loan is within reach by its borrower, or where it is not known where they live, by its own unit. */
    private LoanFile reached(Optional<LoanFile> found) throws SQLException {
        LoanFile file = found.orElseThrow(() -> new NotFoundException("loan"));
        LoanTerms terms = file.version().orElseThrow().terms();
        Person borrower = persons(terms).get(terms.iin().digits());
        if (!reaches(borrower.livesIn().or(() -> terms.kato().map(Integer::valueOf)))) {
            throw new NotFoundException("loan");
        }
        return file;
    }

    private boolean reaches(Optional<Integer> unit) {
        return units.isEmpty()
                || unit.filter(place -> Arrays.binarySearch(units.get(), place) >= 0)
                        .isPresent();
    }

    private Head head(long loan) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new Head(row.getString(1), LenderCall.order(row.getArray(2)), row.getBoolean(3)),
                        HEAD,
                        loan)
                .get(0);
    }

    private List<AllotmentStep> orderThen(OffsetDateTime moment, long loan) throws SQLException {
        return Sql.list(connection, row -> LenderCall.order(row.getArray(1)), ORDER_THEN, moment, loan).stream()
                .findFirst()
                .orElse(AllotmentStep.USUAL);
    }

    private Map<String, Person> persons(LoanTerms terms) throws SQLException {
        String[] iins = Stream.concat(
                        Stream.of(terms.iin().digits()),
                        terms.parties().stream().map(Party::iin))
                .toArray(String[]::new);
        Map<String, Person> persons = new HashMap<>();
        for (Person person : Sql.list(connection, DossierReading::person, PERSONS, today, iins)) {
            persons.put(person.involved().iin().digits(), person);
        }
        return persons;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getInt(1),
                new Involved(
                        Optional.of(row.getObject(3, UUID.class)),
                        new Iin(row.getString(2)),
                        Objects.requireNonNullElse(row.getString(4), ""),
                        Optional.empty()),
                Optional.ofNullable(row.getObject(5, Integer.class)));
    }

    /** @param isNamed also when the person themselves is out of reach */
    private Involved shown(Map<String, Person> persons, Iin iin, Optional<PartyRole> role, boolean isNamed) {
        Person person = persons.get(iin.digits());
        boolean isReached = person != null && reaches(person.livesIn());
        return new Involved(
                isReached ? person.involved().id() : Optional.empty(),
                iin,
                isReached || isNamed ? person.involved().name() : "",
                role);
    }

    private void saw(String account, long loan, Optional<OffsetDateTime> asKnownOn, Map<String, Person> persons)
            throws SQLException {
        String details = asKnownOn
                .map(moment -> "{\"loan\": %d, \"asKnownOn\": \"%s\"}".formatted(loan, moment))
                .orElseGet(() -> "{\"loan\": %d}".formatted(loan));
        AuditTrail.saw(
                connection,
                account,
                "loan.opened",
                persons.values().stream().map(Person::number).toList(),
                details);
    }

    private List<Telling> tellings(long loan, OffsetDateTime moment) throws SQLException {
        List<LoanTerms> told = new ArrayList<>();
        return Sql.list(
                connection,
                row -> {
                    LoanTerms terms = LoanText.terms(row.getString(2));
                    List<LoanChange> changes =
                            told.isEmpty() ? List.of() : LoanChange.between(told.get(told.size() - 1), terms);
                    told.add(terms);
                    return new Telling(
                            row.getInt(1), row.getObject(3, OffsetDateTime.class), row.getString(4), changes);
                },
                TELLINGS,
                loan,
                moment);
    }

    private List<Entry> entries(long loan, OffsetDateTime moment) throws SQLException {
        return Sql.list(
                connection,
                row -> new Entry(LoanStore.repayment(row), row.getObject(10, OffsetDateTime.class), row.getString(11)),
                ENTRIES,
                loan,
                moment);
    }
}
