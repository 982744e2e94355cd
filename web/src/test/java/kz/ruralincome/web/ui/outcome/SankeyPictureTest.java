package kz.ruralincome.web.ui.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.ui.layout.Address;
import org.junit.jupiter.api.Test;

class SankeyPictureTest {

    private static final MovementWords WORDS = new MovementWords(Language.EN, Optional.of(Address.of("members.xhtml")));

    @Test
    void drawsBandsAsWideAsTheirPeopleAreMany() {
        var picture = picture(true, cell("ASP", "ASP", 60L), cell("ASP", "ENTREPRENEUR", 40L));

        assertThat(picture.left()).extracting(SankeyPicture.Node::height).containsExactly(3800L);
        assertThat(picture.right()).extracting(SankeyPicture.Node::height).containsExactly(1520L, 2280L);
        assertThat(picture.left().get(0).count()).isEqualTo("100");
        assertThat(picture.bands())
                .extracting(SankeyPicture.Band::told)
                .as("who stayed lies behind those who moved")
                .containsExactly(
                        "On assistance (ASP) → On assistance (ASP): 60", "On assistance (ASP) → Entrepreneur: 40");
        assertThat(picture.bands().get(0).stayed()).isTrue();
        assertThat(picture.bands().get(1).link()).isEqualTo("members.xhtml?fromState=ASP&toState=ENTREPRENEUR");
    }

    @Test
    void leavesOutThoseWhoStayed() {
        var picture = picture(false, cell("ASP", "ASP", 60L), cell("ASP", "ENTREPRENEUR", 40L));

        assertThat(picture.bands()).hasSize(1);
        assertThat(picture.left().get(0).count())
                .as("their sum is no sum of the table")
                .isEmpty();
    }

    @Test
    void drawsWhatIsWithheldInOneWidthWhateverItIs() {
        var some = picture(
                true, cell("ASP", "ENTREPRENEUR", null), cell("ASP", "ASP", 60L), cell("UNEMPLOYED", "ASP", 5L));

        assertThat(some.withheld()).isTrue();
        assertThat(some.bands())
                .filteredOn(band -> band.tone().equals("withheld"))
                .singleElement()
                .satisfies(band -> {
                    assertThat(band.path()).contains("v40C");
                    assertThat(band.told()).endsWith(": …");
                });
        assertThat(some.right().get(0).height()).isEqualTo(40);
        assertThat(some.right().get(0).count()).isEqualTo("…");
    }

    @Test
    void breaksALongNameBeforeItIsCutOff() {
        var node = SankeyPicture.Node.of("Entrepreneur whose activity is suspended", "61", 0, 10, "suspended");

        assertThat(node.name()).isEqualTo("Entrepreneur whose activity is");
        assertThat(node.rest()).isEqualTo("suspended");
    }

    private static SankeyPicture picture(boolean withStays, MatrixCell... cells) {
        Map<String, Optional<Long>> rows = Map.of("ASP", Optional.of(100L), "UNEMPLOYED", Optional.of(5L));
        Map<String, Optional<Long>> columns = Map.of("ASP", Optional.of(60L), "ENTREPRENEUR", Optional.empty());
        return SankeyPicture.of(new MovementMatrix(Optional.empty(), rows, columns, List.of(cells)), withStays, WORDS);
    }

    private static MatrixCell cell(String from, String to, Long persons) {
        return new MatrixCell(from, to, Optional.ofNullable(persons), Optional.empty());
    }
}
