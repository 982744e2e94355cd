package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.credit.LoanJson.SentLoan;
import kz.ruralincome.domain.credit.LoanJson.SentRepayment;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** What one call of a lender does to one loan, in the transaction of its connection. */
final class LoanDesk {

    private static final String CONSENT = """
            select exists (
                select from consent
                where person_id = ? and scope = 'LENDER_EXCHANGE' and valid_from <= ? and valid_to > ?
                  and superseded_rev is null)""";

    private final Connection connection;
    private final Access access;
    private final CreditReferences references;
    private final LocalDate today;
    private final LoanStore store;
    private Optional<LenderCall> known = Optional.empty();

    /** @throws AccessRefused if the caller is no lender */
    LoanDesk(Connection connection, Access access, CreditReferences references, LocalDate today) {
        Access.demand(access.role() == Role.LENDER);
        this.connection = connection;
        this.access = access;
        this.references = references;
        this.today = today;
        this.store = new LoanStore(connection);
    }

    /** Asked for when it is needed: a new loan finds its lender with the statement that opens it. */
    private LenderCall caller() throws SQLException {
        if (known.isEmpty()) {
            known = Optional.of(LenderCall.of(connection, access));
        }
        return known.get();
    }

    private CreditReference reference() throws SQLException {
        return references.get(connection, caller().reference());
    }

    /** See {@link Loans#put}. */
    Loans.Put put(String contractNo, SentLoan sent, Optional<String> ifMatch, boolean correction) throws SQLException {
        String key = ContractKey.of("contractNo", contractNo);
        refuse(flawsOf(sent));
        LoanTerms terms = sent.draft().terms();
        if (ifMatch.isPresent()) {
            // first, so that a loan that is not there is not made
            LoanFile standing = store.lock(caller().lender(), Set.of(key)).get(key);
            if (!matches(ifMatch.get(), standing)) {
                throw new StaleVersion();
            }
        }
        var opened = store.openOne(access.account(), key, terms);
        LoanFile file = opened.file();
        refuse(Stream.of(
                        opened.isUnitKnown()
                                ? Optional.<FieldError>empty()
                                : Optional.of(LoanFlaw.KATO_UNKNOWN.of("kato")),
                        file.flawOfMove(terms.status(), correction),
                        file.flawAfterRepayments(terms),
                        flawOfCorrection(file, terms, ifMatch, correction))
                .flatMap(Optional::stream)
                .toList());
        boolean created = file.version().isEmpty();
        boolean changed = file.put(terms, opened.person(), correction);
        if (changed) {
            LoanWriting.writeOne(connection, access.account(), file);
        } else {
            AuditTrail.saw(connection, access.account(), "loan.put", opened.person(), details(file));
        }
        return new Loans.Put(created, changed, taken(file, opened));
    }

    /** See {@link Loans#find}. */
    LoanView find(String contractNo) throws SQLException {
        String key = ContractKey.normal(contractNo);
        LoanFile file = found(
                ContractKey.flawOf("contractNo", key).isEmpty()
                        ? store.find(caller().lender(), Set.of(key)).get(key)
                        : null);
        AuditTrail.saw(
                connection,
                access.account(),
                "loan.view",
                file.version().orElseThrow().person(),
                details(file));
        LoanVersion version = file.version().orElseThrow();
        return view(file, hasConsent(version.person(), version.terms().approvedOn()));
    }

    /** See {@link Loans#repay}. */
    Loans.Repaid repay(String contractNo, String paymentRef, SentRepayment sent) throws SQLException {
        LoanFile file = locked(contractNo);
        String reference = ContractKey.of("paymentRef", paymentRef);
        refuse(flawsOf(sent, file));
        RepaymentTerms terms = sent.draft().terms();
        if (file.isTaken(reference, terms)) {
            throw new RuleViolation("repayment.conflict");
        }
        boolean created = file.repay(reference, terms);
        return written(file, reference, created, "loan.repay");
    }

    /** See {@link Loans#reverse}. */
    Loans.Repaid reverse(String contractNo, String paymentRef) throws SQLException {
        LoanFile file = locked(contractNo);
        String reference = ContractKey.normal(paymentRef);
        if (file.repayment(reference).isEmpty()) {
            throw new NotFoundException("repayment");
        }
        file.reverse(reference);
        return written(file, reference, false, "loan.reverse");
    }

