package kz.ruralincome.web.ui.intake;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.movement.LoadEffect;
import kz.ruralincome.domain.movement.LoadEffectDesk;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** Tells the script of a page how far a load is, and how far it is to be known what it would do. */
@WebServlet("/intake/progress")
public class ProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ListDesk desk;

    @Inject
    private transient CurrentAccess access;

    @Inject
    private transient CurrentLanguage language;

    @Inject
    private transient LoadEffectDesk effects;

    @Inject
    private transient LoadEffectText texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var load = desk.load(UUID.fromString(String.valueOf(request.getParameter("id"))), access.get());
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            JsonObjectBuilder told = Json.createObjectBuilder()
                    .add("atRest", load.state().isAtRest())
                    .add("percent", load.state() == LoadState.RECEIVED ? 0 : load.progress())
                    .add("state", language.say("intake.state." + load.state()));
            effects.of(load.id(), access.get())
                    .ifPresent(effect -> told.add(
                            "effect",
                            Json.createObjectBuilder()
                                    .add("known", effect.told() != LoadEffect.Told.COMPUTING)
                                    .add("percent", effect.progress())
                                    .add("sentence", texts.of(effect))));
            response.getWriter().write(told.build().toString());
        } catch (IllegalArgumentException | DomainException outOfReach) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
