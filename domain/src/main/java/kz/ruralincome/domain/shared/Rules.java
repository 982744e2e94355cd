package kz.ruralincome.domain.shared;

/** The version of the definitions by which figures are computed; it goes with every answer, and changes with them. */
public final class Rules {

    public static final String VERSION = "2026-11";

    private Rules() {}
}
