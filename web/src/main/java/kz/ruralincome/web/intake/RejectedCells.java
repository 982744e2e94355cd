package kz.ruralincome.web.intake;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rejected rows as lines of a CSV file that a spreadsheet opens and the program takes in again. Semicolons, since spreadsheets
 * here expect them. A cell that would be a formula is disarmed; a number or a phone with its sign is none.
 */
public final class RejectedCells {

    private RejectedCells() {}

    public static String line(String[] cells) {
        return Arrays.stream(cells)
                        .map(cell -> cell.matches("[+-][0-9 .,()-]*") ? cell : ErrorCell.of(cell))
                        .collect(Collectors.joining(";"))
                + "\r\n";
    }
}
