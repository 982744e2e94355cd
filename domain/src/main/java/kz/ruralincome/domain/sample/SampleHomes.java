package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;
import static kz.ruralincome.domain.sample.SampleDays.text;

/** The lists of households, of their members, and of the days on which people die, leave and return. */
final class SampleHomes {

    static final String HOUSEHOLD_COLUMNS = "household_no,from,kato,address";
    static final String MEMBER_COLUMNS =
            "household_no,iin,from,to,birth_date,sex,family_name,given_name,patronymic,phone,relation";
    static final String EVENT_COLUMNS = "iin,date,kind";

    private static final String[] STREETS = {
        "Үлгі көшесі",
        "Мысал көшесі",
        "ул. Примерная",
        "ул. Образцовая",
        "Кесте көшесі",
        "ул. Табличная",
        "Санақ көшесі"
    };

    private final SampleRandom random;
    private final SampleNames names;

    SampleHomes(SampleRandom random, SampleNames names) {
        this.random = random;
        this.names = names;
    }

    void household(SampleHousehold household, SampleCsv out) {
        SampleRandom own = random.split(1, household.index());
        var settlement = household.settlement();
        boolean known = !own.chance(10); // of one in a hundred only the okrug is known
        String from = household.from() < SampleDays.FIRST ? "" : text(household.from());
        out.row(household.number(), from, known ? settlement.kato() : settlement.okrug(), known ? address(own) : "");
        if (household.movedOn() != NEVER) {
            out.row(household.number(), text(household.movedOn()), household.movedTo(), address(own));
        }
    }

    private static String address(SampleRandom own) {
        return own.oneOf(STREETS) + ", " + own.between(1, 90);
    }

    void members(SampleHousehold household, SampleCsv out, boolean late) {
        for (SampleStay stay : household.stays()) {
            SamplePerson person = stay.person();
            SampleRandom own = random.split(2, person.index());
            boolean misspelt = own.below(100_000) < 60;
            if (late && !misspelt) {
                continue;
            }
            boolean listed = !own.chance(4) || !SampleIins.agrees(person.iin(), person.birth(), person.male());
            String phone =
                    own.chance(700) && person.age(SampleDays.LAST) >= 18 ? "+7000" + (1_000_000 + person.index()) : "";
            String[] name = names.of(person);
            out.row(
                    household.number(),
                    SampleIins.text(person.iin()),
                    text(stay.from()),
                    text(stay.to()),
                    listed ? text(person.birth()) : "",
                    listed ? person.male() ? "M" : "F" : "",
                    misspelt && !late ? name[1] : name[0], // given and family name in each other's place
                    misspelt && !late ? name[0] : name[1],
                    name[2],
                    phone,
                    stay.relation(),
                    late ? "" : null);
        }
    }

    /** Of one death in fifty the register first heard nothing, or the day of its entry. */
    void events(SamplePerson person, SampleCsv out, boolean late) {
        String iin = SampleIins.text(person.iin());
        if (!late && person.leftOn() != NEVER) {
            out.row(iin, text(person.leftOn()), "LEFT");
            if (person.returnedOn() != NEVER) {
                out.row(iin, text(person.returnedOn()), "RETURNED");
            }
        }
        if (person.diedOn() == NEVER) {
            return;
        }
        SampleRandom own = random.split(3, person.index());
        int trouble = own.below(1000);
        int entered = person.diedOn() + own.between(5, 60);
        if (trouble >= 20) {
            if (!late) {
                out.row(iin, text(person.diedOn()), "DIED");
            }
        } else if (late) {
            if (trouble >= 8) {
                out.row(iin, text(entered), "DIED", "REMOVE");
            }
            out.row(iin, text(person.diedOn()), "DIED", "");
        } else if (trouble >= 8) {
            out.row(iin, text(entered), "DIED");
        }
    }
}
