package kz.ruralincome.domain.credit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object as RFC 8259 has it, and nothing more: a parser of our own because a lender's word must be
 * refused where common parsers guess. A member that comes twice is kept in mind, numbers stay the digits that were sent
 * (a number of a thousand digits costs nothing), nesting is limited. Control characters are let through, to be
 * reported with the member in which they stand.
 *
 * <p>Values are {@link Map}, {@link List}, {@link String}, {@link Digits}, {@link Boolean}, and {@link #NULL}.
 */
final class StrictJson {

    /** The value {@code null}. */
    static final Object NULL = new Object();

    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 50_000;

    private final String text;
    private final List<String> twice = new ArrayList<>();
    private int at;
    private int values;

    private StrictJson(String text) {
        this.text = text;
    }

    /** A number, as it was written. */
    record Digits(String text) {}

    /** An object with the names of members that came more than once, anywhere in it. */
    record Parsed(Map<String, Object> members, List<String> twice) {}

    /** @throws MalformedJson if the bytes are no UTF-8, or no JSON object */
    static Parsed object(byte[] bytes) {
        return object(decoded(bytes));
    }

    /** @throws MalformedJson if the text is no JSON object */
    static Parsed object(String text) {
        var json = new StrictJson(text);
        json.blank();
        if (json.peek() != '{') {
            throw malformed();
        }
        Map<String, Object> members = json.members(1);
        json.blank();
        if (json.at < text.length()) {
            throw malformed();
        }
        return new Parsed(members, json.twice);
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedJson("json.encoding");
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedJson("json.too-deep");
        }
        if (++values > MOST_VALUES) {
            throw new MalformedJson("json.too-much");
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        blank();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            if (peek() != '"') {
                throw malformed();
            }
            String name = string();
            blank();
            expect(':');
            blank();
            if (members.put(name, value(depth + 1)) != null) {
                twice.add(name);
            }
            blank();
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
            blank();
        }
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        blank();
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(value(depth + 1));
            blank();
            if (peek() == ']') {
                at++;
                return elements;
            }
            expect(',');
            blank();
        }
    }

    private String string() {
        int start = ++at;
        int end = start;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') { // nearly always nothing is escaped
            at = end + 1;
            return text.substring(start, end);
        }
        var unescaped = new StringBuilder(text.substring(start, end));
        at = end;
        while (peek() != '"') {
            char next = text.charAt(at++);
            unescaped.append(next == '\\' ? escaped() : next);
        }
        at++;
        return unescaped.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> throw malformed();
        };
    }

    private char fourDigits() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw malformed();
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private Digits number() {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        return new Digits(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
    }

    private boolean skip(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw malformed();
        }
    }

    private void blank() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private static MalformedJson malformed() {
        return new MalformedJson("json.malformed");
    }
}
