package kz.ruralincome.web.ui.claim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.ruralincome.domain.claim.CheckedClaim;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.ClaimDesk;
import kz.ruralincome.domain.claim.ClaimPage;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.claim.Verdict;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code claim/claims.xhtml}: published figures and what the program makes of them. */
@Named
@RequestScoped
public class ClaimsPage {

    @Inject
    private ClaimDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private String cursor;
    private ClaimPage page;

    /** Reads the claims that the address asks for. */
    public void load() {
        page = desk.list(after(), Optional.empty(), access.get());
    }

    private Optional<UUID> after() {
        try {
            return Asked.text(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("claim");
        }
    }

    public List<CheckedClaim> getClaims() {
        return page().items();
    }

    /** Also when a claim was refused, and the view is shown again without being loaded. */
    private ClaimPage page() {
        if (page == null) {
            load();
        }
        return page;
    }

    public OffsetDateTime getKnownOn() {
        return page().basis().asKnownOn();
    }

    /** What the number is said to be, in words. */
    public String meaning(Statement statement) {
        if (statement instanceof Statement.Value value) {
            return language.say("claim.meaning.VALUE", name(value.indicator()), format.date(value.asOf()));
        }
        if (statement instanceof Statement.Change change) {
            return language.say(
                    "claim.meaning.CHANGE",
                    name(change.indicator()),
                    format.date(change.from()),
                    format.date(change.to()));
        }
        var percent = (Statement.Percent) statement;
        return percent.whole()
                .map(whole -> language.say("claim.meaning.PERCENT", percent.part(), whole))
                .orElseGet(() -> language.say("claim.meaning.PERCENT.of-what", percent.part()));
    }

    private String name(String indicator) {
        return language.say("outcome.indicator." + indicator);
    }

    public String ours(CheckedStatement checked) {
        return checked.ours().map(format::number).orElse("–");
    }

    /** The bases of a percentage that does not follow; empty: there is nothing to say. */
    public String bases(CheckedStatement checked) {
        boolean isAsked = checked.verdict() == Verdict.MISMATCH
                || checked.statement() instanceof Statement.Percent percent
                        && percent.whole().isEmpty();
        return isAsked
                ? checked.bases().stream()
                        .map((BigDecimal base) -> format.number(base))
                        .collect(Collectors.joining("; "))
                : "";
    }

    public String mood(CheckedStatement checked) {
        return switch (checked.verdict()) {
            case MATCH, ROUNDED -> "good";
            case TRUNCATED, NOT_KNOWN -> "warn";
            case MISMATCH -> "bad";
        };
    }

    public String getNext() {
        return page().next()
                .map(next -> Address.of("claims.xhtml").with("cursor", next).toString())
                .orElse(null);
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
