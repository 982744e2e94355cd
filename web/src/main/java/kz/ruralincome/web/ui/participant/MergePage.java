package kz.ruralincome.web.ui.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.merge.FactKind;
import kz.ruralincome.domain.merge.MergeDesk;
import kz.ruralincome.domain.merge.MergeLine;
import kz.ruralincome.domain.merge.MergeLine.Fate;
import kz.ruralincome.domain.merge.MergePreview;
import kz.ruralincome.domain.merge.MergeRequest;
import kz.ruralincome.domain.merge.Side;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/**
 * Backs {@code participant/merge.xhtml}: two records side by side, and what a merge would do. The choices stand in the address, by
 * the numbers of facts, so that a colleague can be shown them.
 */
@Named
@RequestScoped
public class MergePage {

    private static final String CHOICE = "[A-Z_]{1,30}-[0-9]{1,18}";

    @Inject
    private MergeDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();
    private final Map<String, Side> choices = new LinkedHashMap<>();

    private UUID kept;
    private UUID merged;
    private String mark;
    private String reason;
    private String document;
    private boolean read;
    private MergePreview preview;

    @PostConstruct
    void begin() {
        Access.demand(access.get().writesOfPersons());
        kept = id("kept");
        merged = id("merged");
        mark = Asked.text(request.getParameter("mark")).orElse("");
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches(CHOICE)) {
                asked.choice(name, values[0], Side.class).ifPresent(side -> choices.put(name, side));
            }
        });
    }

    private UUID id(String name) {
        try {
            return UUID.fromString(Asked.text(request.getParameter(name)).orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("participant");
        }
    }

    /** Reads both; the looks are noted by the door. */
    public void load() {
        getPreview();
    }

    /** Merges them, and leads to what was done. */
    public String merge() {
        read = false;
        var wanted = new MergeRequest(kept, merged, choices, mark, reason, document);
        return asked.goOn(() -> "/participant/merged.xhtml?faces-redirect=true&id="
                + desk.merge(wanted, access.get()).id());
    }

    /** Null where the two cannot be merged: {@link #getErrors} says why. */
    public MergePreview getPreview() {
        if (!read) {
            read = true;
            preview = null;
            try {
                preview = desk.preview(kept, merged, choices, access.get());
            } catch (RuleViolation refused) {
                if (!asked.isWrong()) {
                    asked.refused(refused);
                }
            }
        }
        return preview;
    }

    /** Whether every choice is made. */
    public boolean isSettled() {
        return getPreview() != null && preview.effect().isPresent();
    }

    /**
     * Whether the form that merges is there: with every choice made, and as long as it is being sent. Facts that came meanwhile
     * open new choices; the door then refuses, and nothing that was typed is lost.
     */
    public boolean isMergeable() {
        return request.getParameter("merge") != null || isSettled();
    }

    /** Of the facts that are shown. */
    public String getMark() {
        return getPreview() == null ? mark : preview.mark();
    }

    public boolean isChoosing() {
        return getPreview() != null && preview.lines().stream().anyMatch(MergePage::asks);
    }

    private static boolean asks(MergeLine line) {
        return line.fate() == Fate.CHOICE;
    }

    /** The kinds of facts of which more than one thing is asked: all of a kind can be chosen at once. */
    public List<FactKind> getMany() {
        return List.of(FactKind.values()).stream()
                .filter(kind -> preview.lines().stream()
                                .filter(line -> line.kind() == kind && asks(line))
                                .count()
                        > 1)
                .toList();
    }

    /** This view with everything of a kind chosen from one record. */
    public String all(FactKind kind, String side) {
        Address address = here(kept, merged);
        for (MergeLine line : preview.lines()) {
            if (asks(line)) {
                address = address.with(line.id(), line.kind() == kind ? side : choices.get(line.id()));
            }
        }
        return address.toString();
    }

    /** The same two, the other one kept. */
    public String getSwapped() {
        return here(merged, kept).toString();
    }

    private static Address here(UUID kept, UUID merged) {
        return Address.of("merge.xhtml").with("kept", kept).with("merged", merged);
    }

    public boolean isChosen(MergeLine line, String side) {
        return Optional.ofNullable(choices.get(line.id()))
                .filter(chosen -> chosen.name().equals(side))
                .isPresent();
    }

    /** The choices that were made, for the form that merges. */
    public List<Map.Entry<String, Side>> getChoices() {
        return List.copyOf(choices.entrySet());
    }

    public UUID getKept() {
        return kept;
    }

    public UUID getMerged() {
        return merged;
    }

    public int getLongestText() {
        return MergeDesk.LONGEST_TEXT;
    }

    public List<String> getErrors() {
        getPreview(); // whether the two can be merged is found while they are read
        return asked.sentences(language);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }
}
