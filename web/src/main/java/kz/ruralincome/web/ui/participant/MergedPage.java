package kz.ruralincome.web.ui.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.merge.Fact;
import kz.ruralincome.domain.merge.MergeDesk;
import kz.ruralincome.domain.merge.Side;
import kz.ruralincome.domain.merge.UndoPreview;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code participant/merged.xhtml}: that two records were merged, by whom and why, and what would be if it were undone. */
@Named
@RequestScoped
public class MergedPage {

    @Inject
    private MergeDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private UUID id;
    private String reason;
    private UndoPreview preview;

    @PostConstruct
    void begin() {
        Access.demand(access.get().writesOfPersons());
        try {
            id = UUID.fromString(Asked.text(request.getParameter("id")).orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("merge");
        }
    }

    /** Opens it; the look is noted by the door. */
    public void load() {
        getPreview();
    }

    /** Parts the two records again. */
    public String undo() {
        preview = null;
        return asked.goOn(() -> {
            desk.undo(id, reason, access.get());
            return "/participant/merged.xhtml?faces-redirect=true&id=" + id;
        });
    }

    public UndoPreview getPreview() {
        if (preview == null) {
            preview = desk.open(id, access.get());
        }
        return preview;
    }

    /** What came after the merge, of one side. */
    public List<Fact> arrived(String side) {
        return getPreview().arrived().entrySet().stream()
                .filter(entry -> entry.getValue() == Side.valueOf(side))
                .map(Map.Entry::getKey)
                .toList();
    }

    public String getName() {
        return language.personName(getPreview().name());
    }

    public UUID getId() {
        return id;
    }

    public int getLongestText() {
        return MergeDesk.LONGEST_TEXT;
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
