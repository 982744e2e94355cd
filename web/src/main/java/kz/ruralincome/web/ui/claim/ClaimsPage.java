package kz.ruralincome.web.ui.claim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.claim.CheckedClaim;
import kz.ruralincome.domain.claim.ClaimDesk;
import kz.ruralincome.domain.claim.ClaimPage;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code claim/claims.xhtml}: published figures and what the program makes of them. */
@Named
@RequestScoped
public class ClaimsPage {

    @Inject
    private ClaimDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private HttpServletRequest request;

    private ClaimPage page;

    /** Reads the claims that the address asks for. */
    public void load() {
        page = desk.list(after(), Optional.empty(), access.get());
    }

    private Optional<UUID> after() {
        try {
            return Asked.text(request.getParameter("cursor")).map(UUID::fromString);
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

    public String getNext() {
        return page().next()
                .map(next -> Address.of("claims.xhtml").with("cursor", next).toString())
                .orElse(null);
    }
}
