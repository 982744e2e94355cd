package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.NEVER;
import static kz.ruralincome.domain.sample.SampleDays.REFORM;

import kz.ruralincome.domain.sample.SampleVenture.Enrolment;
import kz.ruralincome.domain.sample.SampleVenture.Registration;

/**
 * Who takes part in the pilot and who becomes an entrepreneur. In the okrugs of the pilot every second household takes
 * part and two in three of those register; elsewhere one grown-up in a hundred does so a year.
 */
final class SampleVentures {

    private static final String[] OKEDS = {
        "01411", "01450", "01470", "01131", "01620", "47112", "49320", "95210", "96020"
    };
    private static final String[] OLD_REGIMES = {
        "PATENT", "MOBILE_APP", "SIMPLIFIED", "RETAIL_TAX", "SINGLE_LAND_TAX", "FIXED_DEDUCTION"
    };
    private static final String[] LEFT_REASONS = {"переезд", "отказ от участия", "трудоустройство"};

    private final SampleRandom random;

    SampleVentures(SampleRandom random) {
        this.random = random;
    }

    void undertake(SampleHousehold household) {
        int stage = SampleGeography.stage(household.settlement().okrug());
        SampleRandom own = random.split(1, household.index());
        SamplePerson participant = stage > 0 && own.chance(household.need(SampleDays.FIRST) > 450 ? 610 : 390)
                ? participant(household, own)
                : null;
        if (participant != null) {
            takePart(participant, household, stage, own);
        }
        for (SampleStay stay : household.stays()) {
            if (stay.person() != participant && stay.person().firstHome() == household) {
                perhapsRegister(stay.person(), household, stage > 0);
            }
        }
    }

    private static SamplePerson participant(SampleHousehold household, SampleRandom own) {
        int heads = 0;
        SamplePerson chosen = null;
        for (SampleStay stay : household.stays()) {
            boolean leads = stay.relation() == SampleRelation.HEAD || stay.relation() == SampleRelation.SPOUSE;
            int age = stay.person().age(SampleDays.FIRST);
            if (leads && age >= 20 && age <= 56 && stay.person().venture() == null && own.below(++heads) == 0) {
                chosen = stay.person();
            }
        }
        return chosen;
    }

    private void takePart(SamplePerson person, SampleHousehold household, int stage, SampleRandom own) {
        int opened = stage == 1 ? SampleDays.day(2020, 2, 3) : SampleDays.day(2022, 10, 3);
        int from = Math.max(household.from() + 1, opened) + own.below(stage == 1 ? 540 : 420);
        if (from >= LAST || person.isGone(from)) {
            return;
        }
        var venture = new SampleVenture(OKEDS[own.below(OKEDS.length)], own.chance(780));
        person.start(venture);
        boolean leaves = own.chance(80);
        int to = leaves ? Math.min(LAST, from + own.between(60, 900)) : NEVER;
        int direction = 1 + own.weighted(180, 520, 90, 110, 100);
        int due = from + own.oneOf(90, 180);
        venture.enrol(new Enrolment(
                from, to, household.settlement().okrug(), direction, due, leaves ? own.oneOf(LEFT_REASONS) : ""));
        int path = own.weighted(70, 660, 270);
        if (path == 0) {
            run(person, from - own.between(200, 1500), 9, own);
        } else if (path == 1) {
            run(person, from + 3 + own.below(own.chance(700) ? 110 : 420), 8, own);
        } else if (own.chance(60)) {
            run(person, from + own.between(420, 900), 11, own);
        }
    }

    private void perhapsRegister(SamplePerson person, SampleHousehold household, boolean nearPilot) {
        SampleRandom own = random.split(2, person.index());
        int age = person.age(Math.max(SampleDays.FIRST, person.birth()));
        if (person.venture() != null || age > 58) {
            return;
        }
        int begins = age >= 21 && own.chance(household.need(SampleDays.FIRST) > 550 ? 24 : 58)
                ? SampleDays.FIRST - own.below(2200)
                : NEVER;
        for (int year = SampleDays.FIRST_YEAR; year <= SampleDays.LAST_YEAR && begins == NEVER; year++) {
            int day = SampleDays.newYear(year) + own.below(365);
            if (day - person.birth() > 20 * 366 && own.chance(nearPilot ? 19 : 12)) {
                begins = day;
            }
        }
        if (begins < LAST && !person.isGone(Math.max(begins, SampleDays.FIRST))) {
            person.start(new SampleVenture(OKEDS[own.below(OKEDS.length)], own.chance(720)));
            run(person, begins, 9, own);
        }
    }

