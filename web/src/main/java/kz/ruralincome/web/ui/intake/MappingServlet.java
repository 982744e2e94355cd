package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.MappingDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;

/**
 * Takes what was chosen on {@code intake/map.xhtml} and {@code intake/mappings.xhtml}. Outside Faces, so that no session holds a
 * view that could expire with it.
 */
@WebServlet("/intake/mapping")
public class MappingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MappingDesk desk;

    @Inject
    private transient ListDesk lists;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    /** Whoever had to sign in first comes back by this address. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String load = request.getParameter("id");
        response.sendRedirect(
                load != null && load.matches("[-0-9a-f]{36}") ? "map.xhtml?id=" + load : "mappings.xhtml");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            response.sendRedirect(done(request));
        } catch (NotFoundException | IllegalArgumentException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refusal) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (InvalidRequest refusal) {
            refused(
                    refusal.errors().stream()
                            .map(error -> sentence(error, request))
                            .toList(),
                    request,
                    response);
        } catch (DomainException refusal) {
            refused(Refusals.sentences(refusal, language), request, response);
        }
    }

    /** The address that follows. */
    private String done(HttpServletRequest request) {
        String action = String.valueOf(request.getParameter("action"));
        if (action.equals("send")) {
            return "load.xhtml?id=" + desk.send(load(request), MappingForm.draft(request), access.get());
        }
        UUID mapping = UUID.fromString(String.valueOf(request.getParameter("mapping")));
        switch (action) {
            case "rename" -> desk.rename(mapping, request.getParameter("name"), access.get());
            case "remove" -> desk.remove(mapping, access.get());
            default -> throw new NotFoundException("mapping");
        }
        return "mappings.xhtml";
    }

    private static UUID load(HttpServletRequest request) {
        return UUID.fromString(String.valueOf(request.getParameter("id")));
    }

    /** Columns are named as the reader calls them. */
    private String sentence(FieldError error, HttpServletRequest request) {
        if (request.getParameter("id") == null) {
            return language.say(error.code(), error.arguments());
        }
        String list = lists.load(load(request), access.get()).list();
        return switch (error.code()) {
            case "mapping.missing", "mapping.twice" ->
                language.say(
                        error.code(),
                        label(list, String.valueOf(error.arguments().get(0))));
            case "mapping.stale", "mapping.data-row", "mapping.name.missing", "mapping.name.long" ->
                language.say(error.code(), error.arguments());
            default -> label(list, error.field()) + ": " + language.say(error.code(), error.arguments());
        };
    }

    private String label(String list, String column) {
        return Labels.column(list, column, language.getCode());
    }

    private static void refused(List<String> sentences, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Refusals.show(
                request.getParameter("id") != null ? "/intake/map.xhtml" : "/intake/mappings.xhtml",
                sentences,
                request,
                response);
    }
}
