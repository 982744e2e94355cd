package kz.ruralincome.domain.assignment;

import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;

/** What somebody types into an assignment. */
final class Words {

    static final int LONGEST = 2000;

    private Words() {}

    /**
     * The text as it is kept.
     *
     * @throws InvalidRequest when it is missing, too long, or names a person by the IIN: everyone who sees figures reads it
     */
    static Optional<String> of(String field, String text, boolean isDemanded) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            if (isDemanded) {
                throw new InvalidRequest(field, "assignment." + field + ".missing");
            }
            return Optional.empty();
        }
        if (said.length() > LONGEST) {
            throw new InvalidRequest(field, "assignment.long", LONGEST);
        }
        if (said.matches("(?s).*(?<![0-9])[0-9]{12}(?![0-9]).*")) {
            throw new InvalidRequest(field, "assignment.iin");
        }
        return Optional.of(said);
    }
}