    /** The life of a registration, month by month, up to its end, the reform or the sample's last day. */
    private void run(SamplePerson person, int begun, int closingPerMille, SampleRandom own) {
        SampleVenture venture = person.venture();
        int from = begun;
        int end = Math.min(LAST, person.diedOn());
        if (from >= end) {
            return;
        }
        String regime = OLD_REGIMES[own.weighted(250, begun < SampleDays.day(2021, 1, 1) ? 0 : 130, 400, 60, 130, 20)];
        if (begun >= REFORM) {
            regime = own.chance(850) ? "SIMPLIFIED" : "PEASANT_FARM";
        }
        boolean active = true;
        int day = Math.max(begun, SampleDays.FIRST - 400) + 20 + own.below(20);
        while (day < end) {
            if (from < REFORM && day >= REFORM && (regime.equals("PATENT") || regime.equals("MOBILE_APP"))) {
                reform(venture, new Registration(from, REFORM, active ? "ACTIVE" : "SUSPENDED", "", regime), end, own);
                return;
            }
            if (active && own.chance(closingPerMille)) {
                venture.add(new Registration(from, day, "ACTIVE", "", regime));
                close(venture, day, end, regime, own);
                return;
            }
            if (active ? own.chance(4) : own.chance(130)) {
                venture.add(new Registration(from, day, active ? "ACTIVE" : "SUSPENDED", "", regime));
                if (!active && own.chance(420)) {
                    close(venture, day, end, regime, own);
                    return;
                }
                from = day;
                active = !active;
            }
            day += 28 + own.below(6);
        }
        lastSpell(person, venture, from, active, regime, own);
    }

    /** Of the dead some stay registered for a while, and some are never taken off: contradictions to be found. */
    private static void lastSpell(
            SamplePerson person, SampleVenture venture, int from, boolean active, String regime, SampleRandom own) {
        boolean dead = person.diedOn() != NEVER;
        int to = dead && own.chance(850) ? person.diedOn() + own.between(1, 90) : NEVER;
        to = to < LAST ? to : NEVER;
        venture.add(new Registration(from, to, active ? "ACTIVE" : "SUSPENDED", "", regime));
        if (to < LAST) {
            venture.add(new Registration(to, NEVER, "DEREGISTERED", "DEATH", regime));
        }
    }

    private static void close(SampleVenture venture, int day, int end, String regime, SampleRandom own) {
        String reason = own.oneOf("OWN_WISH", "OWN_WISH", "OWN_WISH", "TAX_BODY", "TAX_BODY", "COURT", "OTHER");
        int again = own.chance(170) ? day + own.between(12, 700) : NEVER;
        if (again >= end) {
            again = NEVER;
        }
        boolean silent = own.chance(60); // ended without a row that says so
        if (!silent) {
            venture.add(new Registration(day, again, "DEREGISTERED", reason, regime));
        }
        if (again != NEVER) {
            venture.add(new Registration(again, NEVER, "ACTIVE", "", again < REFORM ? "RETAIL_TAX" : "SIMPLIFIED"));
        }
    }

    /** 1 January 2026: patent and mobile application end, and with them most registrations under them. */
    private static void reform(SampleVenture venture, Registration ending, int end, SampleRandom own) {
        venture.add(ending);
        int fate = own.weighted(830, 90, 80);
        int again = fate == 1 ? REFORM + own.between(5, 75) : NEVER;
        if (fate == 2) {
            venture.add(new Registration(REFORM, NEVER, ending.status(), "", "SIMPLIFIED"));
            return;
        }
        again = again < end ? again : NEVER;
        venture.add(new Registration(REFORM, again, "DEREGISTERED", "LAW_2026", ending.regime()));
        if (again != NEVER) {
            venture.add(new Registration(again, NEVER, "ACTIVE", "", "SIMPLIFIED"));
        }
    }
}
