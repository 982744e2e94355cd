package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What people call the columns and the values of the lists, by language. Pages show the first label of an entry; a file
 * may use any of them in place of the name.
 */
public final class Labels {

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final Map<String, Properties> BY_LANGUAGE =
            Map.of("kk", read("kk"), "ru", read("ru"), "en", read("en"));

    private Labels() {}

    private static Properties read(String language) {
        var labels = new Properties();
        try (var file = Labels.class.getResourceAsStream("columns_" + language + ".properties");
                var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            labels.load(text);
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The label of a column as a page shows it. */
    public static String column(String list, String column, String language) {
        String label = entry(language, "column." + list + "." + column);
        return first(label != null ? label : entry(language, "column." + column), column);
    }

    /** The label of one of the values of a column of kinds. */
    public static String value(String family, String name, String language) {
        return first(entry(language, "value." + family + "." + name), name);
    }

    /** Everything that a heading may say for a column, folded. */
    static List<String> ofColumn(String list, String column) {
        List<String> labels = new ArrayList<>();
        for (String language : LANGUAGES) {
            String own = entry(language, "column." + list + "." + column);
            addAll(labels, own != null ? own : entry(language, "column." + column));
        }
        return labels;
    }

    static List<String> ofValue(String family, String name) {
        List<String> labels = new ArrayList<>();
        for (String language : LANGUAGES) {
            addAll(labels, entry(language, "value." + family + "." + name));
        }
        return labels;
    }

    /** Headings and kinds are compared without regard to case, spaces at the ends, and doubled or broken spaces. */
    static String folded(String text) {
        return oneLine(text).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** Without spaces at the ends, and with one space for as many as there are, line breaks included. */
    static String oneLine(String text) {
        return text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    }

    private static void addAll(List<String> labels, String entry) {
        if (entry != null) {
            for (String label : entry.split("\\|")) {
                labels.add(folded(label));
            }
        }
    }

    private static String first(String entry, String otherwise) {
        return entry == null ? otherwise : entry.split("\\|")[0];
    }

    private static String entry(String language, String key) {
        return BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.get("en")).getProperty(key);
    }
}
