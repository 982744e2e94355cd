package kz.ruralincome.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Finds words of the program that stand on a page in a language that is not the page's. */
final class ForeignWords {

    private static final Path BUNDLES = Path.of("..", "web", "src", "main", "resources", "kz", "ruralincome", "web");
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final int SHORTEST = 4;
    private static final Map<String, Set<String>> SAID = said();

    private ForeignWords() {}

    /** Those of the texts that the bundles of another language have, and those of this one have not. */
    static List<String> among(Collection<String> texts, String language) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST && !SAID.get(language).contains(text))
                .filter(text ->
                        LANGUAGES.stream().anyMatch(other -> SAID.get(other).contains(text)))
                .distinct()
                .toList();
    }

    private static Map<String, Set<String>> said() {
        Map<String, Set<String>> said = new HashMap<>();
        for (String language : LANGUAGES) {
            Set<String> sentences = new HashSet<>();
            try (var files = Files.newDirectoryStream(BUNDLES, "*_" + language + ".properties")) {
                for (Path file : files) {
                    try (Reader reader = Files.newBufferedReader(file)) {
                        var bundle = new Properties();
                        bundle.load(reader);
                        bundle.values().forEach(value -> sentences.add(((String) value).strip()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            said.put(language, sentences);
        }
        return said;
    }
}
