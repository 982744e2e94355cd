package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.credit.BatchEntry;
import kz.ruralincome.domain.credit.BatchShelf;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code credit/batches.xhtml}: what lenders sent at once, and what became of it. */
@Named
@RequestScoped
public class BatchesPage {

    @Inject
    private BatchShelf shelf;

    @Inject
    private CurrentAccess access;

    private String lender;
    private String after;
    private Slice<BatchEntry> found;

    /** Reads the page that the address asks for. */
    public void load() {
        found = shelf.batches(Asked.text(lender), Asked.text(after).map(BatchesPage::identity), access.get());
    }

    static UUID identity(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("batch");
        }
    }

    public List<BatchEntry> getEntries() {
        return found.items();
    }

    public String getNext() {
        return found.goesOnAfter()
                .map(last -> getHere().with("after", last.batch().id()).toString())
                .orElse(null);
    }

    public Address getHere() {
        return Address.of("batches.xhtml").with("lender", lender);
    }

    /** How a state is to be looked at: well, badly, or with attention. */
    public String mood(LoanBatch batch) {
        return switch (batch.state()) {
            case DONE -> batch.rejected() == 0 ? "good" : "warn";
            case FAILED -> "bad";
            case RECEIVING, RECEIVED, RUNNING -> "plain";
        };
    }

    public String getLender() {
        return lender;
    }

    public void setLender(String lender) {
        this.lender = lender;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
