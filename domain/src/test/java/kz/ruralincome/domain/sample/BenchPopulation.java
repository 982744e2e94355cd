package kz.ruralincome.domain.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Any number of people with about five spells each over four years, 2022 to 2025, for measurements: made while it is
 * read, household by household, so that a million people need no memory.
 *
 * <p>Each household has five members, three of them of working age. Rows come in the order of households, as a register
 * would send them.
 */
public final class BenchPopulation {

    /** The first day of the four years. */
    public static final LocalDate BEGIN = LocalDate.of(2022, 1, 1);

    /** The day after the last of the four years. */
    public static final LocalDate END = LocalDate.of(2026, 1, 1);

    private static final int SIZE = 5;
    private static final int GROWN = 3;
    private static final int FIRST = (int) BEGIN.toEpochDay();
    private static final int DAYS = (int) END.toEpochDay() - FIRST;
    private static final String[] KINDS = {
        "UNPRODUCTIVE_SELF_EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "WAGE_EMPLOYED", "INACTIVE"
    };

    private final SampleGeography geography = new SampleGeography();
    private final SampleRandom random;
    private final int households;

    private BenchPopulation(long seed, int persons) {
        this.random = new SampleRandom(seed);
        this.households = persons / SIZE;
    }

    /** A population of so many persons, in households of five. */
    public static BenchPopulation of(long seed, int persons) {
        return new BenchPopulation(seed, persons);
    }

    /** The files in the order in which they are to be loaded. */
    public List<SampleFile> files() {
        return List.of(
                file("households", "household_no,from,kato", this::locality),
                file(
                        "members",
                        "household_no,iin,from,to,birth_date,sex,family_name,given_name,relation",
                        this::members),
                file("vital-events", "iin,date,kind", this::events),
                file("assistance", "household_no,from,to,kind,monthly_amount,per_capita_income", this::assistance),
                file("occupations", "iin,source,from,to,kind", (home, out) -> occupations(home, out, 0)),
                file(
                        "registrations",
                        "iin,registration_no,from,to,status,reason,oked,tax_regime",
                        this::registrations));
    }

    /** One of the {@link #files}. */
    public SampleFile file(String list) {
        return files().stream()
                .filter(file -> file.list().equals(list))
                .findFirst()
                .orElseThrow();
    }

    /** A later file of occupations in which the spells of so many in a thousand grown-ups have another kind. */
    public SampleFile corrections(int perMille) {
        return file("occupations", "iin,source,from,to,kind", (home, out) -> occupations(home, out, perMille));
    }

    private SampleFile file(String list, String columns, SampleFile.Part rows) {
        return new SampleFile(list, END, columns, households, rows);
    }

    private static String number(int household) {
        return "B-" + (1_000_000 + household);
    }

    /** Unique by its making: of people born on one day each has a range of serials of their own. */
    private static long iin(int household, int member) {
        int range = member < GROWN ? 12_000 : 5_000;
        int place = member < GROWN ? household * GROWN + member : household * (SIZE - GROWN) + member - GROWN;
        LocalDate birth = birth(household, member);
        int serial = place / range * 8;
        long iin = -1;
        while (iin < 0) {
            iin = SampleIins.of(birth, (birth.getYear() < 2000 ? 3 : 5) + member % 2, serial++);
        }
        return iin;
    }

    private static LocalDate birth(int household, int member) {
        int place = member < GROWN ? household * GROWN + member : household * (SIZE - GROWN) + member - GROWN;
        return member < GROWN
                ? LocalDate.of(1968, 1, 1).plusDays(place % 12_000)
                : LocalDate.of(2006, 1, 1).plusDays(place % 5_000);
    }

    private SampleGeography.Settlement settlement(SampleRandom own) {
        List<SampleGeography.District> districts = geography.districts();
        return districts.get(own.below(districts.size())).settlement(own);
    }

    private void locality(int household, SampleCsv out) {
        SampleRandom own = random.split(1, household);
        out.row(number(household), "", settlement(own).kato());
        if (own.chance(60)) {
            out.row(
                    number(household),
                    SampleDays.text(FIRST + own.below(DAYS)),
                    settlement(own).kato());
        }
    }

