package kz.ruralincome.web.language;

import kz.ruralincome.domain.outcome.LoanRow;

/** What a row of figures about loans is called. */
public final class LoanRowText {

    private LoanRowText() {}

    /** The name in the reader's language; of a quarter, its key. */
    public static String of(LoanRow row, CurrentLanguage language) {
        return switch (row.group()) {
            case ALL -> language.say("loanoutcome.all");
            case LENDER -> row.lender().orElseThrow().name(language.getCode());
            case TERRITORY ->
                row.unit()
                        .map(unit -> unit.name(language.getCode()))
                        .orElseGet(
                                () -> language.say("outcome.place." + row.key().orElseThrow()));
            case PURPOSE -> language.say("loanoutcome.purpose." + row.key().orElseThrow());
            case QUARTER -> row.key().orElseThrow();
        };
    }
}
