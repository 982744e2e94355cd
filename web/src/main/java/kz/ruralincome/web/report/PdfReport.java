package kz.ruralincome.web.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a report as PDF: A4 across, its own font with all Kazakh letters, the page's number and what it is below. */
public final class PdfReport {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm 12mm 16mm 12mm;
                @bottom-left { content: element(foot); font-family: Pilot; font-size: 7pt }
                @bottom-right { content: counter(page) " / " counter(pages); font-family: Pilot; font-size: 7pt } }
            body { font-family: Pilot; font-size: 8pt; color: #1b1f24 }
            h1 { font-size: 15pt; margin: 0 0 2mm 0 }
            h2 { font-size: 11pt; margin: 6mm 0 2mm 0; page-break-after: avoid }
            p { margin: 0 0 1mm 0 }
            .subtitle { font-size: 11pt; margin-bottom: 3mm }
            .note { font-size: 7pt; color: #444 }
            .foot { position: running(foot); font-size: 7pt }
            .next { page-break-before: always }
            table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate }
            th, td { border: 0.3pt solid #8a939c; padding: 1mm 1.2mm; vertical-align: top; text-align: left }
            th { background: #eef1f4; font-weight: bold }
            td.number, th.number { text-align: right }
            td.number { white-space: nowrap }
            tr { page-break-inside: avoid }
            .map { position: relative; width: 640px; height: 500px; page-break-inside: avoid; page-break-before: always }
            .map object { display: block; width: 640px; height: 500px }
            .map p { position: absolute; width: 100px; text-align: center; font-size: 6.5pt; margin: 0 }
            .map span { background: #fff }
            """;

    private PdfReport() {}

    /** The bytes of the file. */
    public static byte[] of(CollegiumText report) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFont(font(document, "DejaVuSans.ttf"), "Pilot", 400, FontStyle.NORMAL, true);
            builder.useFont(font(document, "DejaVuSans-Bold.ttf"), "Pilot", 700, FontStyle.NORMAL, true);
            builder.withProducer("Rural Income Pilot");
            builder.useObjectDrawerFactory(new MapDrawing(report.map()));
            builder.withHtmlContent(html(report), null);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Without ligatures, which hide the letters from who searches the text. */
    private static PDFontSupplier font(PDDocument document, String name) throws IOException {
        var letters = new TTFParser().parse(new RandomAccessReadBuffer(font(name)));
        letters.setEnableGsub(false);
        return new PDFontSupplier(PDType0Font.load(document, letters, true));
    }

    static InputStream font(String name) {
        return PdfReport.class.getResourceAsStream(FONTS + name);
    }

    private static String html(CollegiumText report) {
        var html = new StringBuilder("<html lang=\"").append(report.language()).append("\"><head><title>");
        html.append(escaped(report.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        paragraph(html, "foot", report.program() + " · " + report.title() + " · " + report.subtitle());
        html.append("<h1>").append(escaped(report.title())).append("</h1>");
        paragraph(html, "subtitle", report.subtitle());
        report.facts().forEach(fact -> paragraph(html, "note", fact));
        for (int number = 0; number < report.sheets().size(); number++) {
            Sheet sheet = report.sheets().get(number);
            html.append(number == 0 ? "<h2>" : "<h2 class=\"next\">")
                    .append(escaped(sheet.title()))
                    .append("</h2>");
            if (!sheet.columns().isEmpty()) {
                table(html, sheet);
            }
            sheet.notes().forEach(note -> paragraph(html, "note", note));
            if (number == 1 && !report.map().areas().isEmpty()) {
                map(html, report);
            }
        }
        return html.append("</body></html>").toString();
    }

    /** Beside the table of the parts, which has the same numbers. */
    private static void map(StringBuilder html, CollegiumText report) {
        html.append("<div class=\"map\"><object type=\"")
                .append(MapDrawing.TYPE)
                .append("\"></object>");
        for (RegionMap.Area area : report.map().areas()) {
            html.append("<p style=\"left: %dpx; top: %dpx\">".formatted(area.x() - 50, area.y() - 9))
                    .append("<span>")
                    .append(escaped(area.name()))
                    .append("<br/>")
                    .append(escaped(area.text()))
                    .append("</span></p>");
        }
        html.append("</div>");
        paragraph(html, "note", report.mapCaption());
    }

    private static void table(StringBuilder html, Sheet sheet) {
        html.append("<table><thead><tr>");
        for (Sheet.Column column : sheet.columns()) {
            html.append(column.isNumber() ? "<th class=\"number\">" : "<th>")
                    .append(escaped(column.name()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<Sheet.Cell> row : sheet.rows()) {
            html.append("<tr>");
            for (int place = 0; place < row.size(); place++) {
                html.append(sheet.columns().get(place).isNumber() ? "<td class=\"number\">" : "<td>")
                        .append(escaped(row.get(place).text()))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private static void paragraph(StringBuilder html, String style, String text) {
        html.append("<p class=\"")
                .append(style)
                .append("\">")
                .append(escaped(text))
                .append("</p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
