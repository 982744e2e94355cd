package kz.ruralincome.domain.account;

import java.util.List;
import java.util.Optional;

/**
 * An account of a machine and its secrets, the newest first.
 *
 * @param lender whose loans it reports; empty for another kind of machine
 * @param active whether anybody can sign in to it
 */
public record MachineAccount(
        String name, Role role, Optional<LenderName> lender, boolean active, List<MachineSecret> secrets) {

    /** How many secrets hold now; two while one takes over from the other. */
    public long holding() {
        return secrets.stream().filter(MachineSecret::holds).count();
    }
}
