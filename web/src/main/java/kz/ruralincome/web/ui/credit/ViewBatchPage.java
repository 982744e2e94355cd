package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.BatchEntry;
import kz.ruralincome.domain.credit.BatchShelf;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.web.credit.BatchErrorFile;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code credit/batch.xhtml}: one batch, its errors page by page, and the loans that it did not name. */
@Named
@RequestScoped
public class ViewBatchPage {

    private static final int MOST_DIGITS = 7;

    @Inject
    private BatchShelf shelf;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private String id;
    private String page;
    private String after;
    private BatchEntry entry;
    private List<LoanBatch.Error> errors;
    private Slice<LoanBatch.Finding> findings;

    /** Reads the batch that the address names. */
    public void load() {
        Access.demand(access.get().seesPersons());
        UUID batch = BatchesPage.identity(id == null ? "" : id);
        entry = shelf.find(batch, access.get());
        errors = shelf.errors(batch, number() - 1, access.get());
        findings = shelf.findings(batch, Asked.text(after), access.get());
    }

    /** The number of the page of errors, from 1. */
    private int number() {
        String text = Asked.text(page).orElse("1");
        if (!text.matches("[1-9][0-9]*") || text.length() > MOST_DIGITS) {
            throw new NotFoundException("batch");
        }
        return Integer.parseInt(text);
    }

    public BatchEntry getEntry() {
        return entry;
    }

    public LoanBatch getBatch() {
        return entry.batch();
    }

    public List<LoanBatch.Error> getErrors() {
        return errors;
    }

    public String sentence(LoanBatch.Error error) {
        return BatchErrorFile.sentence(error, language.get());
    }

    public String getPrevious() {
        return number() > 1 ? Address.of("batch.xhtml").with("id", id).with("page", number() - 1) + "#errors" : null;
    }

    public String getNext() {
        return (long) number() * BatchShelf.PAGE < entry.errors()
                ? Address.of("batch.xhtml").with("id", id).with("page", number() + 1) + "#errors"
                : null;
    }

    public List<LoanBatch.Finding> getFindings() {
        return findings.items();
    }

    public String getNextFindings() {
        return findings.goesOnAfter()
                .map(last -> Address.of("batch.xhtml").with("id", id).with("after", last.contractNo()) + "#findings")
                .orElse(null);
    }

    /** The loans with the number of a finding, of this lender. */
    public Address loanOf(LoanBatch.Finding finding) {
        return Address.of("loans.xhtml").with("lender", entry.lender()).with("contract", finding.contractNo());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
