package kz.ruralincome.web.ui.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of the form, in the order in which they are asked. */
public enum FormStep {
    PLACE,
    MEMBERS,
    WORK,
    LAND,
    WISHES,
    CHECK;

    /** How it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FormStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    FormStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** Where the answer to a question stands. */
    static FormStep of(String place, boolean ofMember) {
        String question = ofMember ? place.substring(place.indexOf('.', "member.".length()) + 1) : place;
        if (question.startsWith("land.") || question.startsWith("livestock.")) {
            return LAND;
        }
        if (question.startsWith("income.") || question.equals("occupation")) {
            return WORK;
        }
        return switch (question) {
            case "wish", "direction", "loan", "loan_purpose", "training" -> WISHES;
            case "day", "household_no", "kato", "address", "find" -> PLACE;
            default -> MEMBERS;
        };
    }

    static FormStep ofPlace(String place) {
        return of(place, place.startsWith("member."));
    }
}
