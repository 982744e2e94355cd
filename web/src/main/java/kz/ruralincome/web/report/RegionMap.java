package kz.ruralincome.web.report;

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

    /**
     * What is told of a place; those that are no districts of the map are left out.
     *
     * @param number null: not known or withheld
     * @param link null: it opens nothing
     */
    public record Place(String kato, String name, BigDecimal number, String text, String link) {}

    /** Which numbers have a shade. */
    public record Shade(int shade, String from, String to) {}

    /** The map of these rows; without areas when none of them is a district of the map. */
    public static RegionMap of(List<Place> rows) {
        Map<String, Place> byCode =
                rows.stream().collect(Collectors.toMap(Place::kato, row -> row, (one, other) -> one));
        List<BigDecimal> numbers = rows.stream()
                .filter(row -> DistrictBorders.all().containsKey(row.kato()))
                .map(Place::number)
                .filter(number -> number != null)
                .sorted()
                .toList();
        List<Area> areas = new ArrayList<>();
        DistrictBorders.all().forEach((kato, border) -> {
            Place row = byCode.get(kato);
            if (row != null) {
                areas.add(new Area(
                        row.name(),
                        border.path(),
                        shade(row.number(), numbers),
                        row.text(),
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

    private static List<Shade> shades(List<Place> rows, List<BigDecimal> sorted) {
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

    private static String text(List<Place> rows, BigDecimal number) {
        return rows.stream()
                .filter(row -> number.equals(row.number()))
                .map(Place::text)
                .findFirst()
                .orElseThrow();
    }
}
