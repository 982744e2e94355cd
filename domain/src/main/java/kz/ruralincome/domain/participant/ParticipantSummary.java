package kz.ruralincome.domain.participant;

import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.Iin;

/**
 * A person in a list of those found.
 *
 * @param id stands in addresses, where the IIN must not
 * @param name family name, given name, patronymic as listed last; empty when none was listed
 * @param territory the unit where they live on the business date, if that is known
 */
public record ParticipantSummary(UUID id, Iin iin, String name, Optional<Integer> territory, State state) {

    /** Without the IIN and the name, for logs. */
    @Override
    public String toString() {
        return "ParticipantSummary[" + id + "]";
    }
}
