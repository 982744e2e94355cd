package kz.ruralincome.domain.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Something the domain refused. Rolls the transaction back and reaches the caller unwrapped.
 *
 * <p>It carries a code and its arguments, no sentence: people read it in their own language, from the message bundles.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract sealed class DomainException extends RuntimeException
        permits NotFoundException, RuleViolation, AccessRefused, InvalidRequest {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    DomainException(String code, List<Object> arguments) {
        super(code + (arguments.isEmpty() ? "" : " " + arguments));
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Stable name for clients and message bundles, such as {@code load.not-held}. */
    public String code() {
        return code;
    }

    /** What the sentence of the code needs, in its order. Never an IIN or a name. */
    public List<Object> arguments() {
        return arguments;
    }
}
