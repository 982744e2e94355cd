package kz.ruralincome.domain.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was on assistance in a year, by the words of the definitions and day by day: slow, obvious, and knowing nothing
 * of how the sample was made.
 */
final class YearOfAssistance {

    private final LocalDate begin;
    private final LocalDate end;
    private final int length;
    private final Map<String, boolean[]> assistedDays = new HashMap<>();
    private final Map<String, List<NamedCsvRecord>> events = new HashMap<>();

    /** The household in which each person was on assistance for the last time in the year. */
    private final Map<String, String> lastHousehold = new HashMap<>();

    private final Map<String, Integer> lastDay = new HashMap<>();
    private final Set<String> households = new HashSet<>();
    private Map<String, List<NamedCsvRecord>> localities;

    YearOfAssistance(LoadedSample sample, int year) {
        begin = LocalDate.of(year, 1, 1);
        end = begin.plusYears(1);
        length = begin.lengthOfYear();
        for (NamedCsvRecord spell : sample.rows("assistance")) {
            if (LoadedSample.covers(spell, begin, end)) {
                mark(spell);
            }
        }
        for (NamedCsvRecord event : sample.rows("vital-events")) {
            events.computeIfAbsent(event.getField("iin"), iin -> new ArrayList<>())
                    .add(event);
        }
        events.values().forEach(ofPerson -> ofPerson.sort(Comparator.comparing(event -> event.getField("date"))));
        for (NamedCsvRecord membership : sample.rows("members")) {
            boolean[] days = assistedDays.get(membership.getField("household_no"));
            if (days != null && LoadedSample.covers(membership, begin, end)) {
                follow(membership, days);
            }
        }
    }

    private void mark(NamedCsvRecord spell) {
        boolean[] days = assistedDays.computeIfAbsent(spell.getField("household_no"), number -> new boolean[length]);
        long from = number(LoadedSample.from(spell));
        long to = number(LoadedSample.to(spell));
        for (int day = 0; day < length; day++) {
            days[day] |= day >= from && day < to;
        }
    }

    private void follow(NamedCsvRecord membership, boolean[] days) {
        long from = number(LoadedSample.from(membership));
        long to = number(LoadedSample.to(membership));
        String iin = membership.getField("iin");
        List<NamedCsvRecord> ofPerson = events.getOrDefault(iin, List.of());
        for (int day = 0; day < length; day++) {
            boolean member = day >= from && day < to;
            if (member && days[day] && !isDeceasedOrAway(ofPerson, begin.plusDays(day))) {
                households.add(membership.getField("household_no"));
                if (day >= lastDay.getOrDefault(iin, -1)) {
                    lastDay.put(iin, day);
                    lastHousehold.put(iin, membership.getField("household_no"));
                }
            }
        }
    }

    /** Days since the year began. */
    private long number(LocalDate day) {
        return ChronoUnit.DAYS.between(begin, day);
    }

    private static boolean isDeceasedOrAway(List<NamedCsvRecord> ofPerson, LocalDate day) {
        boolean away = false;
        for (NamedCsvRecord event : ofPerson) {
            if (LocalDate.parse(event.getField("date")).isAfter(day)) {
                break;
            }
            if (event.getField("kind").equals("DIED")) {
                return true;
            }
            away = event.getField("kind").equals("LEFT");
        }
        return away;
    }

    Set<String> persons() {
        return lastHousehold.keySet();
    }

    Set<String> households() {
        return households;
    }

    /** The unit in which a person lived on the last day of the year on assistance. */
    String unit(LoadedSample sample, String iin) {
        String unit = null;
        LocalDate since = null;
        for (NamedCsvRecord locality : localities(sample).get(lastHousehold.get(iin))) {
            LocalDate from = LoadedSample.from(locality);
            if (!from.isAfter(begin.plusDays(lastDay.get(iin))) && (since == null || from.isAfter(since))) {
                since = from;
                unit = locality.getField("kato");
            }
        }
        return unit;
    }

    private Map<String, List<NamedCsvRecord>> localities(LoadedSample sample) {
        if (localities == null) {
            localities = new HashMap<>();
            for (NamedCsvRecord row : sample.rows("households")) {
                localities
                        .computeIfAbsent(row.getField("household_no"), number -> new ArrayList<>())
                        .add(row);
            }
        }
        return localities;
    }
}
