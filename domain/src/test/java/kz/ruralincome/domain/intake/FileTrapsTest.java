package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files as people and registers really send them. */
class FileTrapsTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String OLD = IntakeFixture.iin("05010150012");
    private static final String HEAD = "household_no,iin,from,to,birth_date,sex,family_name,given_name,relation\n";
    private static final LoadOptions DRY = new LoadOptions(true, null, null, null, null);
    private static IntakeFixture register;

    @BeforeAll
    static void open() throws SQLException {
        register = IntakeFixture.withHouseholds();
    }

    @AfterAll
    static void close() throws SQLException {
        register.close();
    }

    private static LoadResult members(String csv) {
        return register.load("members", csv, DRY);
    }

    private static LoadResult members(byte[] file) {
        return register.load("members", file, DRY, null, false);
    }

    private static void fails(LoadResult result, String problem) {
        assertThat(result.state()).isEqualTo(LoadState.FAILED);
        assertThat(result.rows()).isZero();
        assertThat(register.problems()).containsExactly(problem);
    }

    @Test
    void emptyFileAndHeadingsAlone() {
        fails(members(""), "0 null file.empty");
        fails(members(HEAD), "0 null file.empty");
        fails(members("\n\n  \n"), "0 null file.empty");
    }

    @Test
    void missingColumnAndWrongHeading() {
        fails(members("household_no,iin,from\nH1," + ANNA + ",2020-01-01\n"), "0 relation column.missing");
        fails(
                members("household,IINN,from,relation\nH1," + ANNA + ",2020-01-01,HEAD\n"),
                "0 household_no column.missing");
        fails(members("household_no,iin,iin,from,relation\nH1,1,2,2020-01-01,HEAD\n"), "0 iin column.twice");
    }

    @Test
    void extraColumnIsAWarning() {
        LoadResult result = members("household_no,iin,from,relation,colour\nH1," + ANNA + ",2020-01-01,HEAD,red\n");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(register.problems()).containsExactly("0 colour column.unknown");
    }

    @Test
    void titleAboveTotalBelowAndBlankRows() {
        LoadResult result = members("""
                Список членов семей;;;
                на 01.01.2023;;;
                ;;;
                № домохозяйства;ИИН;С;Родство
                H1;%s;01.01.2020;глава

                ;;;
                Итого:;;1;
                """.formatted(ANNA));
        assertThat(result.rows()).isEqualTo(1);
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(register.problems()).isEmpty();
    }

    @Test
    void millionCharacterCellSpoilsOnlyItsRow() {
        LoadResult result = members(HEAD + "H1," + ANNA + ",2020-01-01,,,," + "А".repeat(1_000_000) + ",,HEAD\nH2,"
                + OLD + ",2020-01-01,,,,,,HEAD\n");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(register.errors()).containsExactly("1 family_name cell.length");
    }

    @Test
    void encodings() {
        String rows = HEAD + "H1," + ANNA + ",2020-01-01,,,,Тестова,Анна,HEAD\n";
        byte[] bom = ("\ufeff" + rows).getBytes(StandardCharsets.UTF_8);
        assertThat(members(bom).accepted()).isEqualTo(1);
        fails(members(rows.getBytes(Charset.forName("windows-1251"))), "0 null file.encoding");
        assertThat(register.rows("select args ->> 0 from load_problem where load_id = '" + register.lastLoad() + "'"))
                .containsExactly("Windows-1251");
        fails(members(rows.getBytes(StandardCharsets.UTF_16)), "0 null file.encoding");
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(rows.repeat(5_000).getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("H2,x,2020-01-01,,,,Иванов,,HEAD\n".getBytes(Charset.forName("windows-1251")));
        fails(members(mixed.toByteArray()), "0 null file.encoding");
    }

    @Test
    void lettersThatOnlyLookRight() throws SQLException {
        try (var own = IntakeFixture.withHouseholds()) {
            LoadResult result = own.load("members", HEAD + "H1," + ANNA + ",2020-01-01,,,,ЌОРДАЙБЕКОВА,Aйгүл,HEAD\n");
            assertThat(result.corrected()).isEqualTo(2);
            assertThat(own.rows("select family_name, given_name from membership"))
                    .containsExactly("ҚОРДАЙБЕКОВА Айгүл");
        }
        assertThat(KazakhLetters.mended("ТЎРАР РЫСЌЎЛОВ")).isEqualTo("ТҰРАР РЫСҚҰЛОВ");
        assertThat(KazakhLetters.mended("ЖАЅАТАС")).isEqualTo("ЖАҢАТАС");
        assertThat(KazakhLetters.mended("Anna Smith")).isEqualTo("Anna Smith");
        assertThat(KazakhLetters.mended("ТОО Alpha")).isEqualTo("ТОО Alpha");
        assertThat(KazakhLetters.mended("Əлия")).isEqualTo("Әлия");
    }

    @Test
    void iinsThatASpreadsheetSpoiled() {
        members(HEAD + """
                H1,50101500123,2020-01-01,,,,,,HEAD
                H1,8.5E+11,2020-01-01,,,,,,HEAD
                H1,"8,50101E+11",2020-01-01,,,,,,HEAD
                H1,850101300129,2020-01-01,,,,,,HEAD
                H1,85010130012X,2020-01-01,,,,,,HEAD
                H1,,2020-01-01,,,,,,HEAD
                """);
        assertThat(register.errors())
                .containsExactly(
                        "1 iin iin.length",
                        "2 iin iin.scientific",
                        "3 iin iin.scientific",
                        "4 iin iin.checksum",
                        "5 iin iin.format",
                        "6 iin value.missing");
    }

    @Test
    void cellsThatAreWrong() {
        members(HEAD + """
                H1,%1$s,2020-13-01,,,,,,HEAD
                H1,%1$s,2020-01-01,2020-01-01,,,,,HEAD
                H1,%1$s,2020-01-01,,,,,,BOSS
                H1,%1$s,2020-01-01,,,,,,HEAD,1,2
                H1,%1$s,2020-01-01,,,,%2$s,,HEAD
                H1,%1$s,20200101,,29.02.2021,Q,,,
                """.formatted(ANNA, "x".repeat(101)));
        assertThat(register.errors())
                .containsExactly(
                        "1 from date.format",
                        "2 to period.empty",
                        "3 relation kind.unknown",
                        "4 null row.cells",
                        "5 family_name text.length",
                        "6 from date.format",
                        "6 birth_date date.format",
                        "6 sex kind.unknown",
                        "6 relation value.missing");
    }

    @Test
    void hintsAreWarningsOnly() {
        LoadResult result = members(HEAD + "H1," + ANNA + ",2020-01-01,,1986-01-01,F,Тест0ва,Анна,HEAD\n");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(register.problems())
                .containsExactly("1 family_name name.digits", "1 iin iin.birth-date", "1 iin iin.sex");
    }

    @Test
    void bothEndsOfASpell() {
        register.load("social-packages", "iin,from,to,last_day\n" + ANNA + ",2022-01-01,2022-02-01,2022-01-31\n", DRY);
        assertThat(register.errors()).containsExactly("1 last_day spell.two-ends");
    }

    @Test
    void deregisteredNeedsAReason() {
        register.load("registrations", "iin,from,status\n" + ANNA + ",2022-01-01,DEREGISTERED\n", DRY);
        assertThat(register.errors()).containsExactly("1 reason reason.missing");
    }

    @Test
    void aQuotationMarkThatIsNeverClosed() {
        LoadResult result = members(HEAD + "H1," + ANNA + ",2020-01-01,,,,\"Анна,,HEAD\n" + "H1,x,y\n".repeat(50));
        assertThat(result.accepted()).isZero();
        assertThat(result.state()).isIn(LoadState.FAILED, LoadState.DONE);
        assertThat(register.errors()).isNotEmpty();
    }

    @Test
    void spreadsheetWithItsOwnDatesAndNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("list");
            String[] headings = {"household_no", "iin", "from", "relation", "birth_date"};
            sheet.value(0, 0, "Члены семей");
            for (int i = 0; i < headings.length; i++) {
                sheet.value(2, i, headings[i]);
            }
            sheet.value(3, 0, "H1");
            sheet.value(3, 1, Long.parseLong(ANNA)); // a number of twelve digits
            sheet.value(3, 2, LocalDate.of(2020, 1, 1));
            sheet.style(3, 2).format("dd.mm.yyyy").set();
            sheet.value(3, 3, "HEAD");
            sheet.value(3, 4, "01.01.1985");
            sheet.value(5, 0, "H2");
            sheet.value(5, 1, Long.parseLong(OLD)); // its leading zero is lost
            sheet.value(5, 2, "2020-01-01");
            sheet.value(5, 3, "HEAD");
        }
        LoadResult result = members(bytes.toByteArray());
        assertThat(register.problems()).containsExactly("2 iin iin.length");
        assertThat(result.accepted()).isEqualTo(1);
    }

    @Test
    void anOpenQuoteSwallowsNothing() {
        fails(
                members("household_no,iin,from,relation\nH-1,\"900101300007,2020-01-01\nH-1,991231300003,2020-01-01\n"
                        .getBytes(StandardCharsets.UTF_8)),
                "0 null file.unreadable");
    }

    @Test
    void bombsAndRubbish() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        fails(members(bomb.toByteArray()), "0 null file.bomb");
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("no spreadsheet".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        fails(members(other.toByteArray()), "0 null file.unreadable");
        fails(members(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9, 9}), "0 null file.unreadable");
    }
}
