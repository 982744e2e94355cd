package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an XLSX file. The file lies in a temporary file meanwhile: the format cannot be streamed. */
final class XlsxSheet implements SheetReader {

    private static final int WIDEST_ROW = 256;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxSheet(Path file, ReadableWorkbook workbook) throws IOException {
        this.file = file;
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxSheet open(InputStream bytes) throws IOException {
        Path file = Files.createTempFile("pilot-list", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            ZipLimits.check(file);
            return new XlsxSheet(file, new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)));
        } catch (FileRefused e) {
            Files.deleteIfExists(file);
            throw e;
        } catch (IOException | RuntimeException e) { // the library answers rubbish with any of them
            Files.deleteIfExists(file);
            throw FileRefused.because(e, "file.unreadable", "XLSX");
        }
    }

    @Override
    public String[] next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            String[] cells = new String[Math.min(row.getCellCount(), WIDEST_ROW)];
            for (int i = 0; i < cells.length; i++) {
                Cell cell = row.getCell(i);
                cells[i] = cell == null ? "" : SheetReader.trimmed(text(cell));
            }
            return cells;
        } catch (RuntimeException e) { // a broken part of the file, found while it is streamed
            throw FileRefused.because(e, "file.unreadable", "XLSX");
        }
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> numeric(cell, cell.getRawValue());
            case FORMULA -> formula(cell);
            case STRING -> cell.asString();
            case BOOLEAN, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case EMPTY -> "";
        };
    }

    private String formula(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return raw.matches("-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?") ? numeric(cell, raw) : raw;
    }

    /** Excel keeps 15 digits and shows no more; what lies behind them is noise of its binary arithmetic. */
    private String numeric(Cell cell, String raw) {
        if (raw == null || raw.isBlank()) {
            return "";
        }
        BigDecimal number = new BigDecimal(raw.strip()).round(new MathContext(15));
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            LocalDate zero = workbook.isDate1904() ? DAY_ZERO_1904 : DAY_ZERO;
            return zero.plusDays(number.longValue()).toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static boolean isDate(Integer formatId, String format) {
        if (formatId != null && (formatId >= 14 && formatId <= 17 || formatId == 22)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.indexOf('г') >= 0;
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
            workbook.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
