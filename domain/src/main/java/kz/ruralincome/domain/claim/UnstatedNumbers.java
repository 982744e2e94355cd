package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of a text that no statement prints, so that nobody has held them against anything: what a share or a sum is
 * computed from is taken as the text has it.
 */
public final class UnstatedNumbers {

    /** A day as Kazakh and Russian write it: three numbers that are none by themselves. */
    private static final Pattern DAY = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    private UnstatedNumbers() {}

    /**
     * Those numbers, each once, in the order of the text; signs do not count.
     *
     * @param days that may be named in words: their days of the month and years are left out, and those of the day before,
     *     since "as of 1 January" and "by 31 December" are the same
     */
    public static List<BigDecimal> in(String text, List<Statement> statements, Collection<LocalDate> days) {
        var stated = new TreeSet<BigDecimal>();
        for (Statement statement : statements) {
            PublishedNumber.of(statement.printed())
                    .ifPresent(number -> stated.add(number.value().abs()));
        }
        Stream.concat(days.stream(), statements.stream().flatMap(statement -> statement.days().stream()))
                .flatMap(day -> Stream.of(day, day.minusDays(1)))
                .flatMap(day -> Stream.of(day.getDayOfMonth(), day.getYear()))
                .forEach(number -> stated.add(BigDecimal.valueOf(number)));
        return PublishedNumber.in(DAY.matcher(text).replaceAll(" ")).stream()
                .map(number -> number.value().abs())
                .filter(stated::add)
                .toList();
    }
}
