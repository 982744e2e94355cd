package kz.ruralincome.web.ui.assignment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.Assignment.Step;
import kz.ruralincome.domain.assignment.AssignmentDesk;
import kz.ruralincome.domain.assignment.AssignmentState;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code assignment/assignment.xhtml}: one assignment, what became of it, and what the caller may do with it. */
@Named
@RequestScoped
public class ViewAssignmentPage {

    @Inject
    private AssignmentDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private int number;
    private String words;
    private Assignment assignment;
    private List<Step> history;

    @PostConstruct
    void begin() {
        number = numberOf("id");
    }

    private int numberOf(String parameter) {
        try {
            return Integer.parseInt(Asked.text(request.getParameter(parameter)).orElse(""));
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("assignment");
        }
    }

    /** Also when a button is pressed: which buttons there are depends on the assignment. */
    public Assignment getAssignment() {
        if (assignment == null) {
            assignment = desk.open(number, access.get());
        }
        return assignment;
    }

    public List<Step> getHistory() {
        if (history == null) {
            history = desk.history(number, access.get());
        }
        return history;
    }

    public List<AssignmentState> getSteps() {
        return getAssignment().stepsFor(access.get());
    }

    /** Also when the form comes back after somebody was quicker: what was written must be read, and told why it is refused. */
    public boolean may(AssignmentState next) {
        return getSteps().contains(next) || isSent();
    }

    public boolean isOpen() {
        return !getSteps().isEmpty() || isSent();
    }

    private boolean isSent() {
        return request.getParameter("nth") != null;
    }

    public String accept() {
        return step(AssignmentState.ACCEPTED);
    }

    public String report() {
        return step(AssignmentState.REPORTED);
    }

    public String sendBack() {
        return step(AssignmentState.SENT_BACK);
    }

    public String close() {
        return step(AssignmentState.CLOSED);
    }

    private String step(AssignmentState next) {
        assignment = null;
        return asked.goOn(() -> {
            desk.step(number, numberOf("nth"), next, words, access.get());
            return "/assignment/assignment.xhtml?faces-redirect=true&id=" + number;
        });
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
