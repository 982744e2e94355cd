package kz.ruralincome.domain.shared;

import java.util.List;

/** The account may not do this: HTTP 403. */
public final class AccessRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param code such as {@code access.territory} or {@code access.role} */
    public AccessRefused(String code, Object... arguments) {
        super(code, List.of(arguments));
    }
}
