package kz.ruralincome.web.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kz.ruralincome.domain.report.CheckedSentence;
import kz.ruralincome.domain.report.CollegiumReport;
import kz.ruralincome.domain.report.ReportFile;
import kz.ruralincome.domain.report.Restatement;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.language.Language;

/** Makes the files of a report that is approved: print and workbook in Kazakh and Russian, and their manifest. */
public final class ReportPrinting {

    private ReportPrinting() {}

    /** The files, the manifest last: a line each with the hash, and on what the report rests. */
    public static List<ReportFile> files(
            CollegiumReport report, List<Restatement> restated, List<CheckedSentence> sentences) {
        List<ReportFile> files = new ArrayList<>();
        for (Language language : List.of(Language.KK, Language.RU)) {
            CollegiumText text = CollegiumSheets.of(report, restated, sentences, language);
            files.add(file(text.fileName(report) + ".pdf", "application/pdf", PdfReport.of(text)));
            files.add(file(text.fileName(report) + ".xlsx", XlsxReport.MEDIA_TYPE, XlsxReport.of(text)));
        }
        var manifest = new StringBuilder();
        files.forEach(file ->
                manifest.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        manifest.append("# as of ").append(report.asOf());
        manifest.append("\n# known on ").append(report.asKnownOn().toInstant());
        manifest.append("\n# definitions ").append(Rules.VERSION);
        manifest.append("\n# withheld: groups of 1 to ")
                .append(report.smallCells().largest())
                .append('\n');
        files.add(file("manifest.txt", "text/plain", manifest.toString().getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static ReportFile file(String name, String mediaType, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new ReportFile(name, mediaType, content, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
