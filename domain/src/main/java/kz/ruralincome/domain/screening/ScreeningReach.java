package kz.ruralincome.domain.screening;

import java.util.Arrays;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.participant.Reach;

/** Whom a caller may screen: coordinators and administrators, in their territory. */
record ScreeningReach(Access access, Integer[] units) {

    ScreeningReach(Access access, Reach reach) {
        this(access, reach.units(access).orElse(null));
    }

    ScreeningReach {
        Access.demand(access.writesOfPersons());
    }

    Screenings.Reached reached() {
        return new Screenings.Reached(units, access.account());
    }

    boolean reaches(int unit) {
        return units == null || Arrays.binarySearch(units, unit) >= 0;
    }
}
