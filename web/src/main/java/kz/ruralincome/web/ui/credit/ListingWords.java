package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanListing;
import kz.ruralincome.domain.credit.LoanSummary;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** What stands around a list of loans, in words. */
@Named
@RequestScoped
public class ListingWords {

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    /** How many loans there are: beyond a number it is only said that there are more. */
    public String countOf(LoanListing listing) {
        return listing.isMoreThanCounted()
                ? language.say("credit.count.more", format.number(LoanListing.COUNTED))
                : language.say("credit.count", listing.count());
    }

    /** On which day they stand so, and up to when the facts were read. */
    public String freshnessOf(LoanListing listing) {
        return listing.freshAsOf()
                .map(moment -> language.say("credit.as-of", format.date(listing.asOf()), format.moment(moment)))
                .orElseGet(() -> language.say("outcome.fresh.none"));
    }

    /** Why a loan is to be looked at; what is said of a line of a batch is said otherwise of the loan. */
    public String sentenceOf(String finding) {
        return language.say(finding.equals(LoanFinding.NOT_LISTED.code()) ? "credit.not-listed" : finding);
    }

    public String placeOf(LoanSummary loan) {
        return territories.placeOf(loan.place());
    }
}
