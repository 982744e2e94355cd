package kz.ruralincome.web.ui.outcome;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Asked;

/** What the address of every view of outcomes may say: of which territory, and as known on which moment. */
public abstract class AskedOutcome {

    private final Asked asked = new Asked();

    private String territory;
    private String asKnownOn;

    protected Asked asked() {
        return asked;
    }

    protected List<String> errors(CurrentLanguage language) {
        return asked.sentences(language);
    }

    /** As asked; an account that is bound to a territory has that one by default; empty: everyone. */
    protected String territoryOr(Access access) {
        return askedTerritory()
                .orElseGet(() -> access.territory().map("%09d"::formatted).orElse(""));
    }

    protected Optional<String> askedTerritory() {
        return Asked.text(territory);
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getAsKnownOn() {
        return asKnownOn;
    }

    public void setAsKnownOn(String asKnownOn) {
        this.asKnownOn = asKnownOn;
    }
}
