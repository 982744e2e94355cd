package kz.ruralincome.domain.shared;

import java.util.List;

/** There is no such thing, or it is out of the caller's reach, which must look the same. */
public final class NotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param what the kind of thing, such as {@code load}: the code is {@code load.not-found} */
    public NotFoundException(String what) {
        super(what + ".not-found", List.of());
    }
}
