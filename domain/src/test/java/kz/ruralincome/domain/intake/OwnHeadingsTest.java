package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files with headings of their own, read with a remembered mapping. */
class OwnHeadingsTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final LoadOptions DRY = new LoadOptions(true, null, null, null, null);
    private static final List<String> HEADINGS = List.of("Кто", "Чем занят", "Прим.");
    private static final HeadingMapping MAPPING = mapping(HEADINGS, List.of("iin", "kind", ""), List.of("from"));
    private static final String FILE = "Список\n\nКто;Чем занят;Прим.\n" + ANNA + ";безработный;да\n;;\nИтого;;\n";
    private static IntakeFixture register;

    @BeforeAll
    static void open() throws SQLException {
        register = IntakeFixture.withHouseholds();
    }

    @AfterAll
    static void close() throws SQLException {
        register.close();
    }

    private static HeadingMapping mapping(List<String> headings, List<String> columns, List<String> asked) {
        return new HeadingMapping(
                UUID.randomUUID(),
                "occupations",
                "Мой лист",
                headings,
                columns,
                Map.of("source", "SCREENING"),
                asked,
                "aigul",
                Optional.of(313600000),
                null);
    }

    private static LoadResult load(byte[] file, RememberedHeadings remembered) {
        return register.load("occupations", file, DRY, null, false, remembered);
    }

    private static LoadResult load(String csv, Map<String, String> given) {
        return load(csv.getBytes(StandardCharsets.UTF_8), RememberedHeadings.of(List.of(MAPPING), given));
    }

    @Test
    void failAsEverWithoutAMapping() {
        LoadResult result = load(FILE.getBytes(StandardCharsets.UTF_8), RememberedHeadings.NONE);

        assertThat(result.state()).isEqualTo(LoadState.FAILED);
        assertThat(register.problems()).containsExactly("0 iin column.missing");
    }

    @Test
    void areReadWithItAndWithWhatIsGiven() {
        LoadResult result = register.load(
                "occupations",
                FILE.getBytes(StandardCharsets.UTF_8),
                LoadOptions.NONE,
                null,
                false,
                RememberedHeadings.of(List.of(MAPPING), Map.of("from", "01.02.2022")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(result.mapping()).isEqualTo(MAPPING.id());
        assertThat(register.problems())
                .as("a column left unused on purpose is no warning")
                .isEmpty();
        assertThat(register.rows("select source, kind, valid_from from occupation"))
                .containsExactly("SCREENING UNEMPLOYED 2022-02-01");
    }

    @Test
    void askForWhatEachFileMustBeGiven() {
        LoadResult result = load(FILE, Map.of());

        assertThat(result.state()).isEqualTo(LoadState.FAILED);
        assertThat(register.problems()).containsExactly("0 from mapping.asks");
    }

    @Test
    void areKnownWithoutRegardToCaseAndSpaces() {
        assertThat(load(FILE.replace("Чем занят", " чем \u00a0ЗАНЯТ "), Map.of("from", "2022-02-01"))
                        .accepted())
                .isEqualTo(1);
        assertThat(load(FILE.replace("Прим.", "Примечание"), Map.of("from", "2022-02-01"))
                        .state())
                .isEqualTo(LoadState.FAILED);
        assertThat(load(FILE.replace("Кто;Чем занят", "Чем занят;Кто"), Map.of("from", "2022-02-01"))
                        .state())
                .isEqualTo(LoadState.FAILED);
    }

    @Test
    void tellOfWrongCellsUnderTheColumnOfTheList() {
        load(FILE.replace("безработный", "космонавт"), Map.of("from", "2022-02-01"));

        assertThat(register.problems()).containsExactly("1 kind kind.unknown");
    }

    @Test
    void twoColumnsOfOneNameAreToldApartByTheirPlace() {
        var twins = mapping(List.of("дата", "ИИН", "дата", "вид"), List.of("", "iin", "from", "kind"), List.of());
        String csv = "дата,ИИН,дата,вид\n2001-01-01," + ANNA + ",2023-01-01,безработный\n";

        LoadResult result = load(csv.getBytes(StandardCharsets.UTF_8), RememberedHeadings.of(List.of(twins), Map.of()));

        assertThat(result.accepted()).isEqualTo(1);
    }

    @Test
    void spreadsheetsToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            var sheet = book.newWorksheet("Лист1");
            sheet.value(0, 0, "Список на январь");
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(2, i, HEADINGS.get(i));
            }
            sheet.value(2, 5, "  ");
            sheet.value(3, 0, ANNA);
            sheet.value(3, 1, "безработный");
        }

        LoadResult result =
                load(bytes.toByteArray(), RememberedHeadings.of(List.of(MAPPING), Map.of("from", "2022-02-01")));

        assertThat(result.accepted()).isEqualTo(1);
    }

    @Test
    void theNearestTerritoryHoldsAndAReplacedMappingNoLonger() throws SQLException {
        try (var own = IntakeFixture.withTerritories()) {
            var connection = own.connection();
            UUID first = HeadingMappings.add(connection, MAPPING);
            UUID second = HeadingMappings.add(connection, MAPPING);
            connection.commit();

            Integer[] units = {313600000};
            assertThat(HeadingMappings.standing(connection, "occupations", units))
                    .extracting(HeadingMapping::id)
                    .containsExactly(second);
            assertThat(HeadingMappings.find(connection, first)).isPresent();
            assertThat(HeadingMappings.standing(connection, "occupations", new Integer[] {314000000}))
                    .as("of another district")
                    .isEmpty();
            assertThat(HeadingMappings.standing(connection, "members", units)).isEmpty();
            assertThat(HeadingMappings.rename(connection, second, "Другое имя")).isTrue();
            assertThat(HeadingMappings.find(connection, second).orElseThrow().name())
                    .isEqualTo("Другое имя");
            assertThat(HeadingMappings.remove(connection, second, "aigul")).isTrue();
            assertThat(HeadingMappings.standing(connection, null, null)).isEmpty();
        }
    }
}
