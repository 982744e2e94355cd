package kz.ruralincome.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a report as XLSX: a sheet each, numbers as numbers. */
public final class XlsxReport {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_NAME = 31;
    private static final int WIDE = 48;
    private static final int NARROW = 16;

    private XlsxReport() {}

    /** The bytes of the file. */
    public static byte[] of(CollegiumText report) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Rural Income Pilot", "1.0")) {
            workbook.properties().setTitle(report.title());
            for (int number = 0; number < report.sheets().size(); number++) {
                Sheet sheet = report.sheets().get(number);
                Worksheet to = workbook.newWorksheet(name(number, sheet.title()));
                int below = write(to, sheet, number == 0 ? report : null);
                // beside the table of the parts, as in print
                if (number == 1 && !report.map().areas().isEmpty()) {
                    to.addImage(
                            below + 1,
                            0,
                            MapPicture.png(report.map()),
                            report.map().width(),
                            report.map().height());
                    to.value(below, 0, report.mapCaption());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a sheet may be called: short, and without the signs of an address. */
    private static String name(int number, String title) {
        String name = number + 1 + " " + title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
    }

    /** The first row below it. */
    private static int write(Worksheet to, Sheet sheet, CollegiumText head) {
        int row = 0;
        if (head != null) {
            to.value(row, 0, head.title());
            to.style(row++, 0).bold().fontSize(14).set();
            to.value(row++, 0, head.subtitle());
            for (String fact : head.facts()) {
                to.value(row++, 0, fact);
            }
            row++;
        }
        to.value(row, 0, sheet.title());
        to.style(row++, 0).bold().set();
        for (int column = 0; column < sheet.columns().size(); column++) {
            to.value(row, column, sheet.columns().get(column).name());
            to.style(row, column).bold().wrapText(true).set();
            to.width(column, column == 0 ? WIDE : NARROW);
        }
        row++;
        for (List<Sheet.Cell> cells : sheet.rows()) {
            for (int column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                if (cell.value() == null) {
                    to.value(row, column, cell.text());
                } else {
                    to.value(row, column, cell.value());
                    // with one format for both, a spreadsheet shows a whole number with a point behind it
                    int decimals = cell.value().stripTrailingZeros().scale();
                    String format = decimals > 0 ? "#,##0.0" + "#".repeat(Math.max(1, decimals - 1)) : "#,##0";
                    to.style(row, column).format(format).set();
                }
            }
            row++;
        }
        for (String note : sheet.notes()) {
            to.value(row++, 0, note);
        }
        return row + 1;
    }
}
