package kz.ruralincome.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.AssignmentState;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.claim.Verdict;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.report.CheckedSentence;
import kz.ruralincome.domain.report.CollegiumReport;
import kz.ruralincome.domain.report.ReportFile;
import kz.ruralincome.domain.report.Sentence;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryUnit;
import kz.ruralincome.web.language.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a report are read back by other code than wrote them. */
class CollegiumFilesTest {

    private static final OffsetDateTime KNOWN = OffsetDateTime.parse("2023-02-01T04:00:00Z");

    private static CollegiumReport report() {
        var region = new TerritoryUnit(
                310000000,
                Optional.empty(),
                "Жамбылская область",
                Optional.of("Жамбыл облысы"),
                Optional.of("Zhambyl region"));
        var lines = Arrays.stream(Indicator.values())
                .map(indicator -> indicator == Indicator.ASP_PERSONS
                        ? line(indicator, "48298", "61149", "47584")
                        : line(indicator, null, null, null))
                .toList();
        var part = new CollegiumReport.Part(
                "313600000",
                Optional.of(new TerritoryUnit(
                        313600000, Optional.of(310000000), "Шахар", Optional.of("Шаһар"), Optional.empty())),
                Map.of(Indicator.ASP_PERSONS, line(Indicator.ASP_PERSONS, "12", "7", null)));
        return new CollegiumReport(
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2022, 1, 1),
                Optional.of("310000000"),
                Optional.of(region),
                KNOWN,
                Optional.of(KNOWN),
                Optional.empty(),
                lines,
                List.of(part),
                new MovementMatrix(
                        Optional.of(9L),
                        Map.of("ASP", Optional.of(9L)),
                        Map.of("ASP", Optional.empty(), "UNEMPLOYED", Optional.empty()),
                        List.of(
                                new MatrixCell("ASP", "ASP", Optional.empty(), Optional.empty()),
                                new MatrixCell("ASP", "UNEMPLOYED", Optional.empty(), Optional.empty()))),
                new AssignmentsOn(
                        KNOWN,
                        LocalDate.of(2023, 1, 1),
                        List.of(
                                assignment(7, "2022-12-01", AssignmentState.SENT_BACK),
                                assignment(8, "2023-01-01", AssignmentState.GIVEN)),
                        Map.of(310000000, region)),
                new SmallCellLimit(9));
    }

    private static Assignment assignment(int number, String due, AssignmentState state) {
        return new Assignment(
                number,
                "Проверить списки \u2116 " + number,
                new Assignment.Owner("akimat-2", true),
                310000000,
                LocalDate.parse(due),
                "akimat",
                KNOWN,
                Assignment.Source.NONE,
                new Assignment.Step(3, state, "akimat", KNOWN, Optional.of("мало")),
                state == AssignmentState.SENT_BACK ? Optional.of("Проверено.") : Optional.empty());
    }

    private static IndicatorLine line(Indicator indicator, String value, String previous, String plan) {
        return new IndicatorLine(
                indicator,
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.ofNullable(previous).map(BigDecimal::new),
                Optional.ofNullable(plan).map(BigDecimal::new),
                value == null ? Optional.of(Reason.NO_DATA) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void inPrintHaveAllKazakhLettersInAFontOfTheirOwnAndNumberedPages() throws IOException {
        byte[] pdf = PdfReport.of(CollegiumSheets.of(report(), Language.KK));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            assertThat(text).contains("Жамбыл облысы", "48 298", "\u221221,0 %", "61 149");
            assertThat(text).contains("geokz", "Шаһар");
            assertThat(text).contains("Ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і");
            assertThat(text).contains("rehabilitation.satisfied").doesNotContain("\uFB00", "\uFB01", "\uFB02");
            assertThat(text).contains("1 / " + document.getNumberOfPages());
            assertThat(document.getNumberOfPages()).isBetween(4, 12);
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asAWorkbookHaveNumbersAsNumbersAndTheDefinitions(Language language) throws IOException {
        byte[] xlsx = XlsxReport.of(CollegiumSheets.of(report(), language));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(5);
            try (var rows = sheets.get(0).openStream()) {
                assertThat(rows.flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                                .filter(cell ->
                                        cell != null && cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER)
                                .map(cell ->
                                        cell.asNumber().stripTrailingZeros().toPlainString()))
                        .contains("48298", "61149", "-12851", "-21", "47584", "101.5");
            }
            try (var rows = sheets.get(4).openStream()) {
                assertThat(rows.count()).isGreaterThanOrEqualTo(Indicator.values().length + 2);
            }
        }
    }

    @Test
    void haveTheMapAsAPictureInAWorkbookThatAnotherProgramOpens() throws IOException {
        byte[] xlsx = XlsxReport.of(CollegiumSheets.of(report(), Language.KK));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(5);
            assertThat(workbook.getAllPictures()).hasSize(1);
            var picture = ImageIO.read(
                    new ByteArrayInputStream(workbook.getAllPictures().get(0).getData()));
            assertThat(picture.getWidth()).isGreaterThan(1000);
            assertThat(workbook.getSheetAt(1).getDrawingPatriarch().getShapes()).hasSize(1);
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("01.01.2023 жағдайы бойынша алқаға есеп");
        }
    }

    @Test
    void sayWhyCellsOfTheStateTableAreMissing() {
        var sheet = CollegiumSheets.of(report(), Language.RU).sheets().get(2);
        assertThat(sheet.rows().get(0)).extracting(Sheet.Cell::text).contains("\u2013", "9");
        assertThat(sheet.notes()).singleElement().asString().startsWith("\u2013 Скрыто: группу из 1–9 человек");
    }

    @Test
    void carryTheAssignmentsAsTheyStood() {
        var sheet = CollegiumSheets.of(report(), Language.RU).sheets().get(3);
        assertThat(sheet.rows())
                .extracting(row -> row.get(0).text() + "|" + row.get(4).text() + "|"
                        + row.get(5).text() + "|" + row.get(6).text())
                .containsExactly(
                        "№ 7|01.12.2022 (просрочено)|Возвращено на доработку|Проверено. Возвращено: мало",
                        "№ 8|01.01.2023|Дано|мало");
    }

    @Test
    void carryTheirSentencesWithWhatTheRegisterHasAndWhyTheyStand() throws IOException {
        Statement value = new Statement.Value("asp.persons", LocalDate.of(2023, 1, 1), Optional.of("313600000"), "13");
        Statement percent = new Statement.Percent("12851", Optional.of("61149"), "21,3");
        var sentence = new CheckedSentence(
                1,
                new Sentence("Шаһарда 13 адам", "В Шахаре 13 человек", List.of(value, percent)),
                "admin",
                KNOWN,
                List.of(
                        new CheckedStatement(value, Verdict.MATCH, Optional.of(new BigDecimal(13)), List.of()),
                        new CheckedStatement(
                                percent,
                                Verdict.MISMATCH,
                                Optional.of(new BigDecimal("21.0")),
                                List.of(new BigDecimal(60435)))),
                Optional.of(new CheckedSentence.Acknowledgement("akimat", "так в докладе")));
        var text = CollegiumSheets.of(report(), List.of(), List.of(sentence), Language.RU);

        assertThat(text.sheets().get(3).rows())
                .extracting(row ->
                        String.join("|", row.stream().map(Sheet.Cell::text).toList()))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("1|В Шахаре 13 человек|Шахар: ")
                                .endsWith("|13|13|совпадает|akimat: так в докладе"),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "||12851 от 61149, %|21,3|21,0|не совпадает. Такая доля получается от чисел: "
                                                + "60\u00a0435|"));
        List<ReportFile> files = ReportPrinting.files(report(), List.of(), List.of(sentence));
        assertThat(files).extracting(ReportFile::name).hasSize(5).endsWith("manifest.txt");
        assertThat(new String(files.get(4).content(), StandardCharsets.UTF_8))
                .endsWith("# withheld: groups of 1 to 9\n");
        try (PDDocument document =
                Loader.loadPDF(PdfReport.of(CollegiumSheets.of(report(), List.of(), List.of(sentence), Language.KK)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Шаһарда 13 адам", "сәйкес емес", "akimat:");
        }
    }

    @Test
    void explainEveryFigureInEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(CollegiumSheets.of(report(), language).sheets().get(4).rows())
                    .hasSize(Indicator.values().length)
                    .allMatch(row -> !row.get(2).text().startsWith("report.definition."));
        }
    }
}
