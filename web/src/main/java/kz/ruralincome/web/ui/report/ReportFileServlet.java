package kz.ruralincome.web.ui.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.security.CurrentAccess;

/** The files of approved reports, as they were approved. */
@WebServlet("/outcome/report-file")
public class ReportFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReportShelf shelf;

    @Inject
    private transient CurrentAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var file = shelf.file(
                    Integer.parseInt(String.valueOf(request.getParameter("id"))),
                    String.valueOf(request.getParameter("name")),
                    access.get());
            Attachment.send(response, file.name(), file.mediaType(), file.content());
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (NumberFormatException | NotFoundException nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
