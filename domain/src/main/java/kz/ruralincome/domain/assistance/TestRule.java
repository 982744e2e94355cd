package kz.ruralincome.domain.assistance;

/** The rules that the steps follow; their sources differ by {@link Law}. */
public enum TestRule {
    LAW,
    LINE,
    INCOME,
    RIGHT,
    AMOUNT,
    SUPPLEMENT,
    KIND,
    REFUSAL,
    LIVESTOCK,
    LOAN
}
