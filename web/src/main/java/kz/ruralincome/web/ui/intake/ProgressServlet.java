package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** Tells the script of a page how far a load is. */
@WebServlet("/intake/progress")
public class ProgressServlet extends HttpServlet {

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
            var load = desk.load(UUID.fromString(String.valueOf(request.getParameter("id"))), access.get());
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("atRest", load.state().isAtRest())
                            .add("percent", load.state() == LoadState.RECEIVED ? 0 : load.progress())
                            .add("state", language.say("intake.state." + load.state()))
                            .build()
                            .toString());
        } catch (IllegalArgumentException | DomainException outOfReach) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
