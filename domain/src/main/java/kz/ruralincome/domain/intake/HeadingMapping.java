package kz.ruralincome.domain.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the headings of somebody's own spreadsheet are in a list. It is found again by the fingerprint of the headings.
 *
 * <p>It belongs to the territory of the account that made it: it holds for the accounts of that territory and of the units
 * within, the nearest first; made by an account without a territory, it holds for all.
 *
 * @param unit the territory of the account that made it; empty: the whole register
 * @param headings as the file says them, without the empty ones at the end
 * @param columns to each heading its column of the list; empty: left unused on purpose
 * @param given one value for every file of this kind, by a column that the file lacks
 * @param asked columns that the file lacks and for which each file is given its own value
 */
public record HeadingMapping(
        UUID id,
        String list,
        String name,
        List<String> headings,
        List<String> columns,
        Map<String, String> given,
        List<String> asked,
        String account,
        Optional<Integer> unit,
        OffsetDateTime madeAt) {

    public HeadingMapping {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
        given = Map.copyOf(given);
        asked = List.copyOf(asked);
    }

    /** A heading as it is shown: no number as long as an IIN. */
    public String shownHeading(int place) {
        return SheetTop.shown(headings.get(place));
    }

    /** The same headings have the same: folded as headings are, in their order; SHA-256 in hex. */
    static String fingerprint(List<String> headings) {
        return hash(String.join("\u001f", headings.stream().map(Labels::folded).toList()));
    }

    /** SHA-256 in hex. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /** A row of a sheet as headings: some programs write empty cells behind the last one. */
    static List<String> headingsOf(String[] row) {
        List<String> headings = new ArrayList<>(Arrays.asList(row));
        while (!headings.isEmpty() && headings.get(headings.size() - 1).isEmpty()) {
            headings.remove(headings.size() - 1);
        }
        return headings;
    }
}
