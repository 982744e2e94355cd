package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.Arrays;
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

    /**
     * That the loan of a row of {@link LoanOutcomeSql} is in the row, which is one of those that the territory has.
     *
     * @throws InvalidRequest if there is no such row
     */
    RowCondition condition(Places places, Optional<String> territory) {
        if (group == LoanGroup.ALL) {
            return RowCondition.of("true");
        }
        String name = key.orElseThrow(this::unknown);
        return switch (group) {
            case ALL -> throw unknown();
            case LENDER -> RowCondition.of("n.code = ?", name);
            case TERRITORY ->
                places.condition("o.unit_id", territory, Optional.of(name)).orElseThrow(this::unknown);
            case PURPOSE -> {
                if (Arrays.stream(Purpose.values())
                        .noneMatch(purpose -> purpose.name().equals(name))) {
                    throw unknown();
                }
                yield RowCondition.of("o.purpose = ?", name);
            }
            case QUARTER -> {
                var quarter = QUARTER.matcher(name);
                if (!quarter.matches()) {
                    throw unknown();
                }
                int month = Integer.parseInt(quarter.group(2)) * 3 - 2;
                yield RowCondition.of("o.quarter = ?", LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
            }
        };
    }

    private InvalidRequest unknown() {
        return new InvalidRequest("key", "loanoutcome.key.unknown", key.orElse(""));
    }
}
