package kz.ruralincome.domain.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
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
        var csv = new SampleCsv();
        return new SampleContent(columns + "\r\n", parts, part -> {
            writer.write(part, csv);
            return csv.take();
        });
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
}
