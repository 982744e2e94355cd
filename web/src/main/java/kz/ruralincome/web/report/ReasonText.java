package kz.ruralincome.web.report;

import java.math.BigDecimal;
import java.util.List;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.language.Written;

/** Why a figure is missing, or what must be known beside it, as a sentence. */
public final class ReasonText {

    private ReasonText() {}

    /** @param reason a code of {@link Reason}, perhaps with a number behind a colon */
    public static String of(Language language, String reason, SmallCellLimit smallCells) {
        if (reason.equals(Reason.SMALL_CELL)) {
            return Texts.of(language, "outcome.reason." + Reason.SMALL_CELL, List.of(smallCells.largest()));
        }
        int colon = reason.indexOf(':');
        return colon < 0
                ? Texts.of(language, "outcome.reason." + reason, List.of())
                : Texts.of(
                        language,
                        "outcome.reason." + Reason.HOUSEHOLDS_WITH_INCOMES,
                        List.of(Written.plain(language, new BigDecimal(reason.substring(colon + 1)))));
    }
}
