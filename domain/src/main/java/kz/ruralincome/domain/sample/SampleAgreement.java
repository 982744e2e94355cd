package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;

import java.util.Map;
import kz.ruralincome.domain.sample.SampleLoan.Habit;

/**
 * On which terms a loan is agreed, and with whom. Most lie within the programme's terms of their day; some are too dear,
 * too large or too long, and are warned of.
 */
final class SampleAgreement {

    private static final int LEASING_FROM = SampleDays.day(2024, 11, 4);
    private static final int IN_KIND_FROM = SampleDays.day(2025, 1, 1);
    private static final int BANKS_FROM = SampleDays.day(2021, 3, 1);
    private static final int RETURNED_FROM = SampleDays.day(2021, 6, 1);

    private static final String[] PURPOSES = {"LIVESTOCK", "CROPS", "PROCESSING", "SERVICES", "TRADE", "CRAFT", "OTHER"
    };

    private static final String[] SCHEDULES = {"ANNUITY", "DIFFERENTIATED", "OWN"};

    private static final Map<String, String> OKEDS = Map.of(
            "LIVESTOCK", "01411",
            "CROPS", "01131",
            "PROCESSING", "10510",
            "SERVICES", "01620",
            "TRADE", "47112",
            "CRAFT", "32990",
            "OTHER", "96090");

    /** The least and the largest usual sum, in 50,000 tenge. */
    private static final Map<String, int[]> SUMS = Map.of(
            "LIVESTOCK", new int[] {30, 150},
            "CROPS", new int[] {16, 100},
            "PROCESSING", new int[] {60, 165},
            "SERVICES", new int[] {16, 110},
            "TRADE", new int[] {10, 70},
            "CRAFT", new int[] {8, 50},
            "OTHER", new int[] {10, 60});

    private final SampleWorkingDays workingDays;
    private final SampleRandom random;

    SampleAgreement(SampleWorkingDays workingDays, SampleRandom random) {
        this.workingDays = workingDays;
        this.random = random;
    }

    /** A loan as it is agreed on a day. */
    SampleLoan agree(SamplePerson borrower, int serial, int day) {
        SampleRandom own = random.split(2, borrower.index() * 4L + serial);
        SampleLender lender = lender(borrower, day, own);
        int approvedOn = workingDays.move(day);
        int disbursedOn = workingDays.move(approvedOn + own.between(3, 24));
        Habit habit = disbursedOn >= SampleLoanLife.REPORT ? Habit.WAITING : habit(borrower, disbursedOn, own);
        String purpose = purpose(borrower.venture(), own);
        int term = term(purpose, own);
        String schedule = schedule(lender, purpose, own);
        int grace = schedule.equals("OWN") || !own.chance(lender == SampleLender.SPK ? 560 : 200)
                ? 0
                : Math.min(term / 3, own.oneOf(3, 6, 6, 12));
        long principal = principal(purpose, own);
        boolean inTranches = !schedule.equals("OWN") && principal > 2_500_000 && own.chance(60);
        var terms = new SampleTerms(
                purpose,
                oked(borrower.venture(), purpose),
                SampleBorrowers.home(borrower, day).settlement().kato(),
                approvedOn,
                disbursedOn,
                principal,
                rate(lender, own),
                term,
                grace,
                schedule,
                product(purpose, approvedOn, own),
                approvedOn >= RETURNED_FROM && own.chance(120) ? "RETURNED" : "NEW",
                inTranches ? workingDays.move(disbursedOn + own.between(35, 120)) : NEVER);
        return new SampleLoan(borrower, serial, lender, "", terms, habit);
    }

    private static SampleLender lender(SamplePerson borrower, int day, SampleRandom own) {
        boolean takesPart = borrower.venture() != null && borrower.venture().enrolment() != null;
        int place = takesPart ? own.weighted(930, 45, 25) : own.weighted(760, 150, 90);
        return day < BANKS_FROM ? SampleLender.SPK : SampleLender.values()[place];
    }

