package kz.ruralincome.domain.correction;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody says is right.
 *
 * @param list of which the fact is
 * @param fact the version that they have seen
 * @param cells as they are to be, by their headings; empty: it never was
 * @param reason why, at most {@link #LONGEST_REASON} characters
 * @param document that says so, at most {@link #LONGEST_DOCUMENT} characters
 */
public record CorrectionRequest(
        String list, long fact, Optional<Map<String, String>> cells, String reason, String document) {

    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_DOCUMENT = 300;

    /** Without the cells, for logs. */
    @Override
    public String toString() {
        return "CorrectionRequest[" + list + " " + fact + "]";
    }
}
