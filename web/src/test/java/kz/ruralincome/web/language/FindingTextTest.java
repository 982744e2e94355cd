package kz.ruralincome.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.intake.LoadProblem;
import org.junit.jupiter.api.Test;

class FindingTextTest {

    private static final LoadProblem RELATION = new LoadProblem(
            true, 2, Optional.of("relation"), "kind.unknown", List.of("HEAD, SPOUSE"), Optional.of("сноха"));

    @Test
    void callsTheValuesOfAColumnAsItsReaderDoes() {
        assertThat(FindingText.of(RELATION, "members", Language.RU))
                .contains("глава, супруг(а)")
                .doesNotContain("HEAD");
        assertThat(FindingText.of(RELATION, "members", Language.KK))
                .contains("отбасы басшысы, ")
                .doesNotContain("HEAD");
    }

    @Test
    void callsMissingColumnsAsTheirReaderDoes() {
        var missing =
                new LoadProblem(true, 0, Optional.of("iin"), "column.missing", List.of("iin, kind"), Optional.empty());

        assertThat(FindingText.of(missing, "occupations", Language.RU)).contains(": ИИН (iin), вид (kind).");
        assertThat(FindingText.of(missing, "occupations", Language.KK)).contains(": ЖСН (iin), түрі (kind).");
        assertThat(FindingText.of(missing, Language.RU)).contains("iin, kind");
    }

    @Test
    void callsAnotherLoadAsItsReaderDoes() {
        var other = new LoadProblem(
                true, 2, Optional.of("from"), "row.overlap", List.of("load", "5dbb9e44"), Optional.empty());
        var row = new LoadProblem(true, 2, Optional.of("from"), "row.overlap", List.of("row", "7"), Optional.empty());

        assertThat(FindingText.of(other, "occupations", Language.RU, id -> "Занятость"))
                .contains("по загрузке Занятость:")
                .doesNotContain("5dbb9e44");
        assertThat(FindingText.of(row, "occupations", Language.RU, id -> id)).contains("по строке 7 ");
    }

    @Test
    void tellsProgramsTheNames() {
        assertThat(FindingText.of(RELATION, Language.RU)).contains("HEAD, SPOUSE");
    }

    @Test
    void leavesOtherWordsAsTheyAre() {
        var source = new LoadProblem(true, 0, Optional.empty(), "kind.unknown", List.of("OTHER"), Optional.empty());

        assertThat(FindingText.of(source, "members", Language.RU)).contains("OTHER");
    }

    @Test
    void writesNumbersAsTheReaderDoes() {
        var held = new LoadProblem(
                false, 0, Optional.empty(), "snapshot.ends-many", List.of("6259", "62008"), Optional.empty());
        assertThat(FindingText.of(held, "occupations", Language.RU)).startsWith("6\u00a0259 из 62\u00a0008 ");
        assertThat(FindingText.of(held, "occupations", Language.EN)).startsWith("6,259 of 62,008 ");
    }
}
