package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * One figure: a measure of the loans of one row.
 *
 * @param key as in {@link LoanRow#key}; empty for all
 */
public record LoanCell(LoanMeasure measure, LoanGroup group, Optional<String> key) {

    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");

    /** The condition on a row of {@link LoanOutcomeSql} that its loan is in the row, and its only parameter, if it has one. */
    public record Condition(String sql, List<Object> parameters) {}

    /**
     * Finds the row among those that the territory has.
     *
     * @throws InvalidRequest if there is no such row
     */
    Condition condition(Places places, Optional<String> territory) {
        if (group == LoanGroup.ALL) {
            return new Condition("true", List.of());
        }
        String name = key.orElseThrow(this::unknown);
        return switch (group) {
            case ALL -> throw unknown();
            case LENDER -> new Condition("n.code = ?", List.of(name));
            case TERRITORY -> inPart(name, places, territory);
            case PURPOSE -> {
                if (Arrays.stream(Purpose.values())
                        .noneMatch(purpose -> purpose.name().equals(name))) {
                    throw unknown();
                }
                yield new Condition("o.purpose = ?", List.of(name));
            }
            case QUARTER -> {
                var quarter = QUARTER.matcher(name);
                if (!quarter.matches()) {
                    throw unknown();
                }
                int month = Integer.parseInt(quarter.group(2)) * 3 - 2;
                yield new Condition(
                        "o.quarter = ?", List.of(LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1)));
            }
        };
    }

    private Condition inPart(String name, Places places, Optional<String> territory) {
        var part = places.parts(territory).stream()
                .filter(one -> one.key().equals(name))
                .findFirst()
                .orElseThrow(this::unknown);
        if (part.unit().isEmpty()) {
            return name.equals(Places.NOWHERE)
                    ? new Condition("o.unit_id is null", List.of())
                    : new Condition("o.unit_id <> all (?::integer[])", List.of((Object)
                            places.units(Places.code(places.served()))));
        }
        Integer[] units = part.isAlwaysTold() ? places.units(name) : new Integer[] {Integer.valueOf(name)};
        return new Condition("o.unit_id = any (?::integer[])", List.of((Object) units));
    }

    private InvalidRequest unknown() {
        return new InvalidRequest("key", "loanoutcome.key.unknown", key.orElse(""));
    }
}
