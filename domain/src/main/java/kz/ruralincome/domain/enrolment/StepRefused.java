package kz.ruralincome.domain.enrolment;

import java.util.List;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.shared.RuleViolation;

/** A step that may not be taken, with every reason. */
public final class StepRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    /** @param arguments what the sentence of the code needs */
    public record Reason(String code, List<String> arguments) {}

    StepRefused(List<Reason> reasons) {
        super(reasons.get(0).code(), reasons.get(0).arguments().toArray());
        this.reasons = List.copyOf(reasons);
    }

    /** Goes on only if nothing is in the way. */
    static void demand(List<String> codes) {
        if (!codes.isEmpty()) {
            throw new StepRefused(
                    codes.stream().map(code -> new Reason(code, List.of())).toList());
        }
    }

    /** The register has refused the row that the step would be. */
    static StepRefused of(FormRefused refused) {
        return new StepRefused(refused.findings().stream()
                .map(finding -> finding.code().equals("row.overlap")
                        ? new Reason("enrolment.overlap", List.of())
                        : new Reason(finding.code(), finding.arguments()))
                .toList());
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
