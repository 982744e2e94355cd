package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.ruralincome.domain.credit.StrictJson.Digits;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * The members of one JSON object, taken out one by one, each as what it should be; what cannot be read is a flaw of that
 * member, and null. Members that nobody has asked for when the object is {@link #end}ed are flaws, too.
 */
final class JsonMembers {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME_TOLD = 60;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final String path;
    private final Map<String, Object> members;
    private final List<FieldError> flaws;
    private final Set<String> asked = new HashSet<>();

    JsonMembers(String path, Map<String, Object> members, List<FieldError> flaws) {
        this.path = path;
        this.members = members;
        this.flaws = flaws;
    }

    String text(String name) {
        String text = member(name, String.class, "string");
        if (text == null) {
            return null;
        }
        if (!ContractKey.isPlain(text)) {
            flaws.add(SentFlaw.TEXT_CONTROL.of(path + name));
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            flaws.add(SentFlaw.TEXT_TOO_LONG.of(path + name, LONGEST_TEXT));
            return null;
        }
        return text;
    }

    /** A contract number or payment reference, in normal form. */
    String key(String name) {
        String text = member(name, String.class, "string");
        if (text == null) {
            return null;
        }
        String key = ContractKey.normal(text);
        var flaw = ContractKey.flawOf(path + name, key);
        flaw.ifPresent(flaws::add);
        return flaw.isPresent() ? null : key;
    }

    BigDecimal number(String name) {
        Digits digits = member(name, Digits.class, "number");
        if (digits == null) {
            return null;
        }
        try {
            if (digits.text().length() <= LONGEST_NUMBER) {
                return new BigDecimal(digits.text());
            }
        } catch (NumberFormatException tooGreat) { // an exponent that fits nowhere
        }
        flaws.add(SentFlaw.NUMBER_INVALID.of(path + name));
        return null;
    }

    Integer integer(String name) {
        BigDecimal number = number(name);
        if (number == null) {
            return null;
        }
        // the size first: 1E999999999 must not be written out
        boolean isSmall = number.signum() == 0 || (long) number.precision() - number.scale() <= 9;
        if (!isSmall || number.stripTrailingZeros().scale() > 0) {
            flaws.add(SentFlaw.NUMBER_INVALID.of(path + name));
            return null;
        }
        return number.intValueExact();
    }

    LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text, DATE);
            }
        } catch (DateTimeParseException noDay) { // 31 February
        }
        flaws.add(SentFlaw.DATE_INVALID.of(path + name));
        return null;
    }

    <E extends Enum<E>> E one(String name, Class<E> kind) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E value : kind.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(joining(", "));
        flaws.add(SentFlaw.VALUE_UNKNOWN.of(path + name, known));
        return null;
    }

    /** An object within this one; null when there is none. */
    JsonMembers object(String name) {
        Map<?, ?> within = member(name, Map.class, "object");
        return within == null ? null : new JsonMembers(path + name + ".", members(within), flaws);
    }

    /** The objects of a list, each read by the reader; elements in which it found a flaw are null, and left out. */
    <T> List<T> list(String name, int most, Function<JsonMembers, T> reader) {
        List<?> elements = member(name, List.class, "array");
        if (elements == null) {
            return null;
        }
        if (elements.size() > most) {
            flaws.add(SentFlaw.LIST_TOO_LONG.of(path + name, most));
            return null;
        }
        List<T> read = new java.util.ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String place = path + name + "[" + i + "]";
            if (elements.get(i) instanceof Map<?, ?> element) {
                var inner = new JsonMembers(place + ".", members(element), flaws);
                int before = flaws.size();
                T value = reader.apply(inner);
                inner.end();
                if (flaws.size() == before) {
                    read.add(value);
                }
            } else {
                flaws.add(SentFlaw.TYPE.of(place, "object"));
            }
        }
        return read;
    }

    /** The member is there and not null, else a flaw. */
    <T> T required(String name, T value) {
        if (value == null && (!members.containsKey(name) || members.get(name) == StrictJson.NULL)) {
            flaws.add(LoanFlaw.VALUE_MISSING.of(path + name));
        }
        return value;
    }

    /** Whoever read the object wants nothing more of it. */
    void end() {
        members.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> flaws.add(SentFlaw.UNKNOWN_MEMBER.of(path + told(name))));
    }

    private <T> T member(String name, Class<T> type, String typeName) {
        asked.add(name);
        Object value = members.get(name);
        if (value == null || value == StrictJson.NULL) {
            return null;
        }
        if (!type.isInstance(value)) {
            flaws.add(SentFlaw.TYPE.of(path + name, typeName));
            return null;
        }
        return type.cast(value);
    }

    /** A stranger's name is told back, but not so that it could break a log or a page. */
    static String told(String name) {
        String plain = name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) + "…" : name;
        return ContractKey.isPlain(plain) ? plain : plain.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    private static Map<String, Object> members(Map<?, ?> parsed) {
        @SuppressWarnings("unchecked") // the parser makes no other keys
        var members = (Map<String, Object>) parsed;
        return members;
    }
}
