package kz.ruralincome.web.ui.trail;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.trail.TrailFilter;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** What the address asks of the audit trail; the page and the file read it alike. */
record TrailForm(HttpServletRequest request) {

    String text(String name) {
        return Asked.text(request.getParameter(name)).orElse("");
    }

    TrailFilter filter(Asked asked) {
        return new TrailFilter(
                Asked.text(text("account")),
                Asked.text(text("action")),
                asked.day("from", text("from")),
                asked.day("to", text("to")),
                person());
    }

    /** The same question to another view. */
    Address to(String path) {
        return Address.of(path)
                .with("account", text("account"))
                .with("action", text("action"))
                .with("from", text("from"))
                .with("to", text("to"))
                .with("person", text("person"));
    }

    private Optional<UUID> person() {
        try {
            return Asked.text(text("person")).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("participant");
        }
    }
}
