package kz.ruralincome.domain.movement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.kept.Keeping;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;
import kz.ruralincome.domain.territory.TerritoryTrees;

/**
 * The cells of matrices, kept with the hashes of their members, which are taken away from those who may not open them.
 */
@ApplicationScoped
public class KeptMatrices {

    @Inject
    private MatrixReading reading;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private KeptAnswers kept;

    /** Of what cells are asked; the moment settles the tree, so the code settles the place. */
    private record Question(LocalDate from, LocalDate to, Optional<String> territory, Population population) {

        String name() {
            return "%s %s %s %s %s".formatted(MatrixText.FORM, from, to, territory.orElse("-"), population);
        }
    }

    /**
     * The cells of the question in the order of the states.
     *
     * @param territory the one that was settled; empty: everyone
     * @param hashed whether the caller may open the cells
     */
    public List<MatrixCell> cells(
            MatrixQuestion question, Optional<String> territory, OffsetDateTime moment, boolean hashed) {
        var asked = new Question(question.from(), question.to(), territory, question.population());
        List<MatrixCell> cells = kept.answer(moment, asked, asKnownOn(moment));
        return hashed
                ? cells
                : cells.stream()
                        .map(cell -> new MatrixCell(cell.from(), cell.to(), cell.persons(), Optional.empty()))
                        .toList();
    }

    /** Reads and keeps the cells of those of these questions that are not kept, before anybody asks. */
    public void ahead(List<MatrixQuestion> questions, OffsetDateTime moment) {
        kept.ahead(
                moment,
                questions.stream()
                        .map(question -> new Question(
                                question.from(), question.to(), question.territory(), question.population()))
                        .toList(),
                asKnownOn(moment));
    }

    private Keeping<Question, List<MatrixCell>> asKnownOn(OffsetDateTime moment) {
        return new OneByOne<>(Question::name, MatrixText::of, MatrixText::cells, question -> read(question, moment));
    }

    private List<MatrixCell> read(Question question, OffsetDateTime moment) {
        var territory = new AskedTerritory(question.territory(), trees.on(question.to(), moment));
        return reading.cells(
                new MatrixQuestion(
                        question.from(),
                        question.to(),
                        question.territory(),
                        question.population(),
                        Optional.of(moment)),
                moment,
                territory.place(),
                true);
    }
}
