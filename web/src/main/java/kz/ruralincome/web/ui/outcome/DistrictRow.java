package kz.ruralincome.web.ui.outcome;

/** One part of a territory; {@code link} opens its own figures, where it has any. */
public record DistrictRow(String kato, String name, String link, IndicatorRow line) {}
