package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchPopulationTest {

    @Test
    void holdsNothingThatALoadWouldRefuse() {
        LoadedSample loaded = LoadedSample.of(BenchPopulation.of(1, 20_000).files());
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.rows("members").stream()
                        .map(row -> row.getField("iin"))
                        .distinct())
                .hasSize(20_000);
    }

    @Test
    void hasAboutFiveSpellsAPerson() {
        LoadedSample loaded = LoadedSample.of(BenchPopulation.of(1, 20_000).files());
        assertThat(loaded.rowCount()).isBetween(90_000, 110_000);
    }

    @Test
    void correctsTheShareThatWasAsked() {
        var bench = BenchPopulation.of(1, 20_000);
        LoadedSample before = LoadedSample.of(bench.files());
        LoadedSample corrections = LoadedSample.of(java.util.List.of(bench.corrections(10)));
        assertThat(corrections.rows("occupations").stream()
                        .map(row -> row.getField("iin"))
                        .distinct())
                .hasSizeBetween(80, 160);
        assertThat(corrections.keys("occupations")).isSubsetOf(before.keys("occupations"));
    }
}
