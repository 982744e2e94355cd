package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import kz.ruralincome.domain.assistance.AssistanceDesk;
import kz.ruralincome.domain.assistance.Decision;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.security.CurrentAccess;

/** Backs {@code assistance/decision.xhtml}: a decision as it was made, with all that it rested on. */
@Named
@RequestScoped
public class DecisionPage {

    @Inject
    private AssistanceDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private HttpServletRequest request;

    private Decision decision;

    /** Reads the decision that the address names. */
    public void load() {
        String id = request.getParameter("id");
        if (id == null || !id.matches("[0-9]{1,18}")) {
            throw new NotFoundException("decision");
        }
        decision = desk.decision(Long.parseLong(id), access.get());
    }

    public Decision getDecision() {
        return decision;
    }

    /** Whether the officer decided what the program had recommended. */
    public boolean isAsRecommended() {
        return decision.summary().decided().follows(decision.result());
    }

    /** Whether there was anything to follow. */
    public boolean isRecommended() {
        return decision.result().missing().isEmpty();
    }
}
