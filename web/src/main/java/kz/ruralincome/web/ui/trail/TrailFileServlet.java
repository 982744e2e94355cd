package kz.ruralincome.web.ui.trail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.trail.TrailDesk;
import kz.ruralincome.domain.trail.TrailLine;
import kz.ruralincome.web.intake.ErrorCell;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Hands an administrator what was found in the audit trail, written as it is read. */
@WebServlet("/trail/trail.csv")
public class TrailFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrailDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Access.demand(access.get().administers());
            var asked = new Asked();
            var filter = new TrailForm(request).filter(asked);
            if (asked.isWrong()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
            Writer text =
                    new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            text.write("id,at,account,action,person,details,outcome,latency_ms\r\n");
            desk.each(filter, access.get(), line -> write(line, text));
            text.flush();
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (InvalidRequest wrong) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (AccessRefused refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void write(TrailLine line, Writer text) {
        try {
            text.write(Long.toString(line.id()));
            for (String field : new String[] {
                line.at().toInstant().toString(),
                line.account(),
                line.action(),
                line.person().map(UUID::toString).orElse(""),
                line.details().orElse(""),
                line.outcome().orElse(""),
                line.latencyMillis().map(String::valueOf).orElse("")
            }) {
                text.write(',');
                text.write(ErrorCell.of(field));
            }
            text.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
