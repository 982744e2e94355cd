package kz.ruralincome.web.ui.outcome;

import java.math.BigDecimal;
import java.util.Optional;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.credit.Ratio;
import kz.ruralincome.domain.outcome.LoanFigures;
import kz.ruralincome.domain.outcome.LoanGroup;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.domain.outcome.LoanShare;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.LoanRowText;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

/**
 * Writes figures of loans for a page.
 *
 * @param members where the loans behind a figure are listed; empty: the reader may not see them
 */
record LoanText(Formats format, CurrentLanguage language, Optional<Address> members) {

    private static final String HIDDEN = "…";

    /**
     * A number with a link to its loans.
     *
     * @param link empty for those who may not see loans, and where there are none
     * @param label what the link opens, for those who hear it alone
     */
    public record Cell(String text, String link, String label) {}

    /** A share with both its numbers; {@code number} for charts, null where there is none. */
    public record Share(Cell numerator, Cell denominator, String percent, BigDecimal number) {}

    Cell cell(LoanRow row, LoanMeasure measure) {
        String text = text(row.figures(), measure);
        boolean isAny =
                row.figures().of(measure).filter(count -> count.signum() != 0).isPresent();
        String link = members.filter(address -> isAny)
                .map(address -> address.with("measure", measure.code())
                        .with("group", row.key().isEmpty() ? null : row.group())
                        .with("key", row.key().orElse(null))
                        .toString())
                .orElse(null);
        return new Cell(text, link, language.say("loanoutcome.open", name(row), nameOf(measure), text));
    }

    Share share(LoanRow row, LoanShare share) {
        Optional<BigDecimal> percent = row.figures().of(share).flatMap(Ratio::percent);
        return new Share(
                cell(row, share.numerator()),
                cell(row, share.denominator()),
                percent(row.figures(), share),
                percent.orElse(null));
    }

    /** A share of people who are not listed. */
    Share share(LoanFigures figures, LoanShare share) {
        return new Share(
                new Cell(text(figures, share.numerator()), null, null),
                new Cell(text(figures, share.denominator()), null, null),
                percent(figures, share),
                null);
    }

    String percent(LoanFigures figures, LoanShare share) {
        return figures.of(share).isEmpty()
                        && figures.reason(share).filter("SMALL_CELL"::equals).isPresent()
                ? HIDDEN
                : format.percent(figures.of(share).flatMap(Ratio::percent).orElse(null));
    }

    String text(LoanFigures figures, LoanMeasure measure) {
        Optional<BigDecimal> value = figures.of(measure);
        if (value.isEmpty()
                && figures.reason(measure).filter("SMALL_CELL"::equals).isPresent()) {
            return HIDDEN;
        }
        return measure.isTenge() ? format.money(value.orElse(null)) : format.number(value.orElse(null));
    }

    /** What a measure is called. */
    String nameOf(LoanMeasure measure) {
        return nameOf(measure.code());
    }

    private String nameOf(String code) {
        String without = ".without-rescheduled";
        if (code.endsWith(without)) {
            return language.say(
                    "loanoutcome.without-rescheduled", nameOf(code.substring(0, code.length() - without.length())));
        }
        if (code.startsWith("on-approval.") || code.startsWith("on-day.")) {
            int point = code.indexOf('.');
            return language.say(
                    "loanoutcome.measure." + code.substring(0, point),
                    language.say("movement.state." + code.substring(point + 1)));
        }
        if (code.startsWith("observed.") || code.startsWith("entrepreneur.")) {
            int point = code.indexOf('.');
            return language.say("loanoutcome.measure." + code.substring(0, point), code.substring(point + 1));
        }
        return language.say("loanoutcome.measure." + code);
    }

    /** What a row is called. */
    String name(LoanRow row) {
        return row.group() == LoanGroup.QUARTER ? quarter(row.key().orElseThrow()) : LoanRowText.of(row, language);
    }

    String name(LenderName lender) {
        return lender.name(language.getCode());
    }

    private String quarter(String key) {
        return language.say("loanoutcome.quarter", key.substring(0, 4), key.substring(6));
    }
}
