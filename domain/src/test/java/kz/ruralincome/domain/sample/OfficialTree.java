package kz.ruralincome.domain.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The official list of territories, read in the plainest way. */
final class OfficialTree {

    private final Map<String, String> parents = new HashMap<>();

    OfficialTree() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                OfficialTree.class.getResourceAsStream("/reference/kato-2022-10-17.csv"), StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",", 3)).forEach(unit -> parents.put(unit[0], unit[1]));
        }
    }

    boolean knows(String unit) {
        return parents.containsKey(unit);
    }

    List<String> children(String territory) {
        return parents.keySet().stream()
                .filter(unit -> parents.get(unit).equals(territory))
                .toList();
    }

    boolean liesIn(String unit, String territory) {
        String at = unit;
        while (at != null && !at.isEmpty()) {
            if (at.equals(territory)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }
}
