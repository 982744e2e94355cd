package kz.ruralincome.domain.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample region: the villages of Zhambyl region with people who never lived, from 2020 to the sample's last day, as
 * the lists that registers would send. The same seed gives the same files, byte for byte.
 *
 * <p>The region of {@link #region()} comes to what was printed about 2022: see {@link SampleTargets}.
 */
public final class SampleRegion {

    private static final long SEED = 310_000_000L;
    private static final int YEARS = SampleDays.LAST_YEAR - SampleDays.FIRST_YEAR + 1;

    private static final LocalDate ALL = SampleDays.LAST_DAY;

    private final SampleGeography geography = new SampleGeography();
    private final List<SampleHousehold> households;
    private final List<SamplePerson> people;
    private final SampleRandom random;
    private final SampleSupport support;
    private final SampleLoans loans;

    private SampleRegion(long seed, SampleTargets targets) {
        random = new SampleRandom(seed);
        var iins = new SampleIins(targets.people() * 5 / 4, random.split(1, 0));
        var families = new SampleFamilies(random.split(2, 0), iins);
        families.settle(geography, targets.people());
        new SampleLives(random.split(3, 0), geography, families).live();
        households = families.households();
        people = families.people();
        var ventures = new SampleVentures(random.split(4, 0));
        households.forEach(ventures::undertake);
        var assistance = new SampleAssistance(random.split(5, 0), households, targets);
        assistance.assign();
        if (targets.exact()) {
            new SampleFit(assistance, households, random.split(6, 0), 2021).meet(SampleTargets.PERSONS_2021);
            new SampleFit(assistance, households, random.split(6, 0), 2022)
                    .meet(SampleTargets.PERSONS_2022, SampleTargets.HOUSEHOLDS_2022);
        }
        support = new SampleSupport(random.split(7, 0), households, people, targets);
        loans = new SampleLoans(random.split(13, 0), people);
    }

    /** The region of about 150,000 people that the program brings. */
    public static SampleRegion region() {
        return new SampleRegion(SEED, SampleTargets.region());
    }

    /** A region of the same shape with about so many people, without the published figures: for tests. */
    public static SampleRegion small(long seed, int people) {
        return new SampleRegion(seed, SampleTargets.small(people));
    }

    /** The day on which the sample stands, as officials report: the first of a month. */
    public static LocalDate lastDay() {
        return SampleDays.LAST_DAY;
    }

    /** The files in the order in which they are to be loaded: each list once, then the late corrections of some
     * and the consents that borrowers gave to their lenders. */
    public List<SampleFile> files() {
        var homes = new SampleHomes(random.split(8, 0), new SampleNames(random.split(9, 0)));
        var aid = new SampleAid(random.split(10, 0));
        var occupations = new SampleOccupations(random.split(11, 0));
        var participants = new SampleParticipants(random.split(12, 0));
        var plans = new SamplePlans(geography);
        List<SampleFile> files = new ArrayList<>();
        files.add(new SampleFile("calendar", null, SampleOffice.CALENDAR_COLUMNS, YEARS, SampleOffice::calendar));
        files.add(new SampleFile(
                "parameters", null, SampleOffice.PARAMETER_COLUMNS, YEARS * 4, SampleOffice::parameters));
        files.add(new SampleFile(
                "pilot-areas", null, SampleOffice.PILOT_AREA_COLUMNS, 1, (part, out) -> SampleOffice.pilotAreas(out)));
        files.add(ofHouseholds("households", SampleHomes.HOUSEHOLD_COLUMNS, homes::household));
        files.add(ofHouseholds("members", SampleHomes.MEMBER_COLUMNS, (home, out) -> homes.members(home, out, false)));
        files.add(
                ofPeople("vital-events", ALL, SampleHomes.EVENT_COLUMNS, (one, out) -> homes.events(one, out, false)));
        files.add(ofHouseholds(
                "assistance", SampleAid.ASSISTANCE_COLUMNS, (home, out) -> aid.assistance(home, out, false)));
        files.add(ofHouseholds("payments", SampleAid.PAYMENT_COLUMNS, aid::payments));
        files.add(ofPeople(
                "occupations", ALL, SampleOccupations.COLUMNS, (one, out) -> occupations.occupations(one, out, false)));
        files.add(ofPeople(
                "incomes",
                SampleParticipants.INCOMES_COVER_TO,
                SampleParticipants.INCOME_COLUMNS,
                participants::incomes));
        files.add(ofPeople(
                "registrations",
                ALL,
                SampleParticipants.REGISTRATION_COLUMNS,
                (one, out) -> participants.registrations(one, out, false)));
        files.add(ofPeople("enrolments", ALL, SampleParticipants.ENROLMENT_COLUMNS, participants::enrolment));
        files.add(ofPeople("consents", ALL, SampleParticipants.CONSENT_COLUMNS, participants::consents));
        files.add(ofPeople("social-packages", ALL, SampleSupport.PACKAGE_COLUMNS, support::packages));
        files.add(ofPeople("measures", ALL, SampleSupport.MEASURE_COLUMNS, support::measures));
        files.add(new SampleFile(
                "rehabilitation", ALL, SamplePlans.REHABILITATION_COLUMNS, YEARS * 12, plans::rehabilitation));
        files.add(new SampleFile("plans", null, SamplePlans.PLAN_COLUMNS, YEARS, plans::plans));
        files.add(new SampleFile("peer-figures", null, SamplePlans.PEER_COLUMNS, YEARS * 12, plans::peers));
        addCorrections(files, homes, aid, occupations, participants);
        var consents = new SampleLoanConsents(random.split(14, 0), loans, participants);
        files.add(ofPeople("consents", ALL, SampleParticipants.CONSENT_COLUMNS, consents::consents));
        return files;
    }

    private void addCorrections(
            List<SampleFile> files,
            SampleHomes homes,
            SampleAid aid,
            SampleOccupations occupations,
            SampleParticipants participants) {
        files.add(ofHouseholds(
                "members", late(SampleHomes.MEMBER_COLUMNS), (home, out) -> homes.members(home, out, true)));
        files.add(ofPeople(
                "vital-events", ALL, late(SampleHomes.EVENT_COLUMNS), (one, out) -> homes.events(one, out, true)));
        files.add(ofHouseholds(
                "assistance", late(SampleAid.ASSISTANCE_COLUMNS), (home, out) -> aid.assistance(home, out, true)));
        files.add(ofPeople(
                "occupations",
                ALL,
                late(SampleOccupations.COLUMNS),
                (one, out) -> occupations.occupations(one, out, true)));
        files.add(ofPeople(
                "registrations",
                ALL,
                late(SampleParticipants.REGISTRATION_COLUMNS),
                (one, out) -> participants.registrations(one, out, true)));
    }

    /** What the lenders send: first all their loans, then what has changed since, or was mistaken. */
    public List<SampleLoanBatch> loanBatches() {
        return new SampleLoanBook(loans, random.split(13, 0)).batches();
    }

    /** The repayments that lenders take back after their batches. */
    public List<SampleLoanBatch.Reversal> reversals() {
        return new SampleLoanBook(loans, random.split(13, 0)).reversals();
    }

    private static String late(String columns) {
        return columns + ",action";
    }

    private SampleFile ofHouseholds(String list, String columns, Rows<SampleHousehold> rows) {
        return new SampleFile(
                list, ALL, columns, households.size(), (part, out) -> rows.write(households.get(part), out));
    }

    private SampleFile ofPeople(String list, LocalDate coversTo, String columns, Rows<SamplePerson> rows) {
        return new SampleFile(list, coversTo, columns, people.size(), (part, out) -> rows.write(people.get(part), out));
    }

    @FunctionalInterface
    private interface Rows<T> {
        void write(T subject, SampleCsv out);
    }
}
