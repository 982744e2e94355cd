package kz.ruralincome.domain.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guesses what the headings of somebody's own spreadsheet are: by their likeness to the labels of the columns in the three
 * languages, and by whether the cells below can be read as values of the column at all.
 */
final class HeadingGuess {

    /** The least likeness, in per cent, at which a heading is taken for a column whose cells it fits. */
    private static final int ALIKE = 45;

    private static final int CERTAIN = 100;

    private final ListFormat format;
    private final Units units;

    HeadingGuess(ListFormat format, Units units) {
        this.format = format;
        this.units = units;
    }

    private record Pair(int heading, String column, int likeness) {}

    /**
     * To each heading the name of a column, or an empty text. No column is named twice.
     *
     * @param rows some rows below the headings
     */
    List<String> columnsOf(List<String> headings, List<String[]> rows) {
        String[] guessed = new String[headings.size()];
        Arrays.fill(guessed, "");
        Set<String> taken = new HashSet<>();
        for (Pair pair : alike(headings, rows)) {
            if (guessed[pair.heading()].isEmpty() && taken.add(pair.column())) {
                guessed[pair.heading()] = pair.column();
            }
        }
        byTheirLook(headings, rows, guessed, taken);
        return List.of(guessed);
    }

    /** Pairs that are alike enough, the most alike first. */
    private List<Pair> alike(List<String> headings, List<String[]> rows) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            for (String column : format.headings()) {
                int likeness = likeness(headings.get(i), column);
                if (likeness == CERTAIN || likeness >= ALIKE && fits(column, i, rows) != Fit.NOT) {
                    pairs.add(new Pair(i, column, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::likeness).reversed().thenComparingInt(Pair::heading));
        return pairs;
    }

    /** What must be there and is told by its values alone, such as an IIN: if one heading is left that it can be. */
    private void byTheirLook(List<String> headings, List<String[]> rows, String[] guessed, Set<String> taken) {
        for (Column column : format.columns()) {
            if (taken.contains(column.name()) || column.mayLack()) {
                continue;
            }
            List<Integer> able = new ArrayList<>();
            for (int i = 0; i < guessed.length; i++) {
                if (guessed[i].isEmpty() && !headings.get(i).isEmpty() && fits(column.name(), i, rows) == Fit.TELLING) {
                    able.add(i);
                }
            }
            if (able.size() == 1) {
                guessed[able.get(0)] = column.name();
                taken.add(column.name());
            }
        }
    }

    /** In per cent; 100: the heading is one of the labels. */
    private int likeness(String heading, String column) {
        String said = Labels.folded(heading);
        if (said.isEmpty()) {
            return 0;
        }
        int best = said.equals(column) ? CERTAIN : likenessOf(said, column.replace('_', ' '));
        for (String label : Labels.ofColumn(format.name(), column)) {
            best = Math.max(best, said.equals(label) ? CERTAIN : likenessOf(said, label));
        }
        return best;
    }

    /** The share of common groups of three letters; whole words in common count most. */
    private static int likenessOf(String said, String label) {
        Set<String> words = words(said);
        Set<String> of = words(label);
        if (!of.isEmpty() && words.containsAll(of)) {
            return 60 + 35 * of.size() / words.size(); // «Фамилия заявителя» is a family name
        }
        Set<String> left = trigrams(words);
        Set<String> right = trigrams(of);
        long common = left.stream().filter(right::contains).count();
        long all = left.size() + right.size() - common;
        return all == 0 ? 0 : (int) (90 * common / all);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}№]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> trigrams(Set<String> words) {
        Set<String> groups = new HashSet<>();
        for (String word : words) {
            String framed = " " + word + " ";
            for (int i = 0; i + 3 <= framed.length(); i++) {
                groups.add(framed.substring(i, i + 3));
            }
        }
        return groups;
    }

    private enum Fit {
        NOT,
        MAYBE,
        /** Nothing but a value of this column looks so. */
        TELLING
    }

    /** Whether the cells below a heading can be read as values of a column. */
    private Fit fits(String heading, int place, List<String[]> rows) {
        Column column =
                format.column(heading.equals("last_day") ? "to" : heading).orElse(null);
        if (column == null) {
            return Fit.MAYBE;
        }
        int read = 0;
        int cells = 0;
        for (String[] row : rows) {
            if (place < row.length && !row[place].isEmpty()) {
                cells++;
                RowNotes notes = new RowNotes(units);
                notes.begin();
                notes.at(heading, row[place]);
                column.rule().read(row[place], notes);
                read += notes.refused() ? 0 : 1;
            }
        }
        if (cells == 0) {
            return Fit.MAYBE;
        }
        if (read * 2 < cells) {
            return Fit.NOT;
        }
        return read == cells && isTelling(column) ? Fit.TELLING : Fit.MAYBE;
    }

    private static boolean isTelling(Column column) {
        return switch (column.type()) {
            case "text", "bigint", "numeric", "numeric(19,2)", "smallint", "date" -> false;
            default -> !column.name().equals("household_no"); // kinds, IINs, units
        };
    }
}
