package kz.ruralincome.web.ui.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.outcome.LoanAnswer;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.domain.outcome.LoanShare;

/** All loans that were asked for, on a page: the loan book with every number, and what became of the borrowers. */
public final class LoanStory {

    private static final List<LoanMeasure> SUMS =
            List.of(LoanMeasure.LOANS, LoanMeasure.DISBURSED, LoanMeasure.OUTSTANDING, LoanMeasure.BORROWERS);

    private static final List<LoanMeasure> REGISTERED = List.of(
            LoanMeasure.REGISTERED_EARLIER,
            LoanMeasure.REGISTERED_WITHIN_90_DAYS,
            LoanMeasure.REGISTERED_SINCE_APPROVAL,
            LoanMeasure.NOT_REGISTERED);

    private final LoanAnswer answer;
    private final LoanText text;

    LoanStory(LoanAnswer answer, LoanText text) {
        this.answer = answer;
        this.text = text;
    }

    /** A number with its name. */
    public record Sum(String name, LoanText.Cell cell) {}

    /** A share with its name's code, with and without rescheduled loans. */
    public record Book(String code, LoanText.Share all, LoanText.Share withoutRescheduled) {}

    /** How many borrowers were in a state. */
    public record InState(String state, LoanText.Cell onApproval, LoanText.Cell onDay) {}

    /** How many were entrepreneurs after so many months. */
    public record Survival(int months, LoanText.Share borrowers, LoanText.Share landmark, LoanText.Share others) {}

    public List<Sum> getSums() {
        return sums(SUMS);
    }

    public List<Sum> getRegistered() {
        return sums(REGISTERED);
    }

    private List<Sum> sums(List<LoanMeasure> measures) {
        return measures.stream()
                .map(measure -> new Sum(text.nameOf(measure), text.cell(answer.whole(), measure)))
                .toList();
    }

    /** The shares of the loan book. */
    public List<Book> getBook() {
        int half = LoanShare.OF_BOOK.size() / 2;
        return IntStream.range(0, half)
                .mapToObj(i -> new Book(
                        LoanShare.OF_BOOK.get(i).code(),
                        text.share(answer.whole(), LoanShare.OF_BOOK.get(i)),
                        text.share(answer.whole(), LoanShare.OF_BOOK.get(half + i))))
                .toList();
    }

    /** States in which somebody was. */
    public List<InState> getStates() {
        return Arrays.stream(State.values())
                .filter(state -> isAny(LoanMeasure.onApproval(state)) || isAny(LoanMeasure.onDay(state)))
                .map(state -> new InState(
                        state.name(),
                        text.cell(answer.whole(), LoanMeasure.onApproval(state)),
                        text.cell(answer.whole(), LoanMeasure.onDay(state))))
                .toList();
    }

    private boolean isAny(LoanMeasure measure) {
        return answer.whole()
                .figures()
                .of(measure)
                .map(count -> count.signum() != 0)
                .orElse(true);
    }

    public LoanText.Share getOnlyForLoan() {
        return share("only-for-loan");
    }

    public LoanText.Share getBackOnAssistance() {
        return share("back-on-assistance");
    }

    private LoanText.Share share(String code) {
        return text.share(answer.whole(), LoanShare.of(code).orElseThrow());
    }

    public List<Survival> getSurvival() {
        var compared = answer.comparison();
        return IntStream.range(0, LoanShare.OF_SURVIVAL.size())
                .mapToObj(i -> {
                    var share = LoanShare.OF_SURVIVAL.get(i);
                    return new Survival(
                            LoanMeasure.MONTHS.get(i),
                            text.share(answer.whole(), share),
                            text.share(compared.borrowers(), share),
                            text.share(compared.others(), share));
                })
                .toList();
    }

    /** How many people are compared: borrowers. */
    public String getLandmarkBorrowers() {
        return text.text(answer.comparison().borrowers(), LoanMeasure.BORROWERS);
    }

    /** How many people they are compared with. */
    public String getLandmarkOthers() {
        return text.text(answer.comparison().others(), LoanMeasure.BORROWERS);
    }
}
