package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.intake.LoadSetAside;
import kz.ruralincome.domain.intake.SetAsideDesk;
import kz.ruralincome.domain.shared.Explanation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** The part of {@code intake/load.xhtml} in which a load with errors is set aside. */
@Named
@RequestScoped
public class SetAsidePage {

    @Inject
    private SetAsideDesk desk;

    @Inject
    private ViewLoadPage page;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private final Asked asked = new Asked();

    private String reason;
    private Boolean mayBe;
    private Optional<LoadSetAside> told;

    /** Keeps why it need not be mended. */
    public String setAside() {
        return asked.goOn(() -> {
            desk.setAside(page.getLoad().id(), reason, access.get());
            return "/intake/load.xhtml?faces-redirect=true&id=" + page.getLoad().id();
        });
    }

    public boolean isPossible() {
        if (mayBe == null) {
            mayBe = desk.maySetAside(page.getLoad(), access.get());
        }
        return mayBe;
    }

    /** Who has set it aside, when and why; null: nobody. */
    public String getTold() {
        if (told == null) {
            told = desk.of(page.getLoad());
        }
        return told.map(one -> language.say("intake.aside.told", one.account(), format.moment(one.at()), one.reason()))
                .orElse(null);
    }

    public int getLongestReason() {
        return Explanation.LONGEST;
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
