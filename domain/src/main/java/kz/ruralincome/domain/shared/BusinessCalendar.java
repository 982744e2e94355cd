package kz.ruralincome.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The only place that asks what day it is. */
@ApplicationScoped
public class BusinessCalendar {

    /** The zone in which days begin. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    /** Set while the calendar does not follow the clock. */
    static final String FIXED_DATE = "pilot.business.date";

    @Inject
    private Config config;

    /** Today in Almaty, or the date that stands in for it. */
    public LocalDate today() {
        return fixedDate().orElseGet(() -> LocalDate.now(ZONE));
    }

    /** The date that stands in for today, when one does; pages show it as a banner. */
    public Optional<LocalDate> fixedDate() {
        return config.getOptionalValue(FIXED_DATE, LocalDate.class);
    }
}
