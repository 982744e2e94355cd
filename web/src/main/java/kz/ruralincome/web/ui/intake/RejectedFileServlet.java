package kz.ruralincome.web.ui.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.MendDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.intake.RejectedCells;
import kz.ruralincome.web.report.XlsxReport;
import kz.ruralincome.web.security.CurrentAccess;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Hands a person the rejected rows of a load under the file's own headings, to be mended in a spreadsheet and sent once more.
 * Written as they are read, whatever their number.
 */
@WebServlet("/intake/rejected")
public class RejectedFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int FLUSHED_ROWS = 1_000;

    @Inject
    private transient MendDesk desk;

    @Inject
    private transient ListDesk lists;

    @Inject
    private transient CurrentAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean spreadsheet = "xlsx".equals(request.getParameter("form"));
        try {
            UUID id = new MendForm(request).load();
            if (!desk.mayMend(lists.load(id, access.get()), access.get())) {
                throw new NotFoundException("load");
            }
            response.setContentType(spreadsheet ? XlsxReport.MEDIA_TYPE : "text/csv;charset=UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"rejected-%s.%s\"".formatted(id, spreadsheet ? "xlsx" : "csv"));
            if (spreadsheet) {
                writeSpreadsheet(id, response.getOutputStream());
            } else {
                writeCsv(id, response.getOutputStream());
            }
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void writeCsv(UUID id, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        text.write('\ufeff'); // else Excel takes the letters for another code page
        desk.export(id, access.get(), cells -> text.write(RejectedCells.line(cells)));
        text.flush();
    }

    /** Every cell is text: an IIN keeps its leading zero, and nothing is a formula. */
    private void writeSpreadsheet(UUID id, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Rural Income Pilot", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            desk.export(id, access.get(), new MendDesk.EachRow() {
                private int row;

                @Override
                public void row(String[] cells) throws IOException {
                    for (int i = 0; i < cells.length; i++) {
                        sheet.value(row, i, cells[i]);
                        sheet.style(row, i).format("@").set();
                    }
                    if (++row % FLUSHED_ROWS == 0) {
                        sheet.flush();
                    }
                }
            });
        }
    }
}
