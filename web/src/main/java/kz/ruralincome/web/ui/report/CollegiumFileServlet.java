package kz.ruralincome.web.ui.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.report.CollegiumDesk;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.report.CollegiumSheets;
import kz.ruralincome.web.report.CollegiumText;
import kz.ruralincome.web.report.PdfReport;
import kz.ruralincome.web.report.XlsxReport;
import kz.ruralincome.web.security.CurrentAccess;

/** The files of the collegium report, as its page links them. */
@WebServlet("/outcome/collegium-file")
public class CollegiumFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CollegiumDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Language> language = asked(request, "in").flatMap(Language::of);
        String form = asked(request, "form").orElse("");
        try {
            var question = new OutcomeQuestion(
                    LocalDate.parse(asked(request, "asOf").orElse("")),
                    Optional.empty(),
                    asked(request, "territory"),
                    Population.ALL,
                    asked(request, "asKnownOn").map(OffsetDateTime::parse));
            var report =
                    desk.report(question, asked(request, "assignmentsOn").map(OffsetDateTime::parse), access.get());
            CollegiumText text = CollegiumSheets.of(report, language.orElse(Language.KK));
            if (form.equals("xlsx")) {
                Attachment.send(response, text.fileName(report) + ".xlsx", XlsxReport.MEDIA_TYPE, XlsxReport.of(text));
            } else {
                Attachment.send(response, text.fileName(report) + ".pdf", "application/pdf", PdfReport.of(text));
            }
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (DateTimeException | InvalidRequest nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Optional<String> asked(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }
}
