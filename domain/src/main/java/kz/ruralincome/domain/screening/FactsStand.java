package kz.ruralincome.domain.screening;

import java.util.List;
import kz.ruralincome.domain.shared.RuleViolation;

/** A screening that is a draft again cannot be cancelled: facts that it made would stand without it. */
public final class FactsStand extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lists;

    FactsStand(List<String> lists) {
        super("screening.stands.cancel", String.join(", ", lists));
        this.lists = List.copyOf(lists);
    }

    /** The lists whose loads are to be withdrawn first. */
    public List<String> lists() {
        return lists;
    }
}
