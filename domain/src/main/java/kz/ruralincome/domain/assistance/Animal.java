package kz.ruralincome.domain.assistance;

/** Productive livestock and poultry that bring a household income by norm. */
public enum Animal {
    CATTLE,
    HORSE,
    CAMEL,
    SHEEP,
    GOAT,
    PIG,
    POULTRY
}
