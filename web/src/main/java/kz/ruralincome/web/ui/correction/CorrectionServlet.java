package kz.ruralincome.web.ui.correction;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.correction.CorrectionDesk;
import kz.ruralincome.domain.correction.CorrectionRequest;
import kz.ruralincome.domain.intake.FormFinding;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;

/**
 * Takes the forms of {@code correction/fact.xhtml} and {@code correction/view.xhtml}. Outside Faces, so that no session
 * holds a view that could expire with what was typed; a refused form shows its page again.
 */
@WebServlet("/correction/step")
public class CorrectionServlet extends HttpServlet {

    /** What the names of the fields of a fact begin with. */
    static final String CELL = "cell.";

    static final String CORRECT = "CORRECT";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CorrectionDesk desk;

    @Inject
    private transient FactWords words;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    /** @throws NotFoundException if it is none */
    static UUID personOf(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("person")));
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("participant");
        }
    }

    /** @throws NotFoundException if it is none */
    static long number(HttpServletRequest request, String name) {
        try {
            return Long.parseLong(String.valueOf(request.getParameter(name)));
        } catch (NumberFormatException foreign) {
            throw new NotFoundException("correction");
        }
    }

    /** Whoever had to sign in first comes back by this address. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = request.getParameter("fact") != null
                ? "fact.xhtml?"
                : request.getParameter("id") != null ? "view.xhtml?" : null;
        response.sendRedirect(page == null ? "list.xhtml" : page + request.getQueryString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean ofFact = request.getParameter("fact") != null;
        try {
            response.sendRedirect(ofFact ? correct(request) : decide(request));
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (AccessRefused refusal) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (DomainException refusal) {
            Refusals.show(
                    ofFact ? "/correction/fact.xhtml" : "/correction/view.xhtml",
                    sentences(refusal),
                    request,
                    response);
        }
    }

    private String correct(HttpServletRequest request) {
        boolean withdraws = !CORRECT.equals(request.getParameter("action"));
        var done = desk.correct(
                personOf(request),
                new CorrectionRequest(
                        String.valueOf(request.getParameter("list")),
                        number(request, "fact"),
                        withdraws ? Optional.empty() : Optional.of(cells(request)),
                        request.getParameter("reason"),
                        request.getParameter("document")),
                access.get());
        return "view.xhtml?id=" + done.id() + "&done=" + (done.isWritten() ? "WRITTEN" : "PROPOSED");
    }

    private static Map<String, String> cells(HttpServletRequest request) {
        Map<String, String> cells = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(CELL)) {
                cells.put(name.substring(CELL.length()), values[0]);
            }
        });
        return cells;
    }

    private String decide(HttpServletRequest request) {
        long id = number(request, "id");
        String step = String.valueOf(request.getParameter("action"));
        switch (step) {
            case "CONFIRM" -> desk.confirm(id, access.get());
            case "REFUSE" -> desk.refuse(id, request.getParameter("reason"), access.get());
            case "TAKE_BACK" -> desk.takeBack(id, access.get());
            default -> throw new NotFoundException("step");
        }
        return "view.xhtml?id=" + id + "&done=" + step;
    }

    private List<String> sentences(DomainException refusal) {
        if (refusal instanceof FormRefused refused) {
            return Stream.concat(
                            Stream.of(language.say("correction.refused")),
                            refused.findings().stream().map(this::sentence).distinct())
                    .toList();
        }
        return Refusals.sentences(refusal, language);
    }

    /** What overlaps is told without the load that it came with, which says nothing to whoever looks at a person. */
    private String sentence(FormFinding finding) {
        if (finding.code().equals("row.overlap")) {
            return language.say("correction.overlap");
        }
        String sentence = language.say(finding.code(), finding.arguments());
        return finding.column().isEmpty()
                ? sentence
                : language.say("correction.in-field", words.column(finding.list(), finding.column()), sentence);
    }
}
