package kz.ruralincome.domain.jobrun;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** A duty that is done each night, or in some nights, and on demand. */
public interface Job {

    /** Stands in URLs, as {@code movement-tracking}. */
    String name();

    /** When in the night, in Almaty. */
    LocalTime at();

    /** The first business date from that one on for which a run is due: each, unless the job says otherwise. */
    default LocalDate firstDueFrom(LocalDate day) {
        return day;
    }

    /** Whether it can do its work anew from nothing. */
    default boolean hasFullRun() {
        return false;
    }

    /**
     * Does the work in the transaction of the run's connection; nothing else of it counts when the claim was lost.
     *
     * @return what was done, by name, to be kept and shown
     */
    Map<String, Long> run(RunContext context) throws SQLException;
}
