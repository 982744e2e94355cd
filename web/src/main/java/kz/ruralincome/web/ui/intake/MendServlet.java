package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import kz.ruralincome.domain.intake.MendDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;

/** Takes the cells of {@code intake/mend.xhtml}: they are kept first, whatever else is wished. */
@WebServlet("/intake/mending")
public class MendServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MendDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    /** Whoever had to sign in first comes back by this address. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.sendRedirect("mend.xhtml?id=" + new MendForm(request).load());
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            var form = new MendForm(request);
            List<Long> refused = desk.save(form.load(), form.cells(), form.asTheyAre(), form.seen(), access.get());
            if (!refused.isEmpty()) {
                throw new RuleViolation(
                        "mend.refused", refused.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
            response.sendRedirect(
                    switch (form.action()) {
                        case "send" -> "load.xhtml?id=" + desk.send(form.load(), access.get());
                        case "next" -> address(form, request.getParameter("next"));
                        default -> address(form, Long.toString(form.after())) + "&done=saved";
                    });
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refusal) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (RuleViolation refusal) {
            Refusals.show("/intake/mend.xhtml", Refusals.sentences(refusal, language), request, response);
        }
    }

    private static String address(MendForm form, String after) {
        return "mend.xhtml?id=" + form.load()
                + (after != null && after.matches("[0-9]{1,12}") ? "&after=" + after : "");
    }
}
