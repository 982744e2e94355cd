package kz.ruralincome.web.ui.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.enrolment.ConsentDesk;
import kz.ruralincome.domain.enrolment.ConsentScope;
import kz.ruralincome.domain.enrolment.EnrolmentDesk;
import kz.ruralincome.domain.enrolment.EnrolmentRequest;
import kz.ruralincome.domain.enrolment.StepRefused;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;

/**
 * Takes the steps of {@code enrolment/person.xhtml}. Outside Faces, so that no session holds a view that could expire with
 * what was typed; a refused step shows it again.
 */
@WebServlet("/enrolment/step")
public class StepServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EnrolmentDesk desk;

    @Inject
    private transient ConsentDesk consents;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    /** Whoever had to sign in first comes back by this address. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.sendRedirect("person.xhtml?id=" + StepForm.personOf(request));
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var form = new StepForm(request);
        try {
            UUID person = StepForm.personOf(request);
            take(person, form);
            response.sendRedirect("person.xhtml?id=" + person + "&done=" + form.step());
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refusal) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (StepRefused refusal) {
            refused(
                    refusal.reasons().stream()
                            .map(reason -> language.say(reason.code(), reason.arguments()))
                            .toList(),
                    request,
                    response);
        } catch (DomainException refusal) {
            refused(Refusals.sentences(refusal, language), request, response);
        }
    }

    private void take(UUID person, StepForm form) {
        switch (form.step()) {
            case "ENROL" -> {
                var asked = new EnrolmentRequest(
                        form.day("day"),
                        form.number("unit", 9, "enrolment.unit"),
                        form.number("direction", 1, "enrolment.direction"),
                        form.dayIfAny("due"));
                form.demand();
                desk.enrol(person, asked, access.get());
            }
            case "SUSPEND", "RESUME", "LEAVE" -> {
                var day = form.day("day");
                form.demand();
                switch (form.step()) {
                    case "SUSPEND" -> desk.suspend(person, day, form.text("reason"), access.get());
                    case "RESUME" -> desk.resume(person, day, form.text("reason"), access.get());
                    default -> desk.leave(person, day, form.text("reason"), access.get());
                }
            }
            case "DECLINE" -> desk.decline(person, form.text("reason"), access.get());
            case "CONSENT" -> {
                var signed = new ConsentDesk.Signed(
                        form.oneOf("scope", ConsentScope.class),
                        form.day("day"),
                        form.dayIfAny("lastDay"),
                        form.text("document"));
                form.demand();
                consents.record(person, signed, access.get());
            }
            case "WITHDRAW" -> {
                var scope = form.oneOf("scope", ConsentScope.class);
                var from = form.day("from");
                var day = form.day("day");
                form.demand();
                consents.withdraw(person, scope, from, day, access.get());
            }
            default -> throw new NotFoundException("step");
        }
    }

    private static void refused(List<String> sentences, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Refusals.show("/enrolment/person.xhtml", sentences, request, response);
    }
}
