package kz.ruralincome.domain.screening;

import java.util.List;

/**
 * What is wrong with an answer.
 *
 * @param place where it stands, as {@code member.0.iin}
 * @param code as a list would give it, or one of the screening's own
 * @param arguments what the sentence of the code needs
 */
public record Flaw(String place, String code, List<String> arguments) {

    static Flaw of(String place, String code, String... arguments) {
        return new Flaw(place, code, List.of(arguments));
    }
}
