package kz.ruralincome.web.ui.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A figure of each district on the map: the more, the darker, in five shades of one colour, which print and most eyes tell
 * apart; the number stands in each district, so that nobody needs the shades.
 */
public record RegionMap(int width, int height, List<Area> areas, List<Shade> shades) {

    private static final int SHADES = 5;

    /**
     * A district.
     *
     * @param shade 1 (fewest) to 5; 0: not known or withheld
     */
    public record Area(String name, String path, int shade, String text, int x, int y, String link) {}

    /** Which numbers have a shade. */
    public record Shade(int shade, String from, String to) {}

    /** The map of these rows; without areas when none of them is a district of the map. */
    static RegionMap of(List<DistrictRow> rows) {
        Map<String, DistrictRow> byCode =
                rows.stream().collect(Collectors.toMap(DistrictRow::kato, row -> row, (one, other) -> one));
        List<BigDecimal> numbers = rows.stream()
                .filter(row -> DistrictBorders.all().containsKey(row.kato()))
                .map(row -> row.line().number())
                .filter(number -> number != null)
                .sorted()
                .toList();
        List<Area> areas = new ArrayList<>();
        DistrictBorders.all().forEach((kato, border) -> {
            DistrictRow row = byCode.get(kato);
            if (row != null) {
                areas.add(new Area(
                        row.name(),
                        border.path(),
                        shade(row.line().number(), numbers),
                        row.line().value(),
                        border.x(),
                        border.y(),
                        row.link()));
            }
        });
        return new RegionMap(DistrictBorders.WIDTH, DistrictBorders.HEIGHT, areas, shades(rows, numbers));
    }

    /** By rank, so that each shade has as many districts as the others. */
    private static int shade(BigDecimal number, List<BigDecimal> sorted) {
        return number == null ? 0 : 1 + sorted.indexOf(number) * SHADES / sorted.size();
    }

    private static List<Shade> shades(List<DistrictRow> rows, List<BigDecimal> sorted) {
        List<Shade> shades = new ArrayList<>();
        for (int shade = 1; shade <= SHADES; shade++) {
            int wanted = shade;
            List<BigDecimal> of = sorted.stream()
                    .filter(number -> shade(number, sorted) == wanted)
                    .toList();
            if (!of.isEmpty()) {
                shades.add(new Shade(shade, text(rows, of.get(0)), text(rows, of.get(of.size() - 1))));
            }
        }
        return shades;
    }

    private static String text(List<DistrictRow> rows, BigDecimal number) {
        return rows.stream()
                .filter(row -> number.equals(row.line().number()))
                .map(row -> row.line().value())
                .findFirst()
                .orElseThrow();
    }
}
