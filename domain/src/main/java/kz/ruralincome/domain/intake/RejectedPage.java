package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some of the rejected rows of a load that have not been sent once more.
 *
 * @param columns of the list that the file has or that an error is about, in the order of the list
 * @param open how many there are in all
 * @param saved how many of them are saved to be sent
 * @param next the row after which the next page begins; empty: this is the last
 */
public record RejectedPage(
        Load load, List<String> columns, List<RejectedRow> rows, long open, long saved, OptionalLong next) {}
