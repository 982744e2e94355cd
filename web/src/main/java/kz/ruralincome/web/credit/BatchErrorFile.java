package kz.ruralincome.web.credit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.web.intake.ErrorCell;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;

/** All errors of a batch as a CSV file, written as they are read. */
public record BatchErrorFile(UUID batch, Language language) {

    public String disposition() {
        return "attachment; filename=\"errors-" + batch + ".csv\"";
    }

    /** The sentence of an error. */
    public static String sentence(LoanBatch.Error error, Language language) {
        return Texts.of(language, error.code(), error.arguments());
    }

    /** @param errors hands every error to whoever asks */
    public void write(OutputStream out, Consumer<Consumer<LoanBatch.Error>> errors) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("line,field,code,message\r\n");
        errors.accept(error -> {
            try {
                text.write(Integer.toString(error.line()));
                for (String cell : List.of(error.field(), error.code(), sentence(error, language))) {
                    text.write(',');
                    text.write(ErrorCell.of(cell));
                }
                text.write("\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        text.flush();
    }
}
