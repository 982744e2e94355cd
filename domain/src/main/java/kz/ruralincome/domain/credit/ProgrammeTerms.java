package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programme's terms on the day a loan was approved: the rows of dated parameters that were in force. A loan outside
 * them is warned of and not refused, since the lender's word is a fact; a term without a row is not checked, and named.
 */
public final class ProgrammeTerms {

    /** The parameters that are asked for. */
    public static final List<String> PARAMETERS = List.of(
            "MCI",
            "LOAN_CAP_MCI",
            "LOAN_CAP_MCI_PROCESSING",
            "LOAN_RATE_CAP",
            "LOAN_TERM_MONTHS",
            "LOAN_TERM_MONTHS_LIVESTOCK",
            "LOAN_TERM_MONTHS_AGRICULTURE",
            "LOAN_GRACE_MONTHS");

    private final Map<String, BigDecimal> inForce;

    /** @param inForce values by the name of the parameter; one without a row is not in it */
    public ProgrammeTerms(Map<String, BigDecimal> inForce) {
        this.inForce = Map.copyOf(inForce);
    }

    /** What the terms say of a loan. */
    public Verdict judge(LoanTerms loan) {
        List<LoanWarning> warnings = new ArrayList<>();
        List<String> notChecked = new ArrayList<>();

        limit("LOAN_RATE_CAP", notChecked)
                .filter(cap -> loan.annualRate().compareTo(cap) > 0)
                .ifPresent(cap -> warnings.add(LoanWarning.RATE_ABOVE_CAP));

        String capName = loan.purpose() == Purpose.PROCESSING ? "LOAN_CAP_MCI_PROCESSING" : "LOAN_CAP_MCI";
        Optional<BigDecimal> cap = limit(capName, notChecked);
        Optional<BigDecimal> index = limit("MCI", notChecked);
        cap.flatMap(indices -> index.map(indices::multiply))
                .filter(largest -> loan.principal().compareTo(largest) > 0)
                .ifPresent(largest -> warnings.add(LoanWarning.SUM_ABOVE_CAP));

        limit(termName(loan.purpose()), notChecked)
                .filter(longest -> BigDecimal.valueOf(loan.termMonths()).compareTo(longest) > 0)
                .ifPresent(longest -> warnings.add(LoanWarning.TERM_TOO_LONG));

        limit("LOAN_GRACE_MONTHS", notChecked)
                .filter(longest -> BigDecimal.valueOf(loan.graceMonths()).compareTo(longest) > 0)
                .ifPresent(longest -> warnings.add(LoanWarning.GRACE_TOO_LONG));

        return new Verdict(List.copyOf(warnings), List.copyOf(notChecked));
    }

    private String termName(Purpose purpose) {
        return switch (purpose) {
            case LIVESTOCK -> "LOAN_TERM_MONTHS_LIVESTOCK";
            case CROPS, PROCESSING ->
                inForce.containsKey("LOAN_TERM_MONTHS_AGRICULTURE")
                        ? "LOAN_TERM_MONTHS_AGRICULTURE"
                        : "LOAN_TERM_MONTHS";
            case SERVICES, TRADE, CRAFT, OTHER -> "LOAN_TERM_MONTHS";
        };
    }

    private Optional<BigDecimal> limit(String name, List<String> notChecked) {
        if (!inForce.containsKey(name)) {
            notChecked.add(name);
        }
        return Optional.ofNullable(inForce.get(name));
    }

    /** In what a loan lies outside the terms, and the parameters without which something could not be checked. */
    public record Verdict(List<LoanWarning> warnings, List<String> notChecked) {}
}
