package kz.ruralincome.web.ui.claim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.StatementText;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.ui.layout.Territories;

/** How statements and what the program makes of them are put into words on pages. */
@Named
@RequestScoped
public class ClaimWords {

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    /** What the number is said to be, and of what place if it says so. */
    public String meaning(CheckedStatement checked) {
        var statement = checked.statement();
        LocalDate day = statement.days().stream().reduce((one, last) -> last).orElse(null);
        return StatementText.meaning(
                language.get(), statement, statement.territory().map(code -> territories.name(code, day)));
    }

    public String ours(CheckedStatement checked) {
        return checked.ours().map(ours -> Written.exact(language.get(), ours)).orElse("–");
    }

    /** What is to be said of the verdict; empty: nothing. */
    public String remark(CheckedStatement checked) {
        return StatementText.remark(language.get(), checked);
    }

    public String mood(CheckedStatement checked) {
        return switch (checked.verdict()) {
            case MATCH, ROUNDED -> "good";
            case TRUNCATED, NOT_KNOWN -> "warn";
            case MISMATCH -> "bad";
        };
    }
}
