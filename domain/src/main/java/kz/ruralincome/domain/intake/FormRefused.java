package kz.ruralincome.domain.intake;

import java.util.List;
import kz.ruralincome.domain.shared.RuleViolation;

/** Rows of a form that may not become facts; nothing of the form was written. */
public final class FormRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<FormFinding> findings;

    /** @param findings at least one; the refusal as a whole is the first of them */
    public FormRefused(List<FormFinding> findings) {
        super(findings.get(0).code(), findings.get(0).arguments().toArray());
        this.findings = List.copyOf(findings);
    }

    public List<FormFinding> findings() {
        return findings;
    }
}
