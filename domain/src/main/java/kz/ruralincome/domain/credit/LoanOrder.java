package kz.ruralincome.domain.credit;

/** In which order loans are listed; each has an index, and the number of the loan decides between equals. */
public enum LoanOrder {
    /** By the day of approval, the last first. */
    NEWEST("approved_on", "date", false),
    /** By the day from which something is overdue, the first first; those that are not overdue last. */
    LONGEST_OVERDUE("coalesce(overdue_since, 'infinity')", "date", true),
    /** By the outstanding principal, the largest first. */
    LARGEST("principal", "numeric", false),
    CONTRACT("contract_no", "text", true);

    final String key;
    final String type;
    final boolean isAscending;

    LoanOrder(String key, String type, boolean isAscending) {
        this.key = key;
        this.type = type;
        this.isAscending = isAscending;
    }
}
