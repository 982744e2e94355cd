package kz.ruralincome.web.language;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Every sentence for people, by key and language; one bundle a feature, read once. */
public final class Texts {

    /** The features that have a bundle {@code <feature>_<language>.properties} beside the package {@code web}. */
    public static final List<String> FEATURES = List.of(
            "layout",
            "error",
            "account",
            "intake",
            "movement",
            "outcome",
            "outcomeview",
            "participant",
            "jobrun",
            "credit",
            "loanoutcome",
            "trend",
            "claim",
            "report",
            "assignment",
            "quality",
            "assistance",
            "screening",
            "enrolment",
            "desk",
            "trail",
            "parameter",
            "person",
            "correction",
            "merge",
            "listwork");

    private static final Map<Language, Map<String, String>> ALL = readAll();

    private Texts() {}

    /** The text of the key as it stands; a key that is missing shows itself, and a test fails on it. */
    public static String of(Language language, String key) {
        return ALL.get(language).getOrDefault(key, key);
    }

    /** The sentence of the key with its arguments, in the plural forms of the language (ICU message format). */
    public static String of(Language language, String key, List<?> arguments) {
        String pattern = of(language, key);
        return arguments.isEmpty() && pattern.indexOf('{') < 0
                ? pattern.replace("''", "'")
                : new MessageFormat(pattern, language.locale()).format(arguments.toArray());
    }

    public static boolean has(Language language, String key) {
        return ALL.get(language).containsKey(key);
    }

    private static Map<Language, Map<String, String>> readAll() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            Map<String, String> texts = new HashMap<>();
            FEATURES.forEach(feature -> read(feature, language).forEach((key, text) -> {
                if (texts.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("two bundles have the key " + key);
                }
            }));
            all.put(language, Map.copyOf(texts));
        }
        return all;
    }

    static Properties read(String feature, Language language) {
        Properties bundle = new Properties();
        String file = "/kz/ruralincome/web/" + feature + "_" + language.code() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(file)) {
            if (stream != null) {
                bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
