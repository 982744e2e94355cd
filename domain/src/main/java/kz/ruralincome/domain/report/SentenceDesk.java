package kz.ruralincome.domain.report;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.outcome.ServedTerritory;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Where the author of a draft puts sentences into it, and everyone sees what the program makes of them. */
@Stateless
@TransactionAttribute(REQUIRED)
public class SentenceDesk {

    /** So many sentences in a report. */
    static final int MOST = 50;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private ReportShelf shelf;

    @Inject
    private CollegiumDesk desk;

    @Inject
    private SentenceChecking checking;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    /** The sentences of a report in their order, each with its verdicts; none when the report is withheld from the caller. */
    public List<CheckedSentence> sentences(int report, Access access) {
        KeptReport kept = shelf.report(report, access);
        if (shelf.isWithheld(kept, access)) {
            return List.of();
        }
        List<CheckedSentence> sentences = with(connection -> SentenceRows.of(connection, report));
        return kept.isApproved() || sentences.isEmpty()
                ? sentences
                : checking.check(ReportShelf.drawnUp(desk, kept, access), sentences, access);
    }

    /** The parts of the territory of a report, of which its sentences may be, too. */
    public List<TerritoryUnit> places(int report, Access access) {
        return places(shelf.report(report, access));
    }

    private List<TerritoryUnit> places(KeptReport report) {
        Optional<String> whole = report.territory();
        return whole.filter(code -> !code.matches("[0-9]{9}")).isPresent()
                ? List.of()
                : trees.on(report.asOf(), report.knownOn())
                        .children(whole.map(Integer::valueOf).orElse(served.kato()));
    }

    /**
     * Puts a sentence into a draft.
     *
     * @throws RuleViolation {@code report.approved}; {@code report.sentence.own} when somebody else has drafted it;
     *     {@code report.sentence.too-many}
     * @throws InvalidRequest when a statement is of a place that is no part of the territory of the report
     */
    public void put(int report, Sentence sentence, Access access) {
        demandPlaces(shelf.report(report, access), sentence);
        with(connection -> {
            demandAuthor(connection, report, access);
            if (SentenceRows.of(connection, report).size() >= MOST) {
                throw new RuleViolation("report.sentence.too-many", MOST);
            }
            SentenceRows.put(connection, report, sentence, access.account());
            AuditTrail.note(connection, access.account(), "report.sentence-put", ReportShelf.details(report));
            return null;
        });
    }

    private void demandPlaces(KeptReport report, Sentence sentence) {
        List<String> places = new ArrayList<>(report.territory().stream().toList());
        places(report).forEach(unit -> places.add("%09d".formatted(unit.kato())));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < sentence.statements().size(); i++) {
            Statement statement = sentence.statements().get(i);
            if (statement.territory().filter(place -> !places.contains(place)).isPresent()) {
                errors.add(new FieldError("statements[%d].territory".formatted(i), "report.sentence.place", List.of()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    /**
     * Takes a sentence out of a draft.
     *
     * @throws RuleViolation as {@link #put}
     */
    public void take(int report, int sentence, Access access) {
        shelf.report(report, access);
        with(connection -> {
            demandAuthor(connection, report, access);
            if (!SentenceRows.take(connection, report, sentence)) {
                throw new NotFoundException("report.sentence");
            }
            AuditTrail.note(connection, access.account(), "report.sentence-taken", ReportShelf.details(report));
            return null;
        });
    }

    /** What it says is what its author says: whoever approves it reads it, and writes nothing into it. */
    private static void demandAuthor(Connection connection, int report, Access access) throws SQLException {
        KeptReports.lock(connection, report);
        KeptReport draft = ReportShelf.demandDraft(connection, report);
        if (!draft.draftedBy().equals(access.account())) {
            throw new RuleViolation("report.sentence.own");
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the sentences cannot be read or written", e);
        }
    }
}
