package kz.ruralincome.web.ui.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assignment.AssignmentDesk;
import kz.ruralincome.domain.assignment.AssignmentFilter;
import kz.ruralincome.domain.assignment.AssignmentFilter.Standing;
import kz.ruralincome.domain.correction.CorrectionList;
import kz.ruralincome.domain.credit.LoanFilter;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.enrolment.Waiting;
import kz.ruralincome.domain.enrolment.WaitingDesk;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadConcern;
import kz.ruralincome.domain.quality.FindingCounts;
import kz.ruralincome.domain.quality.FindingDesk;
import kz.ruralincome.domain.quality.FindingKind;
import kz.ruralincome.domain.quality.FindingState;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

/**
 * Backs {@code index.xhtml}: what waits for whoever signs in, each with the list where it is mended. Every number is asked of
 * the door that gives the list, so the two agree.
 */
@Named
@RequestScoped
public class DeskPage {

    @Inject
    private AssignmentDesk assignments;

    @Inject
    private WaitingDesk waiting;

    @Inject
    private CorrectionList corrections;

    @Inject
    private FindingDesk findings;

    @Inject
    private LoanRegister loans;

    @Inject
    private ListDesk lists;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private List<Part> parts;

    /** A part of the desk; empty: nothing of it waits. */
    public record Part(String name, String about, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** Something that waits, how often, and the list of it. */
    public record Line(String name, long count, Address list) {}

    /** Whether the caller has a whole desk: akimat staff come for the figures, and to their assignments. */
    public boolean isThere() {
        return access.get().writesOfPersons();
    }

    /** The parts, each with what there is at least one of. */
    public List<Part> getParts() {
        if (parts == null) {
            parts = isThere() ? List.of(assignments(), people(), loads(), loans(), findings()) : List.of(assignments());
        }
        return parts;
    }

    private Part assignments() {
        String own = access.get().account();
        List<Line> lines = new ArrayList<>();
        lines.add(assignments("desk.assignments.overdue", AssignmentFilter.overdueOf(own)));
        lines.add(assignments("desk.assignments.GIVEN", AssignmentFilter.of(own, Standing.GIVEN)));
        lines.add(assignments("desk.assignments.ACCEPTED", AssignmentFilter.of(own, Standing.ACCEPTED)));
        lines.add(assignments("desk.assignments.SENT_BACK", AssignmentFilter.of(own, Standing.SENT_BACK)));
        lines.add(assignments("desk.assignments.REPORTED", AssignmentFilter.reportedTo(own)));
        return part("assignments", lines);
    }

    private Line assignments(String key, AssignmentFilter filter) {
        return line(
                key,
                assignments.count(filter, access.get()),
                Address.of("assignment/assignments.xhtml")
                        .with("owner", filter.owner().orElse(null))
                        .with("giver", filter.giver().orElse(null))
                        .with("state", filter.standing())
                        .with("overdue", filter.isOverdue() ? "true" : null));
    }

    private Part people() {
        var counts = waiting.counts(access.get());
        List<Line> lines = new ArrayList<>();
        for (Waiting kind : Waiting.values()) {
            lines.add(line(
                    "desk.waiting." + kind,
                    counts.get(kind),
                    Address.of("enrolment/waiting.xhtml").with("of", kind)));
        }
        lines.add(line(
                "desk.corrections",
                corrections.count(CorrectionList.Kind.TO_DECIDE, access.get()),
                Address.of("correction/list.xhtml").with("of", CorrectionList.Kind.TO_DECIDE)));
        return part("people", lines);
    }

    private Part loads() {
        var counts = lists.concerns(access.get());
        return part(
                "loads",
                Arrays.stream(LoadConcern.values())
                        .map(concern -> line(
                                "intake.concern." + concern,
                                counts.get(concern),
                                Address.of("intake/lists.xhtml").with("concern", concern)))
                        .toList());
    }

    private Part loans() {
        var counts = loans.findings(LoanFilter.all(), access.get());
        return part(
                "loans",
                Arrays.stream(LoanFinding.values())
                        .map(finding -> line(
                                "credit.finding." + finding.code(),
                                counts.getOrDefault(finding, 0),
                                Address.of("credit/warnings.xhtml").with("finding", finding.code())))
                        .toList());
    }

    /** People without consent stand among those who wait already. */
    private Part findings() {
        FindingCounts counts = findings.counts(Optional.empty(), access.get());
        var part = part(
                "quality",
                Arrays.stream(FindingKind.values())
                        .filter(kind -> kind != FindingKind.CONSENT_MISSING)
                        .map(kind -> line(
                                "quality.kind." + kind,
                                counts.of(kind, FindingState.OPEN),
                                Address.of("quality/findings.xhtml")
                                        .with("kind", kind)
                                        .with("state", FindingState.OPEN)))
                        .toList());
        String asOf = counts.asOf()
                .map(day -> language.say("quality.as-of", format.date(day)))
                .orElseGet(() -> language.say("quality.not-yet"));
        return new Part(part.name(), asOf, part.lines());
    }

    private Part part(String name, List<Line> lines) {
        return new Part(
                language.say("desk." + name),
                language.say("desk." + name + ".about"),
                lines.stream().filter(line -> line.count() > 0).toList());
    }

    private Line line(String key, long count, Address list) {
        return new Line(language.say(key), count, list);
    }
}
