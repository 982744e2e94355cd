package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.NEVER;
import static kz.ruralincome.domain.sample.SampleDays.REFORM;
import static kz.ruralincome.domain.sample.SampleDays.text;

/**
 * The list of occupations, as the sources tell them: the labour register of nearly everyone of working age, the survey
 * of some poor villagers whom no register knew, tax and contribution registers that at times tell another story.
 */
final class SampleOccupations {

    static final String COLUMNS = "iin,source,from,to,kind";

    private static final String[] KINDS = {
        "UNPRODUCTIVE_SELF_EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "WAGE_EMPLOYED", "INACTIVE"
    };
    private static final int WAGE = 3;
    private static final int INACTIVE = 4;

    private final SampleRandom random;

    SampleOccupations(SampleRandom random) {
        this.random = random;
    }

    void occupations(SamplePerson person, SampleCsv out, boolean late) {
        SampleRandom own = random.split(1, person.index());
        int grown = SampleDays.birthday(person.birth(), 18);
        int from = Math.max(grown + own.below(300), SampleDays.SURVEY - own.below(900));
        int age = (SampleDays.FIRST - person.birth()) / 365;
        if (from >= Math.min(LAST, person.diedOn()) || person.leftOn() <= from || age >= 61 && !own.chance(180)) {
            return;
        }
        boolean polled = SampleGeography.stage(person.firstHome().settlement().okrug()) > 0
                && person.firstHome().need(SampleDays.FIRST) > 450
                && from < SampleDays.FIRST
                && own.chance(380);
        if (polled) {
            write(person, "SCREENING", SampleDays.SURVEY + own.below(60), NEVER, KINDS[0], out, late);
            from = SampleDays.FIRST + 300 + own.below(2600);
        }
        if (from < LAST) {
            labourRegister(person, from, own, out, late);
        }
        otherRegisters(person, Math.max(from, SampleDays.FIRST), own, out, late);
    }

    private void labourRegister(SamplePerson person, int begin, SampleRandom own, SampleCsv out, boolean late) {
        SampleVenture venture = person.venture();
        boolean reformed = venture != null && venture.isDeregisteredByReform() && own.chance(640);
        int end = reformed ? REFORM : NEVER;
        int from = begin;
        int kind = firstKind(person, own);
        while (from < Math.min(end, LAST)) {
            int changed = own.chance(230) ? from + own.between(90, 2200) : NEVER;
            int to = changed < Math.min(end, LAST) ? changed : end;
            write(person, "LABOUR_REGISTER", from, to, KINDS[kind], out, late);
            if (to == NEVER) {
                return;
            }
            from = own.chance(850) ? to : to + own.between(20, 200);
            kind = nextKind(kind, own);
        }
        if (reformed && begin < REFORM) {
            write(person, "TAX_REGISTER", REFORM + own.below(45), NEVER, "SELF_EMPLOYED_REGIME", out, late);
        }
    }

    private static int firstKind(SamplePerson person, SampleRandom own) {
        if (person.age(SampleDays.FIRST) >= 61 && person.birth() < SampleDays.FIRST) {
            return INACTIVE;
        }
        if (person.venture() != null && person.venture().registeredOn() < SampleDays.FIRST) {
            return 1;
        }
        int need = person.lastStay().household().need(SampleDays.FIRST);
        if (need > 600) {
            return own.weighted(330, 90, 230, 130, 220);
        }
        return need > 350 ? own.weighted(180, 190, 90, 370, 170) : own.weighted(60, 210, 30, 570, 130);
    }

    private static int nextKind(int kind, SampleRandom own) {
        int next = own.weighted(170, 240, 150, 330, 110);
        return next == kind ? (kind == WAGE ? 2 : WAGE) : next;
    }

    /** Sources that disagree; and from 2026 people who take the new regime without ever having been registered. */
    private void otherRegisters(SamplePerson person, int begin, SampleRandom own, SampleCsv out, boolean late) {
        if (own.chance(45)) {
            int from = begin + own.below(1500);
            int to = own.chance(600) ? from + own.between(90, 900) : NEVER;
            if (from < LAST) {
                write(person, "CONTRIBUTIONS", from, to, KINDS[WAGE], out, late);
            }
        }
        if (person.venture() == null && own.chance(14)) {
            int from = begin + own.below(1200);
            int to = Math.min(REFORM, from + own.between(120, 1000));
            if (from < to) {
                write(person, "TAX_REGISTER", from, to, KINDS[1], out, late);
            }
        }
        if (person.venture() == null && own.chance(12) && begin < LAST - 200) {
            int from = Math.max(begin, REFORM + own.between(10, 250));
            write(person, "TAX_REGISTER", from, NEVER, "SELF_EMPLOYED_REGIME", out, late);
        }
    }

    /** Of a few spells another kind was entered at first; some were forgotten. */
    private void write(SamplePerson person, String source, int from, int to, String kind, SampleCsv out, boolean late) {
        int trouble = random.split(from, person.index()).below(10_000);
        if (late ? trouble >= 32 : trouble < 8) {
            return;
        }
        boolean wrong = !late && trouble < 32;
        String shown = wrong ? (kind.equals(KINDS[WAGE]) ? KINDS[2] : KINDS[WAGE]) : kind;
        out.row(SampleIins.text(person.iin()), source, text(from), text(to), shown, late ? "" : null);
    }
}
