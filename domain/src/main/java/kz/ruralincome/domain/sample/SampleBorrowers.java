package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.FIRST;
import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.NEVER;

/**
 * Who borrows and when: participants soon after enrolment, entrepreneurs around their registration, and some who neither
 * take part nor register. Some register for the loan alone, and give the registration up within a year.
 */
final class SampleBorrowers {

    /** Of all loans that do not follow from an enrolment or a registration, by year from 2020 on. */
    private static final int[] YEARS = {60, 90, 110, 270, 220, 160, 90};

    private static final int BRIEF = 330;

    private final SampleRandom random;

    SampleBorrowers(SampleRandom random) {
        this.random = random;
    }

    /** The day on which a loan is approved for this person, or never. */
    int borrowsOn(SamplePerson person) {
        SampleRandom own = random.split(1, person.index());
        int on = wish(person, own);
        boolean can = on >= FIRST + 30
                && on < LAST - 4
                && !person.isGone(on)
                && !person.isGone(Math.min(on + 40, LAST))
                && person.age(on) >= 20
                && home(person, on) != null;
        return can ? on : NEVER;
    }

    private static int wish(SamplePerson person, SampleRandom own) {
        SampleVenture venture = person.venture();
        if (venture == null) {
            return plain(person, own);
        }
        int registered = venture.registeredOn();
        boolean isNew = registered >= FIRST && registered != NEVER;
        if (isNew && isBrief(venture) && own.chance(760)) {
            return registered + own.between(6, 70);
        }
        if (venture.enrolment() != null) {
            return own.chance(880) ? venture.enrolment().from() + own.between(15, 125) : NEVER;
        }
        if (!isNew) {
            return own.chance(420) ? someDay(own) : NEVER;
        }
        return switch (own.weighted(330, 170, 190, 310)) {
            case 0 -> registered + own.between(5, 80);
            case 1 -> registered - own.between(5, 120);
            case 2 -> registered + own.between(120, 900);
            default -> NEVER;
        };
    }

    /** Grown-ups who lead a household; where the pilot is, three times as many. */
    private static int plain(SamplePerson person, SampleRandom own) {
        boolean leads = person.relation() == SampleRelation.HEAD || person.relation() == SampleRelation.SPOUSE;
        int age = person.age(Math.max(FIRST, person.birth()));
        boolean isNear = SampleGeography.stage(person.firstHome().settlement().okrug()) > 0;
        return leads && age >= 20 && age <= 55 && own.chance(isNear ? 150 : 62) ? someDay(own) : NEVER;
    }

    private static int someDay(SampleRandom own) {
        return SampleDays.newYear(SampleDays.FIRST_YEAR + own.weighted(YEARS)) + own.below(365);
    }

    /** Whether the first registration was given up, or let rest, soon. */
    private static boolean isBrief(SampleVenture venture) {
        var first = venture.registrations().get(0);
        return first.to() != NEVER && first.to() - first.from() < BRIEF && first.to() < SampleDays.REFORM;
    }

    /** The household in which a person lives on a day; null where it lives in none. */
    static SampleHousehold home(SamplePerson person, int day) {
        for (SampleStay stay : person.stays()) {
            if (stay.isPresentOn(day) && !stay.household().hasLeftRegion(day)) {
                return stay.household();
            }
        }
        return null;
    }
}
