package kz.ruralincome.web.ui.credit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kz.ruralincome.domain.credit.BatchShelf;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.credit.BatchErrorFile;
import kz.ruralincome.web.intake.ErrorFile;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** Hands a person all errors of a batch; the API, which takes no session, has the same for its lender. */
@WebServlet("/credit/errors.csv")
public class BatchErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient BatchShelf shelf;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var caller = access.get();
            UUID batch = shelf.find(UUID.fromString(String.valueOf(request.getParameter("id"))), caller)
                    .batch()
                    .id();
            var file = new BatchErrorFile(batch, language.get());
            response.setContentType(ErrorFile.MEDIA_TYPE);
            response.setHeader("Content-Disposition", file.disposition());
            file.write(response.getOutputStream(), reader -> shelf.eachError(batch, caller, reader));
        } catch (IllegalArgumentException | NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
