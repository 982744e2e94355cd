package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadOrigin;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;

/**
 * Takes the file of the form on {@code intake/lists.xhtml}. Outside Faces, so that a script can show how far the file has
 * come; without scripts the form works all the same.
 */
@WebServlet("/intake/upload")
@MultipartConfig(maxFileSize = ListDesk.LARGEST_FILE, fileSizeThreshold = 1 << 16)
public class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient ListDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            accepted(receive(request), request, response);
        } catch (InvalidRequest refusal) {
            refused(422, Refusals.sentences(refusal, language), request, response);
        } catch (DomainException refusal) {
            refused(409, Refusals.sentences(refusal, language), request, response);
        } catch (IllegalStateException tooLarge) {
            refused(413, List.of(language.say("file.too-big", ListDesk.LARGEST_FILE >> 20)), request, response);
        }
    }

    private UUID receive(HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null
                || file.getSubmittedFileName() == null
                || file.getSubmittedFileName().isEmpty()) {
            throw new InvalidRequest("file", "intake.upload.no-file");
        }
        String name = file.getSubmittedFileName();
        var form = new UploadForm(request);
        String type = mediaType(name).orElseThrow(() -> new InvalidRequest("file", "intake.upload.wrong-file", name));
        try (InputStream content = file.getInputStream()) {
            return desk.receive(form.list(), form.options(), LoadOrigin.PAGE, type, name, content, access.get());
        } finally {
            file.delete();
        }
    }

    /** By the name: what browsers say of a CSV depends on the programs of the computer they run on. */
    private static Optional<String> mediaType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return Optional.of(XLSX);
        }
        return lower.endsWith(".csv") || lower.endsWith(".txt") ? Optional.of("text/csv") : Optional.empty();
    }

    private static void accepted(UUID load, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = request.getContextPath() + "/intake/load.xhtml?id=" + load;
        if (isScript(request)) {
            write(
                    response,
                    202,
                    Json.createObjectBuilder().add("location", address).build().toString());
        } else {
            response.sendRedirect(address);
        }
    }

    private static void refused(
            int status, List<String> sentences, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (isScript(request)) {
            var told = Json.createArrayBuilder();
            sentences.forEach(told::add);
            write(
                    response,
                    status,
                    Json.createObjectBuilder().add("errors", told).build().toString());
        } else {
            Refusals.show("/intake/lists.xhtml", sentences, request, response);
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        return String.valueOf(request.getHeader("Accept")).startsWith("application/json");
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json);
    }
}
