package kz.ruralincome.domain.sample;

import java.util.ArrayList;
import java.util.List;

/** What one person undertook: a part in the pilot, registrations as an entrepreneur, or both. */
final class SampleVenture {

    /** How a person took part in the pilot. */
    record Enrolment(int from, int to, int okrug, int direction, int due, String leftReason) {}

    /** A spell of a registration, by the words of the list {@code registrations}. */
    record Registration(int from, int to, String status, String reason, String regime) {}

    private final List<Registration> registrations = new ArrayList<>(2);
    private Enrolment enrolment;
    private final String oked;
    private final boolean lifting;

    /** @param lifting whether the household needs no assistance as long as the business runs */
    SampleVenture(String oked, boolean lifting) {
        this.oked = oked;
        this.lifting = lifting;
    }

    void enrol(Enrolment begun) {
        enrolment = begun;
    }

    void add(Registration registration) {
        registrations.add(registration);
    }

    /** Whether the business has run for a month or more on that day, and is one that lifts the household. */
    boolean liftsOn(int day) {
        if (!lifting) {
            return false;
        }
        for (Registration registration : registrations) {
            if (registration.status().equals("ACTIVE") && registration.from() + 30 <= day && day < registration.to()) {
                return true;
            }
        }
        return false;
    }

    /** The day of the first registration, or the end that never comes. */
    int registeredOn() {
        return registrations.isEmpty() ? SampleDays.NEVER : registrations.get(0).from();
    }

    boolean isDeregisteredByReform() {
        for (Registration registration : registrations) {
            if ("LAW_2026".equals(registration.reason())) {
                return true;
            }
        }
        return false;
    }

    List<Registration> registrations() {
        return registrations;
    }

    Enrolment enrolment() {
        return enrolment;
    }

    String oked() {
        return oked;
    }
}
