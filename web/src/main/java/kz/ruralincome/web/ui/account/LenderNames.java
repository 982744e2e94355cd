package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.account.Lenders;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** What lenders are called in the reader's language. */
@Named
@RequestScoped
public class LenderNames {

    @Inject
    private Lenders lenders;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private List<LenderName> all;

    /** All lenders, by code. */
    public List<LenderName> getAll() {
        if (all == null) {
            all = lenders.all(access.get());
        }
        return all;
    }

    /** The name of the lender with this code. */
    public String of(String code) {
        return getAll().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(this::nameOf)
                .orElse(code);
    }

    public String nameOf(LenderName one) {
        return one.name(language.getCode());
    }
}
