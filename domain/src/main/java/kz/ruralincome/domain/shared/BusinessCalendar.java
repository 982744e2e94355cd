package kz.ruralincome.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The only place that asks what day it is. */
@ApplicationScoped
public class BusinessCalendar {

    /** The zone in which days begin. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private static final String FIXED_DATE = "pilot.business.date";

    @Inject
    private Config config;

    private volatile LocalDate lastDayOfSample;

    /** Today in Almaty, or the date that stands in for it. */
    public LocalDate today() {
        return fixedDate().orElseGet(() -> LocalDate.now(ZONE));
    }

    /** The date that stands in for today, when one does: the setting, else the last day of a sample. */
    public Optional<LocalDate> fixedDate() {
        return config.getOptionalValue(FIXED_DATE, LocalDate.class).or(() -> Optional.ofNullable(lastDayOfSample));
    }

    /** The day of a moment in Almaty, or the date that stands in for today. */
    public LocalDate dayOf(OffsetDateTime moment) {
        return fixedDate().orElseGet(() -> moment.atZoneSameInstant(ZONE).toLocalDate());
    }

    /** The database holds a sample, in which time stands still on this day. */
    public void standOn(LocalDate lastDay) {
        lastDayOfSample = lastDay;
    }
}
