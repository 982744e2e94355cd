package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Language;

/** Numbers and dates as the reader's language writes them: {@code 48 298,5} and {@code 01.01.2023} in Kazakh and Russian. */
@Named("format")
@RequestScoped
public class Formats {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';

    @Inject
    private CurrentLanguage language;

    private Language tongue() {
        return language.get();
    }

    /** A count or an amount with as many decimals as it has, at most two; a dash when there is none. */
    public String number(Number value) {
        return value == null ? "–" : plain(tongue(), value);
    }

    /** An amount in tenge: whole, or with both digits of the tiyn. */
    public String money(BigDecimal value) {
        return value == null ? "–" : money(tongue(), value);
    }

    /** A change: with its sign. */
    public String change(Number value) {
        return value == null ? "–" : signed(tongue(), value);
    }

    /** A share with its sign of per cent. */
    public String percent(Number value) {
        return value == null ? "–" : plain(tongue(), value) + percentSign(tongue());
    }

    /** A change in per cent: with both signs. */
    public String changePercent(Number value) {
        return value == null ? "–" : signed(tongue(), value) + percentSign(tongue());
    }

    /** A day; open ends of spells as a dash. */
    public String date(LocalDate day) {
        return day == null || day.equals(LocalDate.MAX) || day.equals(LocalDate.MIN) ? "–" : day(tongue(), day);
    }

    /** A moment in Almaty, to the second. */
    public String moment(Temporal moment) {
        return moment == null ? "–" : moment(tongue(), moment);
    }

    /** How long something took, in seconds. */
    public String seconds(Duration duration) {
        return duration == null
                ? "–"
                : plain(tongue(), BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP));
    }

    static String plain(Language language, Number value) {
        return written(
                language, value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString()), "#,##0.##");
    }

    static String money(Language language, BigDecimal value) {
        return written(language, value, value.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0");
    }

    private static String written(Language language, BigDecimal value, String pattern) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setMinusSign(MINUS);
        if (language != Language.EN) {
            symbols.setGroupingSeparator(NO_BREAK_SPACE);
            symbols.setDecimalSeparator(',');
        }
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    static String signed(Language language, Number value) {
        String text = plain(language, value);
        return new BigDecimal(value.toString()).signum() > 0 ? "+" + text : text;
    }

    private static String percentSign(Language language) {
        return language == Language.EN ? "%" : NO_BREAK_SPACE + "%";
    }

    static String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.EN ? "d MMM uuuu" : "dd.MM.uuuu", language.locale())
                .format(day);
    }

    static String moment(Language language, Temporal moment) {
        var local = (moment instanceof OffsetDateTime at ? at.toInstant() : Instant.from(moment))
                .atZone(BusinessCalendar.ZONE);
        return day(language, local.toLocalDate())
                + NO_BREAK_SPACE
                + DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
    }
}
