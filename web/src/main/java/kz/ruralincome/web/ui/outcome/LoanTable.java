package kz.ruralincome.web.ui.outcome;

import java.util.List;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.domain.outcome.LoanShare;

/** The loan book of the rows of one group, side by side. */
public record LoanTable(List<Line> lines) {

    /** The shares that are put side by side; all of them, with both their numbers, stand with all loans. */
    private static final List<LoanShare> SHARES = LoanShare.OF_BOOK.stream()
            .filter(share -> !share.code().endsWith(".without-rescheduled"))
            .toList();

    /**
     * A row.
     *
     * @param link narrows the page to it
     */
    public record Line(
            String name,
            String link,
            LoanText.Cell loans,
            LoanText.Cell disbursed,
            LoanText.Cell outstanding,
            List<LoanText.Share> shares) {}

    static LoanTable of(List<LoanRow> rows, LoanText text, java.util.function.Function<LoanRow, String> link) {
        return new LoanTable(rows.stream()
                .map(row -> new Line(
                        text.name(row),
                        link.apply(row),
                        text.cell(row, LoanMeasure.LOANS),
                        text.cell(row, LoanMeasure.DISBURSED),
                        text.cell(row, LoanMeasure.OUTSTANDING),
                        SHARES.stream().map(share -> text.share(row, share)).toList()))
                .toList());
    }

    /** The codes of the shares, in the order of the columns. */
    public List<String> getShares() {
        return SHARES.stream().map(LoanShare::code).toList();
    }

    /** PAR30 of the rows that have one. */
    public BarChart getChart() {
        int par30 = getShares().indexOf("par30");
        return BarChart.of(lines.stream()
                .flatMap(line -> Stream.of(line.shares().get(par30))
                        .filter(share -> share.number() != null)
                        .map(share -> new BarChart.Value(line.name(), share.number(), share.percent())))
                .toList());
    }
}
