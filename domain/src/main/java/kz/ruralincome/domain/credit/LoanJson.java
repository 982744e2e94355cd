package kz.ruralincome.domain.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.credit.StrictJson.Parsed;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * What lenders send, read strictly: every member that is unknown, comes twice, is of the wrong type, no day of the calendar
 * or holds a control character is told, all of them at once. What is no JSON is a {@link MalformedJson}.
 */
public final class LoanJson {

    private static final int MOST_INSTALMENTS = 1_200;
    private static final int MOST_TRANCHES = 600;
    private static final int MOST_OTHERS = 100;
    private static final int MOST_REPAYMENTS = 5_000;

    private LoanJson() {}

    /** A loan as it was sent, and what in it could not be read. */
    public record SentLoan(LoanDraft draft, List<FieldError> flaws) {}

    /** A repayment as it was sent, and what in it could not be read. */
    public record SentRepayment(RepaymentDraft draft, List<FieldError> flaws) {}

    /**
     * One line of a batch; its flaws are those of its loan.
     *
     * @param contractNo null when it could not be read
     * @param repayments by reference, each with its place in the line
     */
    record SentLine(String contractNo, SentLoan loan, Map<String, PlacedRepayment> repayments) {}

    /** A repayment within a line, and the path under which its members are told. */
    record PlacedRepayment(String path, RepaymentDraft draft) {}

    /** Reads the body of a loan. */
    public static SentLoan loan(byte[] body) {
        return loan(StrictJson.object(body));
    }

    static SentLoan loan(String text) {
        return loan(StrictJson.object(text));
    }

    private static SentLoan loan(Parsed parsed) {
        List<FieldError> flaws = twice(parsed);
        var members = new JsonMembers("", parsed.members(), flaws);
        LoanDraft draft = draft(members);
        members.end();
        return new SentLoan(draft, flaws);
    }

    /** Reads the body of a repayment. */
    public static SentRepayment repayment(byte[] body) {
        Parsed parsed = StrictJson.object(body);
        List<FieldError> flaws = twice(parsed);
        var members = new JsonMembers("", parsed.members(), flaws);
        RepaymentDraft draft = repayment(members);
        members.end();
        return new SentRepayment(draft, flaws);
    }

    /** Reads one line of a batch. */
    static SentLine line(byte[] line) {
        Parsed parsed = StrictJson.object(line);
        List<FieldError> flaws = twice(parsed);
        var members = new JsonMembers("", parsed.members(), flaws);
        String contractNo = members.required("contractNo", members.key("contractNo"));
        LoanDraft draft = draft(members);
        Map<String, PlacedRepayment> repayments = new LinkedHashMap<>();
        List<PlacedRepayment> places = new ArrayList<>();
        members.list("repayments", MOST_REPAYMENTS, one -> {
            String reference = one.required("paymentRef", one.key("paymentRef"));
            var placed = new PlacedRepayment("repayments[" + places.size() + "]", repayment(one));
            places.add(placed);
            var standing = reference == null ? null : repayments.putIfAbsent(reference, placed);
            if (standing != null && !standing.draft().equals(placed.draft())) {
                flaws.add(SentFlaw.REPAYMENT_CONFLICT.of(placed.path() + ".paymentRef"));
            }
            return placed;
        });
        members.end();
        return new SentLine(contractNo, new SentLoan(draft, flaws), repayments);
    }

    private static List<FieldError> twice(Parsed parsed) {
        List<FieldError> flaws = new ArrayList<>();
        parsed.twice().stream()
                .distinct()
                .limit(MOST_OTHERS)
                .forEach(name -> flaws.add(SentFlaw.TWICE.of(JsonMembers.told(name))));
        return flaws;
    }

    private static LoanDraft draft(JsonMembers members) {
        var draft = new LoanDraft();
        draft.iin = members.text("iin");
        draft.purpose = members.one("purpose", Purpose.class);
        draft.oked = members.text("oked");
        draft.kato = members.text("kato");
        draft.approvedOn = members.date("approvedOn");
        draft.disbursedOn = members.date("disbursedOn");
        draft.principal = members.number("principal");
        draft.annualRate = members.number("annualRate");
        draft.effectiveRate = members.number("effectiveRate");
        draft.termMonths = members.integer("termMonths");
        draft.graceMonths = members.integer("graceMonths");
        draft.schedule = members.one("schedule", ScheduleKind.class);
        draft.product = members.one("product", Product.class);
        draft.fundingSource = members.one("fundingSource", FundingSource.class);
        draft.instalments = members.list("instalments", MOST_INSTALMENTS, LoanJson::instalment);
        draft.disbursements = members.list("disbursements", MOST_TRANCHES, LoanJson::disbursement);
        draft.parties = members.list("parties", MOST_OTHERS, LoanJson::party);
        draft.collateral = members.list("collateral", MOST_OTHERS, LoanJson::collateral);
        draft.bin = members.text("bin");
        draft.status = members.one("status", LoanStatus.class);
        draft.closedOn = members.date("closedOn");
        draft.rescheduledOn = members.date("rescheduledOn");
        draft.reported = reported(members.object("reported"));
        return draft;
    }

    private static Instalment instalment(JsonMembers one) {
        var dueOn = one.required("dueOn", one.date("dueOn"));
        var principal = one.required("principal", one.number("principal"));
        var interest = one.required("interest", one.number("interest"));
        return dueOn == null || principal == null || interest == null
                ? null
                : new Instalment(dueOn, principal, interest);
    }

    private static Disbursement disbursement(JsonMembers one) {
        var on = one.required("on", one.date("on"));
        var amount = one.required("amount", one.number("amount"));
        return on == null || amount == null ? null : new Disbursement(on, amount);
    }

    private static Party party(JsonMembers one) {
        var iin = one.required("iin", one.text("iin"));
        var role = one.required("role", one.one("role", PartyRole.class));
        return iin == null || role == null ? null : new Party(iin, role);
    }

    private static Collateral collateral(JsonMembers one) {
        var kind = one.required("kind", one.text("kind"));
        var value = one.required("value", one.number("value"));
        return kind == null || value == null ? null : new Collateral(kind, value);
    }

    private static Reported reported(JsonMembers one) {
        if (one == null) {
            return null;
        }
        var on = one.required("on", one.date("on"));
        var daysPastDue = Optional.ofNullable(one.integer("daysPastDue"));
        var principal = Optional.ofNullable(one.number("principal"));
        var interest = Optional.ofNullable(one.number("interest"));
        var overduePrincipal = Optional.ofNullable(one.number("overduePrincipal"));
        var overdueInterest = Optional.ofNullable(one.number("overdueInterest"));
        var penalty = Optional.ofNullable(one.number("penalty"));
        var writtenOff = Optional.ofNullable(one.number("writtenOff"));
        one.end();
        return on == null
                ? null
                : new Reported(
                        on, daysPastDue, principal, interest, overduePrincipal, overdueInterest, penalty, writtenOff);
    }

    private static RepaymentDraft repayment(JsonMembers members) {
        return new RepaymentDraft(
                members.date("paidOn"),
                members.number("amount"),
                members.number("principal"),
                members.number("interest"),
                members.number("penalty"));
    }
}