    /** Who gave the business up pays worse, and who never had one a little. */
    private static Habit habit(SamplePerson borrower, int disbursedOn, SampleRandom own) {
        boolean gaveUp = false;
        if (borrower.venture() != null) {
            for (var registration : borrower.venture().registrations()) {
                gaveUp |= registration.status().equals("DEREGISTERED") && registration.from() >= disbursedOn;
            }
        }
        int failing = gaveUp ? 95 : borrower.venture() == null ? 45 : 26;
        return switch (own.weighted(830, 75, 60, failing, 14)) {
            case 0 -> Habit.GOOD;
            case 1 -> Habit.AHEAD;
            case 2 -> Habit.SLACK;
            case 3 -> Habit.FAILING;
            default -> Habit.CANCELLED;
        };
    }

    private static String purpose(SampleVenture venture, SampleRandom own) {
        if (venture == null) {
            return PURPOSES[own.weighted(620, 150, 40, 80, 80, 20, 10)];
        }
        if (venture.enrolment() == null) {
            return ofOked(venture.oked());
        }
        return switch (venture.enrolment().direction()) {
            case 2 -> "LIVESTOCK";
            case 4 -> "SERVICES";
            case 5 -> PURPOSES[2 + own.weighted(250, 250, 300, 200)];
            default -> "CROPS";
        };
    }

    private static String ofOked(String oked) {
        return switch (oked) {
            case "01411", "01450", "01470" -> "LIVESTOCK";
            case "01131" -> "CROPS";
            case "47112" -> "TRADE";
            default -> "SERVICES";
        };
    }

    private static String oked(SampleVenture venture, String purpose) {
        return venture != null && ofOked(venture.oked()).equals(purpose) ? venture.oked() : OKEDS.get(purpose);
    }

    private static long principal(String purpose, SampleRandom own) {
        if (own.chance(22)) {
            return 50_000L * own.between(195, 330);
        }
        int[] sums = SUMS.get(purpose);
        return 50_000L * ((own.between(sums[0], sums[1]) + own.between(sums[0], sums[1])) / 2);
    }

    private static int term(String purpose, SampleRandom own) {
        int longer = own.chance(24) ? 12 * own.between(1, 3) : 0;
        return switch (purpose) {
            case "LIVESTOCK" -> longer > 0 ? 84 + longer : own.oneOf(36, 48, 60, 60, 84);
            case "CROPS", "PROCESSING" -> longer > 0 ? 84 + longer : own.oneOf(36, 48, 60);
            default -> longer > 0 ? 60 + longer : own.oneOf(12, 24, 24, 36, 36, 48, 60);
        };
    }

    private static String schedule(SampleLender lender, String purpose, SampleRandom own) {
        boolean grows = purpose.equals("LIVESTOCK") || purpose.equals("CROPS");
        int annuity = lender == SampleLender.BANK_B ? 400 : 650;
        return SCHEDULES[own.weighted(annuity, 300, grows && lender != SampleLender.BANK_A ? 150 : 0)];
    }

    /** The programme's rate, but for some loans from a bank's own money. */
    private static int rate(SampleLender lender, SampleRandom own) {
        return switch (lender) {
            case SPK -> own.chance(6) ? 300 : 250;
            case BANK_A -> own.chance(110) ? 1200 : 250;
            case BANK_B -> own.chance(150) ? 600 : 250;
        };
    }

    private static String product(String purpose, int approvedOn, SampleRandom own) {
        boolean isFew = own.chance(60);
        if (isFew && approvedOn >= IN_KIND_FROM && purpose.equals("LIVESTOCK")) {
            return "IN_KIND";
        }
        return isFew && approvedOn >= LEASING_FROM && !purpose.equals("LIVESTOCK") ? "LEASING" : "MONEY";
    }
}