    private LoanFile locked(String contractNo) throws SQLException {
        String key = ContractKey.normal(contractNo);
        return found(
                ContractKey.flawOf("contractNo", key).isEmpty()
                        ? store.lock(caller().lender(), Set.of(key)).get(key)
                        : null);
    }

    private static LoanFile found(LoanFile file) {
        if (file == null || file.version().isEmpty()) {
            throw new NotFoundException("loan");
        }
        return file;
    }

    private Loans.Repaid written(LoanFile file, String reference, boolean created, String action) throws SQLException {
        LoanWriting.write(connection, access.account(), "REPAYMENT", List.of(file));
        AuditTrail.saw(
                connection,
                access.account(),
                action,
                file.version().orElseThrow().person(),
                details(file));
        AllottedRepayment allotted = ledger(file).repayments().stream()
                .filter(one -> one.repayment().paymentRef().equals(reference))
                .findFirst()
                .orElseThrow();
        return new Loans.Repaid(created, allotted);
    }

    /** What is wrong with the words themselves, whatever was said before; of words without a flaw the unit is asked later. */
    private List<FieldError> flawsOf(SentLoan sent) throws SQLException {
        List<FieldError> flaws = new ArrayList<>(LoanRules.check(sent.draft(), sent.flaws()));
        Optional<Integer> unit = unit(sent.draft());
        if (!flaws.isEmpty()
                && unit.isPresent()
                && store.units(Set.of(unit.get())).isEmpty()) {
            flaws.add(LoanFlaw.KATO_UNKNOWN.of("kato"));
        }
        return flaws;
    }

    /** The unit that a loan names, when it is nine digits. */
    static Optional<Integer> unit(LoanDraft draft) {
        return Optional.ofNullable(draft.kato)
                .filter(kato -> kato.matches("[0-9]{9}"))
                .map(Integer::valueOf);
    }

    private static Optional<FieldError> flawOfCorrection(
            LoanFile file, LoanTerms terms, Optional<String> ifMatch, boolean correction) {
        return correction && ifMatch.isEmpty()
                ? file.flawOfMove(terms.status(), false).map(move -> SentFlaw.CORRECTION_WITHOUT_MATCH.of("If-Match"))
                : Optional.empty();
    }

    /** What is wrong with a repayment; of members that could not be read, nothing more. */
    static List<FieldError> flawsOf(SentRepayment sent, LoanFile file) {
        Set<String> unreadable = new HashSet<>();
        sent.flaws().forEach(flaw -> unreadable.add(flaw.field()));
        List<FieldError> flaws = new ArrayList<>(sent.flaws());
        sent.draft().check(file.disbursedOn()).stream()
                .filter(flaw -> !unreadable.contains(flaw.field()))
                .forEach(flaws::add);
        return flaws;
    }

    private static void refuse(List<FieldError> flaws) {
        if (!flaws.isEmpty()) {
            throw new InvalidRequest(flaws);
        }
    }

    /** By the strong comparison of HTTP: a weak tag matches nothing. */
    private static boolean matches(String ifMatch, LoanFile file) {
        if (file == null || file.version().isEmpty()) {
            return false;
        }
        String etag = file.version().get().etag();
        return Arrays.stream(ifMatch.split(",")).map(String::trim).anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static String details(LoanFile file) {
        return "{\"loan\": " + file.id() + "}";
    }

    /** The ledger is made only for what it is to be held against. */
    private TakenLoan taken(LoanFile file, LoanStore.Opened opened) throws SQLException {
        var reported = file.version().orElseThrow().terms().reported();
        return TakenLoan.of(
                file,
                references.get(connection, opened.reference()),
                opened.hasConsent(),
                reported.isPresent() ? LoanDifferences.of(reported.get(), ledger(file)) : List.of());
    }

    private LoanView view(LoanFile file, boolean hasConsent) throws SQLException {
        return LoanView.of(file, ledger(file), reference(), hasConsent, today);
    }

    private LoanLedger ledger(LoanFile file) throws SQLException {
        return file.ledger(store, reference(), caller().order());
    }

    private boolean hasConsent(int person, LocalDate day) throws SQLException {
        return Sql.first(connection, Boolean.class, CONSENT, person, day, day).orElse(false);
    }
}
