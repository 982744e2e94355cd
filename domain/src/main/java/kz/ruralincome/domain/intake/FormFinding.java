package kz.ruralincome.domain.intake;

import java.util.List;

/**
 * Why a row of a form is refused; the code is the one that a list would give.
 *
 * @param list the list that the row is of
 * @param place where on the page it was said
 * @param column the heading of the cell
 * @param arguments what the sentence of the code needs
 */
public record FormFinding(String list, String place, String column, String code, List<String> arguments) {}
