package kz.ruralincome.domain.account;

/** What an account is for; one each. */
public enum Role {
    ADMIN,
    COORDINATOR,
    AKIMAT,
    REGISTRY,
    LENDER;

    boolean seesFigures() {
        return this == ADMIN || this == COORDINATOR || this == AKIMAT;
    }

    boolean seesPersons() {
        return this == ADMIN || this == COORDINATOR;
    }

    boolean sendsLists() {
        return this == ADMIN || this == COORDINATOR || this == REGISTRY;
    }

    boolean usesPages() {
        return seesFigures();
    }

    /** A program, which signs in with secrets of its own and uses the API alone. */
    public boolean isMachine() {
        return this == REGISTRY || this == LENDER;
    }
}