    private void members(int household, SampleCsv out) {
        SampleRandom own = random.split(2, household);
        for (int member = 0; member < SIZE; member++) {
            boolean moves = member == 2 && household > 0 && own.chance(80);
            int day = FIRST + own.below(DAYS);
            member(number(household), household, member, FIRST - 900, moves ? day : SampleDays.NEVER, out);
            if (moves) {
                member(number(household - 1), household, member, day, SampleDays.NEVER, out);
            }
        }
    }

    private static void member(String home, int household, int member, int from, int to, SampleCsv out) {
        out.row(
                home,
                SampleIins.text(iin(household, member)),
                SampleDays.text(from),
                SampleDays.text(to),
                birth(household, member),
                member % 2 == 0 ? "M" : "F",
                "Санақов",
                "Мысал",
                member == 0 ? "HEAD" : member == 1 ? "SPOUSE" : "CHILD");
    }

    private void events(int household, SampleCsv out) {
        SampleRandom own = random.split(3, household);
        for (int member = 0; member < SIZE; member++) {
            if (own.chance(25)) {
                String day = SampleDays.text(FIRST + own.below(DAYS));
                out.row(SampleIins.text(iin(household, member)), day, own.oneOf("DIED", "LEFT", "LEFT"));
            }
        }
    }

    private void assistance(int household, SampleCsv out) {
        SampleRandom own = random.split(4, household);
        int quarter = own.chance(360) ? own.below(8) : 16;
        for (; quarter < 16; quarter++) {
            if (own.chance(830)) {
                int perCapita = own.between(8_000, 25_000);
                out.row(
                        number(household),
                        SampleDays.text(SampleDays.quarterStart(2022 + quarter / 4, quarter % 4)),
                        SampleDays.text(SampleDays.quarterEnd(2022 + quarter / 4, quarter % 4)),
                        own.chance(800) ? "CONDITIONAL" : "UNCONDITIONAL",
                        (27_000 - perCapita) * SIZE,
                        perCapita);
            }
        }
    }

    private void occupations(int household, SampleCsv out, int correctedPerMille) {
        for (int member = 0; member < GROWN; member++) {
            SampleRandom own = random.split(5, household * GROWN + member);
            boolean corrected = own.chance(correctedPerMille);
            if (correctedPerMille > 0 && !corrected) {
                continue;
            }
            String iin = SampleIins.text(iin(household, member));
            int step = DAYS / own.between(2, 4);
            int kind = own.below(KINDS.length);
            for (int from = FIRST - 400 + own.below(400); from < FIRST + DAYS; ) {
                int to = from + step - own.below(step / 3);
                String until = to < FIRST + DAYS ? SampleDays.text(to) : "";
                String shown = KINDS[(kind + (corrected ? 1 : 0)) % KINDS.length];
                out.row(iin, "LABOUR_REGISTER", SampleDays.text(from), until, shown);
                kind += 1 + own.below(KINDS.length - 1);
                from = to + (own.chance(300) ? own.below(40) : 0);
            }
            if (own.chance(300)) {
                int from = FIRST + own.below(DAYS / 2);
                out.row(iin, "CONTRIBUTIONS", SampleDays.text(from), SampleDays.text(from + 300), "WAGE_EMPLOYED");
            }
        }
    }

    private void registrations(int household, SampleCsv out) {
        for (int member = 0; member < GROWN; member++) {
            SampleRandom own = random.split(6, household * GROWN + member);
            if (!own.chance(160)) {
                continue;
            }
            long iin = iin(household, member);
            int from = FIRST - 300 + own.below(DAYS);
            int suspended = from + own.between(60, 400);
            int ended = suspended + own.between(30, 300);
            boolean ends = own.chance(600);
            registration(iin, from, ends ? suspended : SampleDays.NEVER, "ACTIVE", "", out);
            if (ends) {
                registration(iin, suspended, ended, "SUSPENDED", "", out);
                registration(iin, ended, SampleDays.NEVER, "DEREGISTERED", "OWN_WISH", out);
            }
        }
    }

    private static void registration(long iin, int from, int to, String status, String reason, SampleCsv out) {
        out.row(
                SampleIins.text(iin),
                "",
                SampleDays.text(from),
                SampleDays.text(to),
                status,
                reason,
                "01411",
                "SIMPLIFIED");
    }
}
