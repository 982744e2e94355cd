package kz.ruralincome.web.rest.participant;

/**
 * What is searched for: an IIN, or a name.
 *
 * @param territory a KATO code that narrows a search by name
 * @param cursor {@code next} of the page before
 */
public record SearchRequest(String iin, String name, String territory, String cursor) {}
