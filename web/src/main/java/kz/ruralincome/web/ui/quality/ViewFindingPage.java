package kz.ruralincome.web.ui.quality;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.quality.Finding;
import kz.ruralincome.domain.quality.FindingDesk;
import kz.ruralincome.domain.quality.FindingState;
import kz.ruralincome.domain.shared.Explanation;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code quality/finding.xhtml}: one finding, what it rests on, where it is mended; and why it may be right. */
@Named
@RequestScoped
public class ViewFindingPage {

    @Inject
    private FindingDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private long id;
    private String mark;
    private String reason;
    private Finding finding;
    private List<Finding> former;

    @PostConstruct
    void begin() {
        Access.demand(access.get().writesOfPersons());
        mark = request.getParameter("mark");
        try {
            id = Long.parseLong(Asked.text(request.getParameter("id")).orElse(""));
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("quality");
        }
    }

    /** Opens the finding; the look is noted by the door. */
    public void load() {
        finding = desk.open(id, access.get());
    }

    /** Keeps why it is right as it is. */
    public String explain() {
        return act(() -> desk.explain(id, mark == null ? "" : mark, reason == null ? "" : reason, access.get()));
    }

    public String takeBack() {
        return act(() -> desk.takeBack(id, access.get()));
    }

    private String act(Runnable action) {
        finding = null;
        return asked.goOn(() -> {
            action.run();
            return "/quality/finding.xhtml?faces-redirect=true&id=" + id;
        });
    }

    /** Also when a button is pressed: which buttons there are depends on the finding, before the view has read it. */
    public Finding getFinding() {
        if (finding == null) {
            load();
        }
        return finding;
    }

    public List<Finding> getFormer() {
        if (former == null) {
            former = desk.former(id, access.get());
        }
        return former;
    }

    public boolean isExplainable() {
        return getFinding().state() == FindingState.OPEN;
    }

    public boolean isRevocable() {
        return getFinding().state() == FindingState.EXPLAINED
                && getFinding().endedAt().isEmpty();
    }

    public int getLongestReason() {
        return Explanation.LONGEST;
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
