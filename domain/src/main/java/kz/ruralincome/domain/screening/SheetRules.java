package kz.ruralincome.domain.screening;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.shared.Quarter;

/** What can be said of a sheet without the register: the form of each answer, and what has to be answered at all. */
final class SheetRules {

    private static final int GROWN_UP = 18;
    private static final String AREA = "[0-9]{1,7}([.,][0-9]{1,4})?";
    private static final String HEADS = "[0-9]{1,6}";
    private static final String SUM = "[0-9]([ \u00a0]*[0-9]){0,16}[ \u00a0]*([.,][0-9]{1,2})?"; // numeric(19, 2)

    private SheetRules() {}

    /** Flaws of what is answered, as far as their form tells: for a draft. */
    static List<Flaw> ofForm(Sheet sheet, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>();
        for (String place : sheet.places().stream().sorted().toList()) {
            ofForm(place, sheet.at(place)).ifPresent(flaws::add);
        }
        day(sheet)
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> flaws.add(Flaw.of("day", "screening.day.future")));
        return flaws;
    }

    private static Optional<Flaw> ofForm(String place, String text) {
        String question = place.startsWith("member.") ? place.split("\\.", 3)[2] : place;
        String code =
                switch (question.contains(".") ? question.substring(0, question.indexOf('.')) : question) {
                    case "land" -> text.matches(AREA) ? null : "screening.area";
                    case "livestock" -> text.matches(HEADS) ? null : "screening.heads";
                    case "loan" -> text.matches(SUM) && text.matches(".*[1-9].*") ? null : "screening.loan.sum";
                    case "loan_purpose" -> isPurpose(text) ? null : "screening.loan.purpose";
                    default -> null;
                };
        if (code != null) {
            return Optional.of(Flaw.of(place, code));
        }
        return Question.cellOf(question)
                .flatMap(cell -> FormIntake.flawOf(cell.list(), place, cell.column(), text))
                .map(finding -> new Flaw(place, finding.code(), finding.arguments()));
    }

    private static boolean isPurpose(String text) {
        return List.of(Purpose.values()).stream()
                .anyMatch(purpose -> purpose.name().equals(text));
    }

    /** The flaws of form, and what a finished screening must not lack. */
    static List<Flaw> ofWhole(Sheet sheet, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>(ofForm(sheet, today));
        demand(flaws, sheet, "day", "screening.day.missing");
        demand(flaws, sheet, "kato", "screening.place.missing");
        if (sheet.members().isEmpty()) {
            flaws.add(Flaw.of("members", "screening.members.missing"));
        }
        for (int number = 0; number < sheet.members().size(); number++) {
            ofMember(flaws, sheet, number);
        }
        return flaws;
    }

    private static void ofMember(List<Flaw> flaws, Sheet sheet, int number) {
        Map<String, String> member = sheet.members().get(number);
        demand(flaws, sheet, Sheet.place(number, "iin"), "screening.iin.missing");
        demand(flaws, sheet, Sheet.place(number, "relation"), "screening.relation.missing");
        if (member.containsKey("gone")) {
            return;
        }
        demand(flaws, sheet, Sheet.place(number, "family_name"), "screening.name.missing");
        if (isGrownUp(member, day(sheet))) {
            demand(flaws, sheet, Sheet.place(number, "occupation"), "screening.occupation.missing");
        }
        if (member.containsKey("wish")) {
            demand(flaws, sheet, Sheet.place(number, "direction"), "screening.direction.missing");
        }
        if (member.containsKey("loan")) {
            demand(flaws, sheet, Sheet.place(number, "loan_purpose"), "screening.loan.purpose");
        }
    }

    private static void demand(List<Flaw> flaws, Sheet sheet, String place, String code) {
        if (sheet.at(place).isEmpty()) {
            flaws.add(Flaw.of(place, code));
        }
    }

    /** By the birth date, else by the digits of the IIN; not known: no. */
    static boolean isGrownUp(Map<String, String> member, Optional<LocalDate> day) {
        Optional<LocalDate> born = date(member.get("birth_date")).or(() -> bornByDigits(member.get("iin")));
        return born.isPresent()
                && day.isPresent()
                && !born.get().plusYears(GROWN_UP).isAfter(day.get());
    }

    private static Optional<LocalDate> bornByDigits(String iin) {
        if (iin == null || !iin.matches("[0-9]{6}[1-6][0-9]{5}")) {
            return Optional.empty();
        }
        int century = 18 + (iin.charAt(6) - '1') / 2;
        return date(century + iin.substring(0, 2) + "-" + iin.substring(2, 4) + "-" + iin.substring(4, 6));
    }

    /** The day of the visit, if it is one. */
    static Optional<LocalDate> day(Sheet sheet) {
        return date(sheet.at("day"));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            if (text == null || text.isEmpty()) {
                return Optional.empty();
            }
            // both forms that the lists know
            return Optional.of(
                    text.matches("[0-9]{2}[.][0-9]{2}[.][0-9]{4}")
                            ? LocalDate.parse(text, DateTimeFormatter.ofPattern("dd.MM.uuuu"))
                            : LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** The quarter whose incomes are asked: the last that had ended on the day. */
    static Quarter quarterBefore(LocalDate day) {
        return Quarter.of(day).before();
    }
}
