package kz.ruralincome.web.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.ruralincome.web.json.Json;

/**
 * The borders of the districts as they are drawn: geokz, data of the Bureau of National Statistics, CC BY 4.0, 2024.
 *
 * <p>A degree of longitude is drawn as long as it is in the middle of the region, 44 degrees north.
 */
final class DistrictBorders {

    static final int WIDTH = 640;
    static final int HEIGHT = 500;

    private static final String FILE = "/kz/ruralincome/web/map/zhambyl-districts.geojson";
    private static final BigDecimal WEST = new BigDecimal("68.99");
    private static final BigDecimal NORTH = new BigDecimal("46.04");
    private static final BigDecimal X_SCALE = new BigDecimal("93.5");
    /** X_SCALE / cos 44 degrees. */
    private static final BigDecimal Y_SCALE = new BigDecimal("130");

    /** Where the names stand, so that none lies on another; by hand, as the borders do not change. */
    private static final Map<String, Point> NAMES = Map.ofEntries(
            Map.entry("311000000", new Point(258, 456)),
            Map.entry("313600000", new Point(253, 318)),
            Map.entry("314000000", new Point(200, 374)),
            Map.entry("314200000", new Point(150, 440)),
            Map.entry("314800000", new Point(562, 321)),
            Map.entry("315000000", new Point(322, 410)),
            Map.entry("315400000", new Point(420, 366)),
            Map.entry("315600000", new Point(339, 147)),
            Map.entry("316000000", new Point(118, 187)),
            Map.entry("316200000", new Point(146, 288)),
            Map.entry("316600000", new Point(457, 272)));

    private static final Map<String, Border> BORDERS = read();

    private DistrictBorders() {}

    /**
     * A district on the map.
     *
     * @param path for SVG
     * @param x where the middle of its name stands, and its number below
     */
    record Border(String path, int x, int y) {}

    private record Point(int x, int y) {}

    /** By KATO code, in the order of the file. */
    static Map<String, Border> all() {
        return BORDERS;
    }

    private static Map<String, Border> read() {
        try (var file = DistrictBorders.class.getResourceAsStream(FILE);
                var json = Json.createReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Border> borders = new LinkedHashMap<>();
            for (var feature : json.readObject().getJsonArray("features").getValuesAs(JsonObject.class)) {
                String kato = feature.getJsonObject("properties").getString("kato");
                borders.put(
                        kato,
                        border(
                                NAMES.get(kato),
                                feature.getJsonObject("geometry")
                                        .getJsonArray("coordinates")
                                        .getJsonArray(0)));
            }
            return borders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Border border(Point name, JsonArray ring) {
        var path = new StringBuilder();
        for (var point : ring.getValuesAs(JsonArray.class)) {
            int x = scaled(point.getJsonNumber(0).bigDecimalValue().subtract(WEST), X_SCALE);
            int y = scaled(NORTH.subtract(point.getJsonNumber(1).bigDecimalValue()), Y_SCALE);
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return new Border(path.append('Z').toString(), name.x(), name.y());
    }

    private static int scaled(BigDecimal degrees, BigDecimal scale) {
        return degrees.multiply(scale).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
