package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Written;

/** Numbers and dates as the reader's language writes them: {@code 48 298,5} and {@code 01.01.2023} in Kazakh and Russian. */
@Named("format")
@RequestScoped
public class Formats {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    @Inject
    private CurrentLanguage language;

    private Language tongue() {
        return language.get();
    }

    /** A count or an amount with as many decimals as it has, at most two; a dash when there is none. */
    public String number(Number value) {
        return value == null ? "–" : Written.plain(tongue(), value);
    }

    /** An amount in tenge: whole, or with both digits of the tiyn. */
    public String money(BigDecimal value) {
        return value == null ? "–" : Written.money(tongue(), value);
    }

    /** A change: with its sign. */
    public String change(Number value) {
        return value == null ? "–" : Written.signed(tongue(), value);
    }

    /** A share with its sign of per cent. */
    public String percent(Number value) {
        return value == null ? "–" : Written.plain(tongue(), value) + Written.percentSign(tongue());
    }

    /** A change in per cent: with both signs. */
    public String changePercent(Number value) {
        return value == null ? "–" : Written.signed(tongue(), value) + Written.percentSign(tongue());
    }

    /** A day; open ends of spells as a dash. */
    public String date(LocalDate day) {
        return day == null || day.equals(LocalDate.MAX) || day.equals(LocalDate.MIN) ? "–" : Written.day(tongue(), day);
    }

    /** A quarter with its year, in Roman figures. */
    public String quarter(Quarter quarter) {
        return quarter == null
                ? "–"
                : language.say(
                        "layout.quarter",
                        ROMAN.get(quarter.number() - 1),
                        Integer.toString(quarter.first().getYear()));
    }

    /** A moment in Almaty, to the second. */
    public String moment(Temporal moment) {
        return moment == null ? "–" : Written.moment(tongue(), moment);
    }

    /** How long something took, in seconds. */
    public String seconds(Duration duration) {
        return duration == null
                ? "–"
                : Written.plain(
                        tongue(), BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP));
    }
}
