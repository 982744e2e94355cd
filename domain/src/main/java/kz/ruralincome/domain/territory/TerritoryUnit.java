package kz.ruralincome.domain.territory;

import java.util.Optional;

/**
 * A unit of the state classifier КАТО with its parent and names on a date.
 *
 * @param kato its code as a number, nine digits
 */
public record TerritoryUnit(
        int kato, Optional<Integer> parent, String nameRu, Optional<String> nameKk, Optional<String> nameEn) {

    /** The name in a language ({@code kk}, {@code ru}, {@code en}), else in Russian, in which every unit has one. */
    public String name(String language) {
        return switch (language) {
            case "kk" -> nameKk.orElse(nameRu);
            case "en" -> nameEn.orElse(nameRu);
            default -> nameRu;
        };
    }
}
