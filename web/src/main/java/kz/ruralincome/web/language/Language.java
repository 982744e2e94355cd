package kz.ruralincome.web.language;

import java.util.Locale;
import java.util.Optional;

/** The languages of the program; Kazakh and Russian are equal, English comes beside them. */
public enum Language {
    KK,
    RU,
    EN;

    /** The code as it stands in addresses and in {@code <html lang>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return switch (this) {
            case KK -> Locale.forLanguageTag("kk-KZ");
            case RU -> Locale.forLanguageTag("ru-KZ");
            case EN -> Locale.forLanguageTag("en-GB");
        };
    }

    /** The language of a code like {@code kk} or a tag like {@code ru-RU}. */
    public static Optional<Language> of(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        for (var candidate : values()) {
            if (candidate.code().equals(language)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The first of an {@code Accept-Language} header that the program speaks, by preference; Kazakh without one. */
    public static Language preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return KK;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst()
                    .orElse(KK);
        } catch (IllegalArgumentException malformed) {
            return KK;
        }
    }
}
