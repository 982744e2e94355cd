package kz.ruralincome.domain.movement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;

/** Why figures changed, kept with the hashes of the parts, which are taken away from those who may not open them. */
@ApplicationScoped
public class KeptChanges {

    @Inject
    private ChangeReading reading;

    @Inject
    private KeptAnswers kept;

    /** The moment settles the tree, so the code settles the place. */
    private record Question(
            StateFigure figure, LocalDate from, LocalDate to, Optional<String> territory, Population population) {

        String name() {
            return "change-1 %s %s %s %s %s".formatted(figure, from, to, territory.orElse("-"), population);
        }
    }

    /**
     * The figure on both days and the parts between; public for the proxy of the container.
     *
     * @param hashed whether the caller may open the parts
     */
    public FigureChange change(StateFigure figure, MovementInquiry.Settled asked, boolean hashed) {
        MatrixQuestion question = asked.question();
        OffsetDateTime moment = asked.moment();
        FigureChange change = kept.answer(
                moment,
                new Question(
                        figure,
                        question.from(),
                        question.to(),
                        asked.territory().code(),
                        question.population()),
                new OneByOne<>(
                        Question::name,
                        KeptChanges::written,
                        text -> read(figure, text),
                        any -> reading.change(
                                figure, question, moment, asked.territory().place())));
        return hashed ? change : withoutHashes(change);
    }

    private static FigureChange withoutHashes(FigureChange change) {
        return new FigureChange(
                change.figure(),
                change.before(),
                change.after(),
                change.parts().stream()
                        .map(part -> new ChangePart(part.reason(), part.persons(), Optional.empty()))
                        .toList());
    }

    /** The figure on both days in the first line, a part in each other. */
    static String written(FigureChange change) {
        List<String> lines = new ArrayList<>();
        lines.add(change.before().orElseThrow() + " " + change.after().orElseThrow());
        change.parts()
                .forEach(part -> lines.add(part.reason() + " " + part.persons().orElseThrow() + " "
                        + part.members().orElseThrow()));
        return String.join("\n", lines);
    }

    static FigureChange read(StateFigure figure, String text) {
        List<String[]> lines = text.lines().map(line -> line.split(" ")).toList();
        return new FigureChange(
                figure,
                Optional.of(Long.valueOf(lines.get(0)[0])),
                Optional.of(Long.valueOf(lines.get(0)[1])),
                lines.stream()
                        .skip(1)
                        .map(fields -> new ChangePart(
                                ChangeReason.valueOf(fields[0]),
                                Optional.of(Long.valueOf(fields[1])),
                                Optional.of(fields[2])))
                        .toList());
    }
}
