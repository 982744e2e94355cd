package kz.ruralincome.domain.shared;

import java.util.List;

/** The request is well formed, but what stands now does not allow it: HTTP 409. */
public non-sealed class RuleViolation extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param code such as {@code job.running}; the arguments are what its sentence needs */
    public RuleViolation(String code, Object... arguments) {
        super(code, List.of(arguments));
    }
}
