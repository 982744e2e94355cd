package kz.ruralincome.domain.shared;

import java.util.List;

/** Fields of the request cannot be right: HTTP 422, every reason at once. */
public final class InvalidRequest extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** All fields that are wrong; at least one. */
    public InvalidRequest(List<FieldError> errors) {
        super("request.invalid", List.of());
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("an invalid request names a field");
        }
        this.errors = List.copyOf(errors);
    }

    /** One wrong field. */
    public InvalidRequest(String field, String code, Object... arguments) {
        this(List.of(new FieldError(field, code, List.of(arguments))));
    }

    /** The same of a part of the request: its path stands before each field. */
    public InvalidRequest within(String path) {
        return new InvalidRequest(errors.stream()
                .map(error -> new FieldError(path + error.field(), error.code(), error.arguments()))
                .toList());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** One field, why it is wrong, and what the sentence of the code needs. */
    public record FieldError(String field, String code, List<Object> arguments) {}
}
