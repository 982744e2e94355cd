package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.NEVER;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens to the people from 2020 on: children are born, people die, leave the region and come back, found
 * households of their own, stay with relatives of another district, and whole households move.
 */
final class SampleLives {

    /** Deaths a year among ten thousand, by decade of age. */
    private static final int[] DEATHS = {9, 5, 12, 22, 45, 105, 230, 520, 1100, 1900, 3000};

    private final SampleRandom random;
    private final SampleGeography geography;
    private final SampleFamilies families;

    SampleLives(SampleRandom random, SampleGeography geography, SampleFamilies families) {
        this.random = random;
        this.geography = geography;
        this.families = families;
    }

    void live() {
        int grown = families.people().size();
        List<SampleHousehold> first = List.copyOf(families.households());
        for (SamplePerson person : List.copyOf(families.people())) {
            fate(person);
        }
        for (int year = SampleDays.FIRST_YEAR; year <= SampleDays.LAST_YEAR; year++) {
            marry(year, grown);
        }
        first.forEach(this::visit);
        List.copyOf(families.households()).forEach(this::bear);
        families.people().subList(grown, families.people().size()).forEach(this::fate);
        families.households().forEach(this::move);
    }

    /** Death, and going away with or without coming back. */
    private void fate(SamplePerson person) {
        SampleRandom own = random.split(1, person.index());
        int leaving = NEVER;
        for (int year = SampleDays.FIRST_YEAR; year <= SampleDays.LAST_YEAR && person.diedOn() == NEVER; year++) {
            int day = SampleDays.newYear(year) + own.below(365);
            int decade = Math.min(10, Math.max(0, day - person.birth()) / 3653);
            boolean restless = decade == 2 || day - person.birth() > 17 * 366 && decade == 1;
            if (day > person.birth() && day < LAST) {
                if (own.below(10_000) < DEATHS[decade]) {
                    person.die(day);
                } else if (own.below(10_000) < (restless ? 95 : 22)) {
                    leaving = day;
                }
            }
        }
        if (leaving < person.diedOn()) {
            goAway(person, leaving, own);
        }
        if (person.diedOn() != NEVER && own.chance(500)) {
            person.lastStay().end(Math.min(person.diedOn(), person.lastStay().to()));
        }
    }

    /** The register learns of a departure either way: some memberships end with it, others stand. */
    private static void goAway(SamplePerson person, int day, SampleRandom own) {
        SampleStay stay = person.lastStay();
        person.leave(day);
        if (own.chance(500)) {
            stay.end(day);
        }
        int back = day + own.between(60, 900);
        if (own.chance(300) && back < Math.min(LAST, person.diedOn())) {
            person.comeBack(back);
            if (stay.to() != NEVER) {
                person.join(stay.household(), back, stay.relation());
            }
        }
    }

    /** Grown children found households in pairs, district by district. */
    private void marry(int year, int grown) {
        for (SampleGeography.District district : geography.districts()) {
            List<SamplePerson> men = new ArrayList<>();
            List<SamplePerson> women = new ArrayList<>();
            for (SamplePerson person : families.people().subList(0, grown)) {
                if (mayMarry(person, year)
                        && person.firstHome().settlement().district() == district.kato()
                        && random.split(2, person.index() * 10L + year % 10).chance(75)) {
                    (person.male() ? men : women).add(person);
                }
            }
            for (int pair = 0; pair < Math.min(men.size(), women.size()); pair++) {
                wed(men.get(pair), women.get(pair), year);
            }
        }
    }

    private static boolean mayMarry(SamplePerson person, int year) {
        int years = year - SampleDays.year(person.birth());
        return person.relation() == SampleRelation.CHILD
                && years >= 19
                && years <= 32
                && person.stays().size() == 1
                && person.diedOn() == NEVER
                && person.leftOn() == NEVER;
    }

