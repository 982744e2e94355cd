package kz.ruralincome.domain.assistance;

import java.util.List;

/**
 * Something that the calculation needs and nobody has told.
 *
 * @param code the parameter or fact; there is a sentence for each that names the document
 * @param arguments what the sentence needs; see {@link TestLine} for their types
 */
public record Missing(String code, List<Object> arguments) {

    public Missing {
        arguments = List.copyOf(arguments);
    }

    static Missing of(String code, Object... arguments) {
        return new Missing(code, List.of(arguments));
    }
}
