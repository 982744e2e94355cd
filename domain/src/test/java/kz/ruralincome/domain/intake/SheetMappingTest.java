package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guesses about somebody's own headings, and what may be said of them. */
class SheetMappingTest {

    private static final Access BAYZAK = new Access("aigul", Role.COORDINATOR, Optional.of(313600000), false);
    private static final Units UNITS = new Units(Set.of(313645000), Set.of());
    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String FAMILIES = """
            Сведения о семьях;;;;;
            ;;;;;
            № п/п;Номер дома-хозяйства;ИИН заявителя;Фамилия заявителя;Кем приходится;Дата начала проживания
            1;H1;%s;Аманов;глава;01.02.2020
            2;H1;%s;Аманова;супруга;01.02.2020
            Итого;;2;;;
            """.formatted(ANNA, BEK);

    private static SheetMapping members(String csv, HeadingMapping... standing) {
        return mapping("members", csv, standing);
    }

    private static SheetMapping mapping(String list, String csv, HeadingMapping... standing) {
        ListFormat format = ListCatalogue.named(list);
        try {
            SheetTop top = SheetTop.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), format);
            return new SheetMapping(format, top, UNITS, List.of(standing));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> guessed(String list, String csv) {
        return mapping(list, csv).sheet(Optional.empty(), "ru").headings().stream()
                .map(OwnSheet.Heading::column)
                .toList();
    }

    @Test
    void findTheHeadingRowAndWhatItSays() {
        OwnSheet sheet = members(FAMILIES).sheet(Optional.empty(), "ru");

        assertThat(sheet.headingRow()).isEqualTo(3);
        assertThat(sheet.headings())
                .extracting(OwnSheet.Heading::column)
                .containsExactly("", "household_no", "iin", "family_name", "relation", "from");
        assertThat(sheet.tops()).extracting(OwnSheet.Top::number).containsExactly(1, 3, 4, 5, 6);
    }

    @Test
    void showTheFirstRowsWithoutIinsAndTotals() {
        OwnSheet sheet = members(FAMILIES).sheet(Optional.empty(), "ru");

        assertThat(sheet.headings().get(2).samples())
                .containsExactly(
                        ANNA.substring(0, 4) + "******" + ANNA.substring(10), "9002******" + BEK.substring(10));
        assertThat(sheet.toString()).doesNotContain(ANNA, BEK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "occupations | Гражданин;Чем занят;Начало | iin;kind;",
                "occupations | жеке сәйкестендіру нөмірі ЖСН;кәсібі;басталған күні | iin;kind;from",
                "occupations | person IIN;kind of work;date from | iin;kind;from",
            })
    void goByLabelsInThreeLanguagesAndByTheLookOfTheRows(String list, String headings, String expected) {
        String csv = headings + "\n" + ANNA + ";безработный;01.02.2020\n" + BEK + ";самозанятый;01.03.2020\n";
        assertThat(String.join(";", guessed(list, csv))).isEqualTo(expected);
    }

    @Test
    void takeNoHeadingForAColumnThatItsCellsCannotBe() {
        assertThat(guessed("assistance", "Дом;Учтено с;Вид\nH1;23000.50;обусловленная\n"))
                .containsExactly("", "", "kind");
        assertThat(guessed("assistance", "Дом;Учтено с;Вид\nH1;01.02.2022;обусловленная\n"))
                .containsExactly("", "from", "kind");
    }

    @Test
    void tellAllThatIsWrongAtOnce() {
        var draft = new MappingDraft(
                3, List.of("", "iin", "iin", "", "relation", ""), Map.of("kato", "x", "from", "вчера"), "Семьи");

        assertThatThrownBy(() -> members(FAMILIES).judged(draft, false, BAYZAK))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly("mapping.twice", "date.format", "mapping.missing"));
    }

    @Test
    void ofAnotherFileAreRefused() {
        for (var draft : List.of(
                new MappingDraft(2, List.of("iin"), Map.of(), "x"),
                new MappingDraft(3, List.of("iin", "household_no", "from", "relation", "", "colour"), Map.of(), "x"),
                new MappingDraft(99, List.of(), Map.of(), "x"))) {
            assertThatThrownBy(() -> members(FAMILIES).judged(draft, false, BAYZAK))
                    .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(
                                    refusal.errors().get(0).code())
                            .isEqualTo("mapping.stale"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "850101300123",
                "ИИН 85010130012",
                "2022-02-01",
                "01.02.2022",
                "1.2.22",
                "23000",
                "23000,50",
                "+12.5",
                "23 000",
                "1 234 567.00"
            })
    void areNoneIfACellIsDataOfPeople(String cell) {
        var draft = new MappingDraft(1, List.of("iin", "kind"), Map.of(), "x");

        assertThatThrownBy(() ->
                        mapping("occupations", "Кто;\"" + cell + "\"\nx;y\n").judged(draft, false, BAYZAK))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("mapping.data-row"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2022", "№ 1.2", "Сумма, 23 000", "Доход за 2022 год", "на 01.02.2022"})
    void mayHoldNumbersThatAreNoData(String cell) {
        var draft = new MappingDraft(1, List.of("iin", "kind"), Map.of("from", "01.02.2022"), "x");

        assertThat(mapping("occupations", "Кто;\"" + cell + "\"\nx;y\n")
                        .judged(draft, false, BAYZAK)
                        .headings())
                .containsExactly("Кто", cell);
    }

    @Test
    void keepWhatHoldsForEveryFileAndAskForTheRest() {
        String csv = "Кто;Чем занят\n" + ANNA + ";безработный\n";
        var draft = new MappingDraft(
                1,
                List.of("iin", "kind"),
                Map.of("source", "SCREENING", "from", "01.02.2022", "iin", "x"),
                " Мой\nлист ");

        HeadingMapping judged = mapping("occupations", csv).judged(draft, false, BAYZAK);

        assertThat(judged.given()).containsExactly(Map.entry("source", "SCREENING"));
        assertThat(judged.asked()).containsExactly("from");
        assertThat(judged.name()).isEqualTo("Мой лист");
        assertThat(judged.unit()).contains(313600000);
    }

    @Test
    void areOfferedAsTheyWereMappedBefore() {
        String csv = "Кто;Чем занят\n" + ANNA + ";безработный\n";
        var known = mapping("occupations", csv)
                .judged(
                        new MappingDraft(
                                1, List.of("", "iin"), Map.of("from", "01.02.2022", "kind", "UNEMPLOYED"), "x"),
                        false,
                        BAYZAK);

        OwnSheet sheet =
                mapping("occupations", csv.replace("Кто", " КТО "), known).sheet(Optional.empty(), "ru");

        assertThat(sheet.known()).contains(known);
        assertThat(sheet.headings()).extracting(OwnSheet.Heading::column).containsExactly("", "iin");
        assertThat(sheet.given())
                .filteredOn(given -> given.column().equals("kind"))
                .allSatisfy(given -> assertThat(given.value()).isEqualTo("UNEMPLOYED"));
    }
}
