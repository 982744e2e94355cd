package kz.ruralincome.domain.report;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LaterLists;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.SmallCellSetting;
import kz.ruralincome.domain.territory.TerritoryTrees;

/**
 * The shelf of reports: drafted, approved by a second person, frozen byte for byte, and held against what is known later.
 *
 * <p>A kept report is a publication: it is drawn up as for those who may see no persons, whoever drafts or approves it.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class ReportShelf {

    private static final int MOST = 200;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private CollegiumDesk desk;

    @Inject
    private SentenceChecking checking;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private SmallCellSetting smallCells;

    /** Makes the files of a report, of what it restates of the one before, and of what is said in it. */
    public interface Printing {
        List<ReportFile> print(CollegiumReport report, List<Restatement> restated, List<CheckedSentence> sentences);
    }

    /** The newest first, of the territories that the caller may see; at most 200. */
    public List<KeptReport> newest(Access access) {
        Access.demand(access.seesFigures());
        String[] codes = access.territory()
                .map(own -> Arrays.stream(trees.on(calendar.today()).within(own))
                        .map("%09d"::formatted)
                        .toArray(String[]::new))
                .orElse(null);
        return with(connection -> KeptReports.newest(connection, codes, MOST));
    }

    /** @throws NotFoundException when there is none, or none in reach */
    public KeptReport report(int id, Access access) {
        Access.demand(access.seesFigures());
        return with(connection -> KeptReports.find(connection, id))
                .filter(report -> isInReach(report, access))
                .orElseThrow(() -> new NotFoundException("report"));
    }

    /** Keeps a draft of the report of a question; its figures are those of the moment of the question from now on. */
    public int draft(OutcomeQuestion question, Access access) {
        CollegiumReport report = desk.report(question, Optional.empty(), asPublished(access));
        return with(connection -> {
            int id = KeptReports.draft(connection, report, Rules.VERSION, access.account());
            AuditTrail.note(connection, access.account(), "report.drafted", details(id));
            return id;
        });
    }

    /** Takes a draft away. */
    public void discard(int id, Access access) {
        report(id, access);
        with(connection -> {
            KeptReports.lock(connection, id);
            demandDraft(connection, id);
            KeptReports.discard(connection, id);
            AuditTrail.note(connection, access.account(), "report.discarded", details(id));
            return id;
        });
    }

    /**
     * Approves a draft: from now on its files are what they are.
     *
     * @param printing makes the files of it
     * @throws RuleViolation {@code report.approved} when it is approved already, {@code report.own} when the caller has
     *     drafted it, {@code report.rules} when the definitions have changed since it was drafted,
     *     {@code report.sentences.…} when its sentences are not as they were seen, or one of them does not agree with the
     *     register and no reason is given
     */
    public void approve(int id, Printing printing, Signature signature, Access access) {
        KeptReport draft = report(id, access);
        with(connection -> {
            KeptReports.lock(connection, id);
            demandDraft(connection, id);
            if (draft.draftedBy().equals(access.account())) {
                throw new RuleViolation("report.own");
            }
            if (!draft.rules().equals(Rules.VERSION)) {
                throw new RuleViolation("report.rules", draft.rules(), Rules.VERSION);
            }
            CollegiumReport report = drawnUp(desk, draft, access);
            List<CheckedSentence> sentences = SentenceRows.of(connection, id);
            sentences = SentenceReview.of(checking.check(report, sentences, access), signature, access.account());
            List<Restatement> restated = new ArrayList<>();
            for (KeptReport earlier :
                    KeptReports.before(connection, draft).stream().toList()) {
                restated.addAll(restatements(connection, earlier, Optional.of(draft.knownOn()), access));
            }
            KeptReports.freeze(connection, id, report, printing.print(report, restated, sentences));
            SentenceRows.freeze(connection, sentences);
            KeptReports.approve(connection, id, access.account(), signature.remark(), report.smallCells());
            AuditTrail.note(connection, access.account(), "report.approved", details(id));
            return id;
        });
    }

    /** The manifest of an approved report; empty for a draft. */
    public List<ReportFile.Entry> files(int id, Access access) {
        report(id, access);
        return with(connection -> KeptReports.files(connection, id));
    }

    /**
     * Whether the caller may not read what was printed: it tells of groups that are small by now. Its files stay, and their
     * hashes are told.
     */
    public boolean isWithheld(KeptReport report, Access access) {
        return !access.seesPersons() && report.tellsSmallCells(smallCells.limit());
    }

    /**
     * One file, as it was approved.
     *
     * @throws AccessRefused when it is withheld from the caller
     */
    public ReportFile file(int id, String name, Access access) {
        if (isWithheld(report(id, access), access)) {
            throw new AccessRefused("report.withheld");
        }
        return with(connection -> KeptReports.file(connection, id, name))
                .orElseThrow(() -> new NotFoundException("report.file"));
    }

    /** Which of the printed figures are others by what is known now. */
    public List<Restatement> restatements(int id, Access access) {
        KeptReport report = report(id, access);
        return report.isApproved()
                ? with(connection -> restatements(connection, report, Optional.empty(), access))
                : List.of();
    }

    private List<Restatement> restatements(
            Connection connection, KeptReport printed, Optional<OffsetDateTime> moment, Access access)
            throws SQLException {
        CollegiumReport now = desk.report(question(printed, moment), Optional.empty(), asPublished(access));
        return Restating.of(
                now,
                KeptReports.figures(connection, printed.id()),
                LaterLists.between(connection, printed.knownOn(), now.asKnownOn()),
                !printed.rules().equals(Rules.VERSION),
                printed.tellsSmallCells(now.smallCells()));
    }

    /** A draft with its figures; assignments as those have seen them who approve it, too. */
    static CollegiumReport drawnUp(CollegiumDesk desk, KeptReport draft, Access access) {
        return desk.report(
                question(draft, Optional.of(draft.knownOn())), Optional.of(draft.draftedAt()), asPublished(access));
    }

    private static OutcomeQuestion question(KeptReport report, Optional<OffsetDateTime> moment) {
        return new OutcomeQuestion(
                report.asOf(), Optional.of(report.flowFrom()), report.territory(), Population.ALL, moment);
    }

    static KeptReport demandDraft(Connection connection, int id) throws SQLException {
        KeptReport report = KeptReports.find(connection, id).orElseThrow(() -> new NotFoundException("report"));
        if (report.isApproved()) {
            throw new RuleViolation("report.approved");
        }
        return report;
    }

    /** What is printed is read by everyone. */
    private static Access asPublished(Access access) {
        Access.demand(access.seesFigures());
        return new Access(access.account(), Role.AKIMAT, access.territory(), false);
    }

    private boolean isInReach(KeptReport report, Access access) {
        if (access.territory().isEmpty()) {
            return true;
        }
        return report.territory()
                .filter(code -> code.matches("[0-9]{9}"))
                .filter(code -> trees.on(report.asOf())
                        .liesIn(Integer.parseInt(code), access.territory().get()))
                .isPresent();
    }

    static String details(int id) {
        return "{\"report\": " + id + "}";
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be read or written", e);
        }
    }
}
