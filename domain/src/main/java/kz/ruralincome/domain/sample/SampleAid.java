package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.LAST;
import static kz.ruralincome.domain.sample.SampleDays.text;

/** The lists of assistance and of its payments. */
final class SampleAid {

    static final String ASSISTANCE_COLUMNS = "household_no,from,to,kind,monthly_amount,per_capita_income";
    static final String PAYMENT_COLUMNS = "household_no,paid_on,reference,amount";

    private final SampleRandom random;

    SampleAid(SampleRandom random) {
        this.random = random;
    }

    /**
     * A few spells were first entered with a wrong amount, forgotten, or given to a household that had none; the late
     * file puts it right.
     */
    void assistance(SampleHousehold household, SampleCsv out, boolean late) {
        for (SampleSpell spell : household.spells()) {
            SampleRandom own = random.split(spell.from(), household.index());
            int trouble = own.below(10_000);
            if (late ? trouble < 30 : trouble >= 30) {
                spell(household, spell, 0, out, late);
            } else if (!late && trouble >= 7) {
                spell(household, spell, 100 * own.between(10, 60), out, false);
            }
        }
        wronglyGiven(household, out, late);
    }

    private static void spell(SampleHousehold household, SampleSpell spell, int wrong, SampleCsv out, boolean late) {
        out.row(
                household.number(),
                text(spell.from()),
                text(spell.to()),
                spell.conditional() ? "CONDITIONAL" : "UNCONDITIONAL",
                spell.monthlyAmount() + wrong,
                spell.perCapita(),
                late ? "" : null);
    }

    private void wronglyGiven(SampleHousehold household, SampleCsv out, boolean late) {
        SampleRandom own = random.split(1, household.index());
        int year = own.between(SampleDays.FIRST_YEAR, SampleDays.LAST_YEAR);
        int quarter = own.below(3);
        int from = SampleDays.quarterStart(year, quarter);
        int to = SampleDays.quarterEnd(year, quarter);
        boolean free = household.spells().stream().noneMatch(spell -> spell.from() < to && spell.to() > from);
        if (own.below(10_000) < 40 && free && household.from() <= from && household.size(from) > 0) {
            int size = household.size(from);
            int perCapita = SampleMoney.povertyLine(year, quarter) - 6_000;
            var spell = new SampleSpell(from, to, true, 6_000 * size, perCapita);
            if (late) {
                out.row(household.number(), text(from), text(to), "CONDITIONAL", 6_000 * size, perCapita, "REMOVE");
            } else {
                spell(household, spell, 0, out, false);
            }
        }
    }

    /** One payment for each assignment; of one in forty nothing was paid. */
    void payments(SampleHousehold household, SampleCsv out) {
        for (SampleSpell spell : household.spells()) {
            SampleRandom own = random.split(2, household.index() * 100_000L + spell.from());
            int paidOn = Math.min(spell.to() - 1, spell.from() + own.between(9, 35));
            if (!own.chance(25) && paidOn < LAST) {
                String reference = own.chance(500) ? "PO-" + (100_000 + own.below(900_000)) : "";
                out.row(household.number(), text(paidOn), reference, spell.monthlyAmount() * spell.months());
            }
        }
    }
}
