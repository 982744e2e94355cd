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
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.MendDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
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

    /** A sheet holds 1 048 576 rows. */
    static final long MOST_SHEET_ROWS = 1_000_000;

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
            Load load = lists.load(id, access.get());
            if (!desk.mayMend(load, access.get()) || (spreadsheet && load.rejected() > MOST_SHEET_ROWS)) {
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
        } catch (RuleViolation unreadable) {
            if (response.isCommitted()) {
                throw unreadable;
            }
            response.reset();
            response.sendRedirect("mend.xhtml?id=" + new MendForm(request).load()); // which says why
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
                        sheet.inlineString(row, i, cells[i]); // value() would hold every text until the end
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
