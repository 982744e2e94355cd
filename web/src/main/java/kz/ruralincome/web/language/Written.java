package kz.ruralincome.web.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import kz.ruralincome.domain.shared.BusinessCalendar;

/** Numbers and dates as a language writes them: {@code 48 298,5} and {@code 01.01.2023} in Kazakh and Russian. */
public final class Written {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';

    private Written() {}

    public static String plain(Language language, Number value) {
        return written(
                language, value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString()), "#,##0.##");
    }

    /** With all the decimals that the value has, and no others. */
    public static String exact(Language language, BigDecimal value) {
        return written(language, value, value.scale() > 0 ? "#,##0." + "0".repeat(value.scale()) : "#,##0");
    }

    public static String money(Language language, BigDecimal value) {
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

    public static String signed(Language language, Number value) {
        String text = plain(language, value);
        return new BigDecimal(value.toString()).signum() > 0 ? "+" + text : text;
    }

    /** A share in per cent with one decimal and its sign of per cent, as it is printed; a change with both signs. */
    public static String share(Language language, BigDecimal value, boolean isChange) {
        String text = written(language, value, "#,##0.0") + percentSign(language);
        return isChange && value.signum() > 0 ? "+" + text : text;
    }

    public static String percentSign(Language language) {
        return language == Language.EN ? "%" : NO_BREAK_SPACE + "%";
    }

    public static String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.EN ? "d MMM uuuu" : "dd.MM.uuuu", language.locale())
                .format(day);
    }

    /** The month of a day, with its year. */
    public static String month(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.EN ? "MMM uuuu" : "MM.uuuu", language.locale())
                .format(day);
    }

    public static String moment(Language language, Temporal moment) {
        var local = (moment instanceof OffsetDateTime at ? at.toInstant() : Instant.from(moment))
                .atZone(BusinessCalendar.ZONE);
        return day(language, local.toLocalDate())
                + NO_BREAK_SPACE
                + DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
    }
}
