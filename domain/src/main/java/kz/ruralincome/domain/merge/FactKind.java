package kz.ruralincome.domain.merge;

import java.util.List;
import java.util.Optional;

/** The facts that are a person's own, by their table. */
public enum FactKind {
    MEMBERSHIP("valid_from", List.of("valid_from"), List.of()),
    VITAL_EVENT("on_date", List.of("on_date")),
    OCCUPATION("valid_from", List.of("source", "valid_from"), List.of("source")),
    INCOME("quarter", List.of("quarter", "kind")),
    REGISTRATION("valid_from", List.of(Fact.NUMBER, "valid_from"), List.of(Fact.NUMBER)),
    ENROLMENT("valid_from", List.of("valid_from"), List.of()),
    ENROLMENT_SUSPENSION("valid_from", List.of("valid_from"), List.of()),
    CONSENT("valid_from", List.of("scope", "valid_from")),
    SOCIAL_PACKAGE("valid_from", List.of("valid_from")),
    MEASURE("valid_from", List.of("valid_from", "kind"));

    private final String begin;
    private final List<String> key;
    private final Optional<List<String>> oneAtATime;

    FactKind(String begin, List<String> key, List<String> oneAtATime) {
        this(begin, key, Optional.of(oneAtATime));
    }

    FactKind(String begin, List<String> key) {
        this(begin, key, Optional.empty());
    }

    FactKind(String begin, List<String> key, Optional<List<String>> oneAtATime) {
        this.begin = begin;
        this.key = key;
        this.oneAtATime = oneAtATime;
    }

    static FactKind ofTable(String table) {
        return valueOf(table.toUpperCase(java.util.Locale.ROOT));
    }

    String table() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The column of the first day. */
    String begin() {
        return begin;
    }

    boolean hasSpells() {
        return begin.equals("valid_from");
    }

    /** The columns that, with the person, find one current fact. */
    List<String> key() {
        return key;
    }

    /** The columns for which two current spells of a person may not overlap; empty: they may. */
    Optional<List<String>> oneAtATime() {
        return oneAtATime;
    }
}
