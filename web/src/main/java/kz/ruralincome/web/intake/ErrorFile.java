package kz.ruralincome.web.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.web.language.FindingText;
import kz.ruralincome.web.language.Language;

/** All errors of a load as a CSV file, written as they are read. */
public record ErrorFile(ListDesk desk, UUID load, Language language) {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    public String disposition() {
        return "attachment; filename=\"errors-" + load + ".csv\"";
    }

    public void write(OutputStream out, Access caller) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("row,column,code,message,value\r\n");
        desk.eachError(load, caller, problem -> write(problem, text));
        text.flush();
    }

    private void write(LoadProblem problem, Writer text) {
        try {
            text.write(Long.toString(problem.row()));
            for (String field : new String[] {
                problem.column().orElse(""),
                problem.code(),
                FindingText.of(problem, language),
                problem.value().orElse("")
            }) {
                text.write(',');
                text.write(ErrorCell.of(field));
            }
            text.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
