package kz.ruralincome.web.ui.outcome;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.ui.layout.Address;

/**
 * Writes the cells of a matrix, in a table and in a picture alike.
 *
 * @param members where the people of a cell are listed; empty: the reader may not see them
 */
record MovementWords(Language language, Optional<Address> members) {

    private static final String HIDDEN = "…";

    String name(String state) {
        return Texts.of(language, "movement.state." + state);
    }

    String count(Optional<Long> persons) {
        return persons.map(count -> Written.plain(language, count)).orElse(HIDDEN);
    }

    /** From which state to which, and how many. */
    String told(MatrixCell cell) {
        return say("outcomeview.flow", cell);
    }

    /** What the link opens, for those who hear it alone. */
    String label(MatrixCell cell) {
        return say("movement.matrix.open", cell);
    }

    private String say(String key, MatrixCell cell) {
        return Texts.of(language, key, List.of(name(cell.from()), name(cell.to()), count(cell.persons())));
    }

    /** Opens the people behind a cell; null: the reader may not. */
    String link(MatrixCell cell) {
        return members.map(address -> address.with("fromState", cell.from())
                        .with("toState", cell.to())
                        .toString())
                .orElse(null);
    }
}
