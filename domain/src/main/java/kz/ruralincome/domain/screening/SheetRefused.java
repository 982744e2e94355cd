package kz.ruralincome.domain.screening;

import java.util.List;
import kz.ruralincome.domain.shared.RuleViolation;

/** The answers cannot become facts yet; nothing was written. */
final class SheetRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    SheetRefused(List<Flaw> flaws) {
        super("screening.flaws", flaws.size());
        this.flaws = List.copyOf(flaws);
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
