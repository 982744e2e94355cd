package kz.ruralincome.domain.outcome;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is counted of each group, in the order in which it is told: how its people stood on the first date and on the second,
 * and what became of those who were on assistance, self-employed or unemployed on the first.
 *
 * <p>Who became what is told of those who live in the territory on both dates, as in the matrix. An arrival is the first day
 * after the first date in the state ENTREPRENEUR, wherever they live by then; they are still there after some months when
 * they are in that state on that day, or out of it for a stretch of at most 31 days that ends in it again.
 */
public enum ComparisonFigure {
    RESIDENTS_BEFORE(Day.FIRST, null, Sql.RESIDENT.formatted("old_state")),
    ASSISTED_BEFORE(Day.FIRST, RESIDENTS_BEFORE, Sql.ASSISTED.formatted("old_state")),
    ENTREPRENEURS_BEFORE(Day.FIRST, RESIDENTS_BEFORE, Sql.ENTERPRISE.formatted("old_state")),
    SELF_EMPLOYED_BEFORE(Day.FIRST, RESIDENTS_BEFORE, Sql.SELF_EMPLOYED.formatted("old_state")),
    UNEMPLOYED_BEFORE(Day.FIRST, RESIDENTS_BEFORE, Sql.UNEMPLOYED.formatted("old_state")),

    RESIDENTS(Day.SECOND, null, Sql.RESIDENT.formatted("new_state")),
    ASSISTED(Day.SECOND, RESIDENTS, Sql.ASSISTED.formatted("new_state")),
    ENTREPRENEURS(Day.SECOND, RESIDENTS, Sql.ENTERPRISE.formatted("new_state")),
    SELF_EMPLOYED(Day.SECOND, RESIDENTS, Sql.SELF_EMPLOYED.formatted("new_state")),
    UNEMPLOYED(Day.SECOND, RESIDENTS, Sql.UNEMPLOYED.formatted("new_state")),

    ASSISTED_TO_ENTREPRENEUR(ASSISTED_BEFORE, Sql.NOW_ENTREPRENEUR),
    ASSISTED_STILL(ASSISTED_BEFORE, Sql.NOW_ASSISTED),
    ASSISTED_ARRIVED(ASSISTED_BEFORE, Sql.ARRIVED),
    ASSISTED_WATCHED_6(ASSISTED_ARRIVED, Sql.WATCHED_6),
    ASSISTED_KEPT_6(ASSISTED_WATCHED_6, Sql.KEPT_6),
    ASSISTED_WATCHED_12(ASSISTED_ARRIVED, Sql.WATCHED_12),
    ASSISTED_KEPT_12(ASSISTED_WATCHED_12, Sql.KEPT_12),

    SELF_EMPLOYED_TO_ENTREPRENEUR(SELF_EMPLOYED_BEFORE, Sql.NOW_ENTREPRENEUR),
    SELF_EMPLOYED_TO_ASSISTANCE(SELF_EMPLOYED_BEFORE, Sql.NOW_ASSISTED),
    SELF_EMPLOYED_ARRIVED(SELF_EMPLOYED_BEFORE, Sql.ARRIVED),
    SELF_EMPLOYED_WATCHED_6(SELF_EMPLOYED_ARRIVED, Sql.WATCHED_6),
    SELF_EMPLOYED_KEPT_6(SELF_EMPLOYED_WATCHED_6, Sql.KEPT_6),
    SELF_EMPLOYED_WATCHED_12(SELF_EMPLOYED_ARRIVED, Sql.WATCHED_12),
    SELF_EMPLOYED_KEPT_12(SELF_EMPLOYED_WATCHED_12, Sql.KEPT_12),

    UNEMPLOYED_TO_ENTREPRENEUR(UNEMPLOYED_BEFORE, Sql.NOW_ENTREPRENEUR),
    UNEMPLOYED_TO_ASSISTANCE(UNEMPLOYED_BEFORE, Sql.NOW_ASSISTED),
    UNEMPLOYED_ARRIVED(UNEMPLOYED_BEFORE, Sql.ARRIVED),
    UNEMPLOYED_WATCHED_6(UNEMPLOYED_ARRIVED, Sql.WATCHED_6),
    UNEMPLOYED_KEPT_6(UNEMPLOYED_WATCHED_6, Sql.KEPT_6),
    UNEMPLOYED_WATCHED_12(UNEMPLOYED_ARRIVED, Sql.WATCHED_12),
    UNEMPLOYED_KEPT_12(UNEMPLOYED_WATCHED_12, Sql.KEPT_12);

    /** On which of the dates somebody has to be in the group. */
    enum Day {
        FIRST("old_group"),
        SECOND("new_group");

        private final String column;

        Day(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    private final Day day;
    private final ComparisonFigure base;
    private final String condition;

    ComparisonFigure(Day day, ComparisonFigure base, String condition) {
        this.day = day;
        this.base = base;
        this.condition = condition;
    }

    /** A part of a figure of the first date. */
    ComparisonFigure(ComparisonFigure base, String condition) {
        this(Day.FIRST, base, base.condition + " and " + condition);
    }

    public static Optional<ComparisonFigure> of(String name) {
        return Arrays.stream(values())
                .filter(figure -> figure.name().equals(name))
                .findFirst();
    }

    /** Of which it is a part. */
    public Optional<ComparisonFigure> base() {
        return Optional.ofNullable(base);
    }

    Day day() {
        return day;
    }

    /** On the common table {@code compared}, alias {@code c}; see {@link ComparisonSql}. */
    String condition() {
        return condition;
    }

    /** Conditions that several figures share. */
    private static final class Sql {

        static final String RESIDENT = "c.%s not in ('DECEASED', 'AWAY')";
        static final String ASSISTED = "c.%s in ('ASP', 'ENTREPRENEUR_ON_ASP')";
        static final String ENTERPRISE = "c.%s in ('ENTREPRENEUR', 'ENTREPRENEUR_ON_ASP')";
        static final String SELF_EMPLOYED =
                "c.%s in ('UNPRODUCTIVE_SELF_EMPLOYED', 'SELF_EMPLOYED', 'SELF_EMPLOYED_REGIME')";
        static final String UNEMPLOYED = "c.%s = 'UNEMPLOYED'";
        static final String NOW_ENTREPRENEUR = "c.new_group is not null and c.new_state = 'ENTREPRENEUR'";
        static final String NOW_ASSISTED = "c.new_group is not null and c.new_state in ('ASP', 'ENTREPRENEUR_ON_ASP')";
        static final String ARRIVED = "c.arrived";
        static final String WATCHED_6 = "c.watched_6";
        static final String KEPT_6 = "c.kept_6";
        static final String WATCHED_12 = "c.watched_12";
        static final String KEPT_12 = "c.kept_12";

        private Sql() {}
    }
}
