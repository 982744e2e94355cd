package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.shared.SmallCellSetting;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.report.ReasonText;

/** Why a figure is missing, in words; among them that a group is small by the setting of this server. */
@Named
@RequestScoped
public class ReasonWords {

    @Inject
    private CurrentLanguage language;

    @Inject
    private SmallCellSetting smallCells;

    /** @param reason a code of {@link Reason}, perhaps with a number behind a colon */
    public String of(String reason) {
        return ReasonText.of(language.get(), reason, smallCells.limit());
    }

    /** What is said where a small group is withheld. */
    public String getSmallCell() {
        return of(Reason.SMALL_CELL);
    }
}
