package kz.ruralincome.web.ui.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.correction.Correction;
import kz.ruralincome.domain.correction.CorrectionList;
import kz.ruralincome.domain.correction.CorrectionList.Kind;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code correction/list.xhtml}: corrections that wait for a second account, and those that waited once. */
@Named
@RequestScoped
public class CorrectionListPage {

    @Inject
    private CorrectionList door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();
    private Kind kind;
    private CorrectionList.Page page;
    private List<Tab> tabs;

    /** Reads the corrections that the address asks for; each look is noted by the door. */
    public void load() {
        kind = asked.oneOf("of", request.getParameter("of"), Kind.TO_DECIDE);
        page = door.list(kind, after(), access.get());
        tabs = Arrays.stream(Kind.values())
                .map(one -> new Tab("list.xhtml?of=" + one, label(one), one == kind))
                .toList();
    }

    private Optional<Long> after() {
        try {
            return Asked.text(request.getParameter("cursor")).map(Long::valueOf);
        } catch (NumberFormatException foreign) {
            throw new NotFoundException("correction");
        }
    }

    private String label(Kind one) {
        return one == Kind.DONE
                ? language.say("correction.kind.DONE")
                : language.say("correction.kind." + one, door.count(one, access.get()));
    }

    /** One of the lists. */
    public record Tab(String address, String label, boolean current) {}

    public List<Tab> getTabs() {
        return tabs;
    }

    public Kind getKind() {
        return kind;
    }

    public List<Correction> getItems() {
        return page.items();
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String getNext() {
        return page.next()
                .map(last -> Address.of("list.xhtml")
                        .with("of", kind)
                        .with("cursor", last)
                        .toString())
                .orElse(null);
    }
}
