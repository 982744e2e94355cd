package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.intake.ErrorFile;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** Hands a person all errors of a load; the API, which takes no session, has the same for programs. */
@WebServlet("/intake/errors.csv")
public class ErrorFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ListDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            desk.demandCells(access.get());
            var load = desk.load(UUID.fromString(String.valueOf(request.getParameter("id"))), access.get());
            var errors = new ErrorFile(desk, load.id(), language.get());
            response.setContentType(ErrorFile.MEDIA_TYPE);
            response.setHeader("Content-Disposition", errors.disposition());
            errors.write(response.getOutputStream(), access.get());
        } catch (IllegalArgumentException | NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
