package kz.ruralincome.domain.movement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.ruralincome.domain.intake.LoadOptions;

/** A few rows of one of the lists that make states, as a file; some are refused when they come. */
record RandomRows(String list, String csv, LocalDate snapshot) {

    private static final List<String> LISTS = List.of(
            "occupations", "occupations", "registrations", "registrations", "assistance", "members", "households");
    private static final List<String> KINDS = List.of("UNEMPLOYED", "INACTIVE", "WAGE_EMPLOYED", "SELF_EMPLOYED");

    RandomRows(Random random, List<String> iins) {
        this(random, iins, LISTS.get(random.nextInt(LISTS.size())));
    }

    private RandomRows(Random random, List<String> iins, String list) {
        this(
                random,
                iins,
                list,
                Set.of("occupations", "registrations", "assistance").contains(list) && random.nextInt(3) == 0
                        ? day(random)
                        : null);
    }

    private RandomRows(Random random, List<String> iins, String list, LocalDate snapshot) {
        this(list, file(random, iins, list, snapshot != null), snapshot);
    }

    LoadOptions options(boolean dryRun) {
        return new LoadOptions(
                dryRun, snapshot, snapshot != null && list.equals("occupations") ? "OTHER" : null, null, null);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2021, 1, 1).plusMonths(random.nextInt(24));
    }

    private static String file(Random random, List<String> iins, String list, boolean snapshot) {
        Set<String> lines = new LinkedHashSet<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            lines.add(row(random, iins.get(random.nextInt(iins.size())), list, snapshot));
        }
        List<String> all = new ArrayList<>(List.of(heading(list, snapshot)));
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private static String heading(String list, boolean snapshot) {
        String dates = snapshot ? "" : "from,to,action,";
        return switch (list) {
            case "occupations" -> "iin," + dates + "kind";
            case "registrations" -> "iin," + dates + "status";
            case "assistance" -> "household_no," + dates + "kind,monthly_amount";
            case "members" -> "household_no,iin,from,to,action,relation";
            default -> "household_no,from,action,kato";
        };
    }

    private static String row(Random random, String iin, String list, boolean snapshot) {
        LocalDate from = day(random);
        String to = random.nextBoolean()
                ? ""
                : from.plusMonths(1 + random.nextInt(6)).toString();
        String action = random.nextInt(4) == 0 ? "REMOVE" : "";
        String dates = snapshot ? "" : from + "," + to + "," + action + ",";
        String household = "H" + (1 + random.nextInt(3));
        return switch (list) {
            case "occupations" -> iin + "," + dates + KINDS.get(random.nextInt(KINDS.size()));
            case "registrations" -> iin + "," + dates + (random.nextInt(3) == 0 ? "SUSPENDED" : "ACTIVE");
            case "assistance" -> household + "," + dates + "CONDITIONAL,1";
            case "members" -> household + "," + iin + "," + from + "," + to + "," + action + ",OTHER";
            default -> household + "," + from + "," + action + "," + (random.nextBoolean() ? "313645000" : "314037000");
        };
    }
}
