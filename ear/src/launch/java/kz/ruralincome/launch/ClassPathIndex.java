package kz.ruralincome.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which jars of a class path have anything in a folder: made once per version of the program and kept in a file.
 *
 * <p>A line of the file is a folder and the numbers of its jars, in the order of the class path.
 */
final class ClassPathIndex {

    private static final int[] NONE = {};
    private static final Pattern VERSIONED = Pattern.compile("^META-INF/versions/[0-9]+/");

    private final Map<String, int[]> jarsOfFolder;

    private ClassPathIndex(Map<String, int[]> jarsOfFolder) {
        this.jarsOfFolder = jarsOfFolder;
    }

    static ClassPathIndex of(List<Path> jars, Path file) throws IOException {
        if (!Files.exists(file)) {
            Path half = Files.createTempFile(file.getParent(), "index", ".half");
            Files.write(half, lines(jars));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, int[]> jarsOfFolder = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            jarsOfFolder.put(
                    line.substring(0, tab),
                    Arrays.stream(line.substring(tab + 1).split(" "))
                            .mapToInt(Integer::parseInt)
                            .toArray());
        }
        return new ClassPathIndex(jarsOfFolder);
    }

    /** The numbers of the jars that may have an entry of this name, ascending. */
    int[] jarsWith(String name) {
        return jarsOfFolder.getOrDefault(folder(name), NONE);
    }

    private static String folder(String name) {
        int end = name.endsWith("/") ? name.length() - 1 : name.length();
        int slash = name.lastIndexOf('/', end - 1);
        return slash < 0 ? "" : name.substring(0, slash);
    }

    private static List<String> lines(List<Path> jars) throws IOException {
        Map<String, TreeSet<Integer>> numbers = new TreeMap<>();
        for (int number = 0; number < jars.size(); number++) {
            try (JarFile jar = new JarFile(jars.get(number).toFile())) {
                List<String> names = jar.stream().map(entry -> entry.getName()).toList();
                for (String name : names) {
                    numbers.computeIfAbsent(folder(name), folder -> new TreeSet<>())
                            .add(number);
                    // A class for newer JDKs only is asked for by its plain name.
                    String plain = VERSIONED.matcher(name).replaceFirst("");
                    numbers.computeIfAbsent(folder(plain), folder -> new TreeSet<>())
                            .add(number);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        numbers.forEach((folder, of) ->
                lines.add(folder + "\t" + of.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return lines;
    }
}
