package kz.ruralincome.domain.credit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member of a loan in which one version differs from the one before.
 *
 * @param field its name in the lender's body; of the lender's own figures {@code reported.on} and the like
 * @param before empty: it was left out
 * @param after empty: it is left out now
 */
public record LoanChange(String field, Optional<Object> before, Optional<Object> after) {

    /** What the lender says otherwise, in the order of the body. */
    static List<LoanChange> between(LoanTerms before, LoanTerms after) {
        List<LoanChange> changes = new ArrayList<>();
        compare("", LoanTerms.class, before, after, changes);
        return changes;
    }

    private static void compare(
            String prefix, Class<? extends Record> type, Record before, Record after, List<LoanChange> changes) {
        for (RecordComponent member : type.getRecordComponents()) {
            Object was = value(member, before);
            Object is = value(member, after);
            if (!Objects.equals(was, is)) {
                if (was instanceof Reported || is instanceof Reported) {
                    compare(member.getName() + ".", Reported.class, (Record) was, (Record) is, changes);
                } else {
                    changes.add(new LoanChange(
                            prefix + member.getName(), Optional.ofNullable(was), Optional.ofNullable(is)));
                }
            }
        }
    }

    /** Null: it is left out. */
    private static Object value(RecordComponent member, Record from) {
        try {
            Object value = from == null ? null : member.getAccessor().invoke(from);
            if (value instanceof Optional<?> given) {
                return given.orElse(null);
            }
            return value instanceof List<?> list && list.isEmpty() ? null : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
