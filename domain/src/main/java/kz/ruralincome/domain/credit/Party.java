package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

/** Somebody else who answers for the loan; the IIN as sent, which {@link LoanRules} checks. */
public record Party(String iin, PartyRole role) {

    public Party {
        requireNonNull(iin, "iin");
        requireNonNull(role, "role");
    }

    /** Without the IIN, which is personal data. */
    @Override
    public String toString() {
        return "Party[" + role + "]";
    }
}
