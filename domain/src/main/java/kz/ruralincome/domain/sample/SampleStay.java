package kz.ruralincome.domain.sample;

/** A membership: a person's stay in a household, from one day up to another on which it no longer holds. */
final class SampleStay {

    private final SamplePerson person;
    private final SampleHousehold household;
    private final int from;
    private int to = SampleDays.NEVER;
    private final SampleRelation relation;

    SampleStay(SamplePerson person, SampleHousehold household, int from, SampleRelation relation) {
        this.person = person;
        this.household = household;
        this.from = from;
        this.relation = relation;
    }

    void end(int day) {
        to = day;
    }

    /** Whether the person is here, alive and not away, on at least one day of [{@code begin}, {@code end}). */
    boolean isPresent(int begin, int end) {
        int first = Math.max(from, begin);
        int last = Math.min(Math.min(to, end), person.diedOn());
        return first < last && !(person.leftOn() <= first && person.returnedOn() >= last);
    }

    boolean isPresentOn(int day) {
        return isPresent(day, day + 1);
    }

    SamplePerson person() {
        return person;
    }

    SampleHousehold household() {
        return household;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    SampleRelation relation() {
        return relation;
    }
}
