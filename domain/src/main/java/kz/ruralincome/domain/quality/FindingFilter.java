package kz.ruralincome.domain.quality;

import java.util.Optional;

/**
 * Which findings are asked for: those to which all of it applies.
 *
 * @param territory a KATO code; {@code none}: not known where
 */
public record FindingFilter(Optional<FindingKind> kind, FindingState state, Optional<String> territory) {

    /** {@link #territory} of findings of which it is not known where. */
    public static final String NOWHERE = "none";

    /** What is open, wherever. */
    public static FindingFilter open() {
        return new FindingFilter(Optional.empty(), FindingState.OPEN, Optional.empty());
    }
}
