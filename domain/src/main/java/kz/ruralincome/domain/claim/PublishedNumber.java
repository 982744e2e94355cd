package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number as it was printed.
 *
 * @param value what it says
 * @param unit the value of its last printed place: 1 for 48 298, 0.1 for 21.3, 100 million for 3.8 bn; of a whole number
 *     that ends in two zeros or more, that of the place before them
 */
public record PublishedNumber(BigDecimal value, BigDecimal unit) {

    // grouping by spaces of any kind only between three digits, so that "в 2022 году 48 298" is two numbers
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,])([-−–])?(\\d{1,3}(?:[ \\u00A0\\u2009\\u202F]\\d{3})+|\\d+)(?:[.,](\\d+))?(?!\\d)"
                    + "(?:[ \\u00A0\\u202F]*(тыс|тысяч\\p{L}{0,2}|мың\\p{L}{0,3}|млн|миллион\\p{L}{0,3}|млрд"
                    + "|миллиард\\p{L}{0,3}|thousand|million|billion|bn)(?![\\p{L}])\\.?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** By how the word begins: «тысячи», «миллионов» and «миллиардқа» are written out in texts. */
    private static final Map<String, Integer> ZEROS = Map.of(
            "тыс",
            3,
            "мың",
            3,
            "thousand",
            3,
            "млн",
            6,
            "миллион",
            6,
            "million",
            6,
            "млрд",
            9,
            "миллиард",
            9,
            "billion",
            9,
            "bn",
            9);

    private static final int FEWEST_ZEROS_OF_ROUNDING = 2;

    /** Reads a number that stands alone; empty: it is none. */
    public static Optional<PublishedNumber> of(String text) {
        var matcher = NUMBER.matcher(text.strip());
        return matcher.matches() ? Optional.of(read(matcher.toMatchResult())) : Optional.empty();
    }

    /** Every number of a text, in its order; dates and years among them. */
    public static List<PublishedNumber> in(String text) {
        return NUMBER.matcher(text).results().map(PublishedNumber::read).toList();
    }

    private static PublishedNumber read(MatchResult found) {
        String decimals = found.group(3) == null ? "" : found.group(3);
        String digits = found.group(2).replaceAll("\\D", "") + decimals;
        int zeros = found.group(4) == null ? 0 : zeros(found.group(4).toLowerCase(Locale.ROOT));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals.length()).scaleByPowerOfTen(zeros);
        BigDecimal value = new BigDecimal(digits).multiply(unit);
        if (decimals.isEmpty() && zeros == 0) {
            unit = unitOfWhole(digits);
        }
        return new PublishedNumber(found.group(1) == null ? value : value.negate(), unit);
    }

    private static int zeros(String word) {
        return ZEROS.entrySet().stream()
                .filter(known -> word.startsWith(known.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static BigDecimal unitOfWhole(String digits) {
        int zeros = digits.length() - digits.replaceAll("0+$", "").length();
        boolean isRounded = zeros >= FEWEST_ZEROS_OF_ROUNDING && zeros < digits.length();
        return isRounded ? BigDecimal.ONE.scaleByPowerOfTen(zeros) : BigDecimal.ONE;
    }
}
