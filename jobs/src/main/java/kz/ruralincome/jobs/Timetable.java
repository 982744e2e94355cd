package kz.ruralincome.jobs;

import jakarta.ejb.Singleton;

/** What all scheduled jobs have in common: the clock they go by. */
@Singleton
public class Timetable {

    /** The zone of every {@code @Schedule}. */
    public static final String ZONE = "Asia/Almaty";
}