    private void wed(SamplePerson man, SamplePerson woman, int year) {
        if (man.firstHome() == woman.firstHome()) {
            return;
        }
        SampleRandom own = random.split(3, man.index());
        int day = Math.min(LAST - 1, SampleDays.newYear(year) + own.below(365));
        SampleHousehold household = families.found(man.firstHome().settlement(), day, own.between(130, 440));
        move(man, household, day, SampleRelation.HEAD);
        move(woman, household, day, SampleRelation.SPOUSE);
    }

    private static void move(SamplePerson person, SampleHousehold household, int day, SampleRelation relation) {
        person.firstHome().entwine();
        person.lastStay().end(day);
        person.join(household, day, relation);
    }

    /** A grandchild or a relative stays for a while with a household of another district. */
    private void visit(SampleHousehold household) {
        SampleRandom own = random.split(4, household.index());
        if (!own.chance(14)) {
            return;
        }
        SamplePerson guest = household.stays().get(household.stays().size() - 1).person();
        SampleHousehold host = families.households().get(own.below(household.index() + 1));
        if (guest.stays().size() > 1 || guest.diedOn() != NEVER || guest.leftOn() != NEVER || host == household) {
            return;
        }
        int day = SampleDays.FIRST + own.below(1900);
        move(guest, host, day, SampleRelation.OTHER);
        host.entwine();
        if (own.chance(120)) {
            guest.lastStay().end(day + own.between(100, 400)); // and since then nobody knows where
        } else if (own.chance(700)) {
            int back = day + own.between(60, 500);
            guest.lastStay().end(back);
            guest.join(household, back, SampleRelation.OTHER);
        }
    }

    private void bear(SampleHousehold household) {
        SampleStay mother = null;
        boolean couple = false;
        for (SampleStay stay : household.stays()) {
            boolean leads = stay.relation() == SampleRelation.HEAD || stay.relation() == SampleRelation.SPOUSE;
            couple |= stay.relation() == SampleRelation.SPOUSE;
            if (leads && !stay.person().male()) {
                mother = stay;
            }
        }
        if (mother == null) {
            return;
        }
        SampleRandom own = random.split(5, household.index());
        int last = youngest(household);
        for (int year = SampleDays.FIRST_YEAR; year <= SampleDays.LAST_YEAR; year++) {
            int day = SampleDays.newYear(year) + own.below(365);
            int age = (day - mother.person().birth()) / 365;
            int perMille = age < 30 ? 175 : age < 35 ? 120 : age < 39 ? 65 : age < 44 ? 15 : 0;
            boolean born = own.chance(couple ? perMille : perMille / 5);
            boolean male = own.chance(512);
            if (born && day > last + 400 && day < LAST && day > household.from() + 200 && mother.isPresentOn(day)) {
                families.born(day, male, own).join(household, day, SampleRelation.CHILD);
                last = day;
            }
        }
    }

    private static int youngest(SampleHousehold household) {
        int youngest = 0;
        for (SampleStay stay : household.stays()) {
            youngest = Math.max(youngest, stay.person().birth());
        }
        return youngest;
    }

    /** One household in sixteen moves: within the district, to another one, to Taraz, a few out of the region. */
    private void move(SampleHousehold household) {
        SampleRandom own = random.split(6, household.index());
        if (!own.chance(62)) {
            return;
        }
        int day = SampleDays.FIRST + own.below(LAST - SampleDays.FIRST);
        if (day <= household.from()) {
            return;
        }
        int where = own.weighted(340, 420, 220, 20);
        SampleGeography.District district =
                geography.districts().get(own.below(geography.districts().size()));
        for (SampleGeography.District near : geography.districts()) {
            if (where == 0 && near.kato() == household.settlement().district()) {
                district = near;
            }
        }
        int kato =
                switch (where) {
                    case 2 -> SampleGeography.TARAZ_TOWN;
                    case 3 -> SampleGeography.ELSEWHERE[own.below(SampleGeography.ELSEWHERE.length)];
                    default -> district.settlement(own).kato();
                };
        if (kato != household.settlement().kato()) {
            household.move(day, kato);
        }
    }
}
