package kz.ruralincome.domain.outcome;

import java.util.List;

/** A condition on a row, as SQL, with its parameters. */
public record RowCondition(String sql, List<Object> parameters) {

    static RowCondition of(String sql, Object... parameters) {
        return new RowCondition(sql, List.of(parameters));
    }
}
