package kz.ruralincome.web.ui.screening;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.screening.FactsStand;
import kz.ruralincome.domain.screening.Screening;
import kz.ruralincome.domain.screening.ScreeningDesk;
import kz.ruralincome.domain.screening.StaleDraft;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;

/**
 * Takes what is typed into the form of a screening: from a script while one goes from field to field, and whole when a button
 * is pressed. Outside Faces, so that no session holds a view that could expire with what was typed.
 */
@WebServlet("/screening/save")
public class ScreeningServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    @Inject
    private transient ScreeningDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    @Inject
    private transient Formats format;

    /** Whoever had to sign in first comes back by this address. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        try {
            response.sendRedirect(id == null ? "list.xhtml" : address(request, FormStep.PLACE, ""));
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var form = new SentForm(request);
        try {
            act(form, request, response);
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refusal) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (StaleDraft stale) {
            refused(
                    form,
                    List.of(language.say("screening.stale", stale.by(), format.moment(stale.at()))),
                    request,
                    response);
        } catch (FactsStand refusal) {
            refused(
                    form,
                    List.of(language.say(refusal.code(), FlawText.lists(refusal.lists(), language))),
                    request,
                    response);
        } catch (DomainException refusal) {
            refused(form, Refusals.sentences(refusal, language), request, response);
        }
    }

    private void act(SentForm form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (form.action().equals("begin")) {
            UUID begun = form.person()
                    .map(person -> desk.beginAt(person, access.get()))
                    .orElseGet(() -> desk.begin(access.get()));
            response.sendRedirect("form.xhtml?id=" + begun);
            return;
        }
        UUID id = form.id();
        if (form.action().equals("cancel")) {
            desk.cancel(id, form.version(), request.getParameter("reason"), access.get());
            response.sendRedirect("view.xhtml?id=" + id);
            return;
        }
        Screening now = desk.save(id, form.version(), form::change, access.get());
        if (form.isScript()) {
            saved(now, response);
            return;
        }
        switch (form.action()) {
            case "find" -> {
                desk.choose(id, now.version(), request.getParameter("find"), access.get());
                response.sendRedirect(address(request, FormStep.MEMBERS, ""));
            }
            case "finish" -> {
                boolean done = desk.finish(id, now.version(), access.get()).isEmpty();
                response.sendRedirect(
                        done ? "view.xhtml?id=" + id + "&done=finished" : address(request, FormStep.CHECK, ""));
            }
            case "add" ->
                response.sendRedirect(address(
                        request,
                        FormStep.MEMBERS,
                        "#member-" + (now.sheet().members().size() - 1)));
            case "next" -> response.sendRedirect(address(request, form.step().next(), ""));
            default -> response.sendRedirect(address(request, form.step(), ""));
        }
    }

    private static String address(HttpServletRequest request, FormStep step, String anchor) {
        return "form.xhtml?id=" + SentForm.idOf(request) + "&step=" + step.code() + anchor;
    }

    /** For the script: the version and the members that the page now shows, and what can be said of the answers. */
    private void saved(Screening now, HttpServletResponse response) throws IOException {
        var flaws = Json.createObjectBuilder();
        now.flaws().forEach(flaw -> flaws.add(flaw.place(), FlawText.of(flaw, language)));
        write(
                response,
                HttpServletResponse.SC_OK,
                Json.createObjectBuilder()
                        .add("version", now.version())
                        .add("people", SentForm.people(now.sheet()))
                        .add("said", language.say("screening.saved", format.moment(now.changedAt())))
                        .add("flaws", flaws)
                        .build()
                        .toString());
    }

    /** What was typed is shown again beside the reason, so that nothing of it is lost. */
    private void refused(
            SentForm form, List<String> sentences, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (form.isScript()) {
            write(
                    response,
                    CONFLICT,
                    Json.createObjectBuilder()
                            .add("said", String.join(" ", sentences))
                            .build()
                            .toString());
            return;
        }
        request.setAttribute(SentForm.class.getName(), form);
        Refusals.show("/screening/form.xhtml", sentences, request, response);
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json);
    }
}
