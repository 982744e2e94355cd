package kz.ruralincome.domain.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file of the sample: a list as CSV in UTF-8, made while it is read, so that it is nowhere kept as a whole. It can be
 * opened as often as wanted and is the same each time.
 */
public final class SampleFile {

    /** Writes the rows of one part of a list, such as of one household. */
    @FunctionalInterface
    interface Part {
        void write(int part, SampleCsv out);
    }

    private final String list;
    private final LocalDate coversTo;
    private final String columns;
    private final int parts;
    private final Part writer;

    SampleFile(String list, LocalDate coversTo, String columns, int parts, Part writer) {
        this.list = list;
        this.coversTo = coversTo;
        this.columns = columns;
        this.parts = parts;
        this.writer = writer;
    }

    /** The name of the list, such as {@code assistance}. */
    public String list() {
        return list;
    }

    /** The day up to which the list is to be declared complete; empty where nothing is declared. */
    public Optional<LocalDate> coversTo() {
        return Optional.ofNullable(coversTo);
    }

    /** The file from its heading row to its last row. */
    public InputStream open() {
        return new Content();
    }

    /** Writes the whole file. */
    public void writeTo(Writer out) throws IOException {
        var csv = new SampleCsv();
        out.write(columns);
        out.write("\r\n");
        for (int part = 0; part < parts; part++) {
            writer.write(part, csv);
            out.write(csv.take());
        }
    }

    private final class Content extends InputStream {

        private static final int ENOUGH = 8192;

        private final SampleCsv csv = new SampleCsv();
        private byte[] bytes = (columns + "\r\n").getBytes(StandardCharsets.UTF_8);
        private int place;
        private int part;

        @Override
        public int read() {
            return isAtEnd() ? -1 : bytes[place++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - place);
            System.arraycopy(bytes, place, target, offset, count);
            place += count;
            return count;
        }

        private boolean isAtEnd() {
            while (place == bytes.length && part < parts) {
                var text = new StringBuilder();
                while (part < parts && text.length() < ENOUGH) {
                    writer.write(part++, csv);
                    text.append(csv.take());
                }
                bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                place = 0;
            }
            return place == bytes.length;
        }
    }
}
