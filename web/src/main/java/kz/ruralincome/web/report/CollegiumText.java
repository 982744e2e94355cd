package kz.ruralincome.web.report;

import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.report.CollegiumReport;

/**
 * The collegium report in the words of a language.
 *
 * @param subtitle the territory
 * @param map of the districts; without areas where the parts are none
 * @param facts what the figures rest on, a sentence each
 */
public record CollegiumText(
        String language,
        String title,
        String subtitle,
        LocalDate asOf,
        List<String> facts,
        List<Sheet> sheets,
        RegionMap map,
        String mapCaption,
        String program) {

    /** The name of its file, without the ending: ASCII, since headers carry it. */
    public String fileName(CollegiumReport report) {
        return "collegium-%s-%s-%s".formatted(report.territory().orElse("all"), report.asOf(), language);
    }
}
