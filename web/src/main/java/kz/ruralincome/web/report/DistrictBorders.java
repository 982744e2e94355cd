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

    private static final Map<String, Border> BORDERS = read();

    private DistrictBorders() {}

    /**
     * A district on the map.
     *
     * @param path for SVG
     * @param x the middle of its box, where its number stands
     */
    record Border(String path, int x, int y) {}

    /** By KATO code, in the order of the file. */
    static Map<String, Border> all() {
        return BORDERS;
    }

    private static Map<String, Border> read() {
        try (var file = DistrictBorders.class.getResourceAsStream(FILE);
                var json = Json.createReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Border> borders = new LinkedHashMap<>();
            for (var feature : json.readObject().getJsonArray("features").getValuesAs(JsonObject.class)) {
                borders.put(
                        feature.getJsonObject("properties").getString("kato"),
                        border(feature.getJsonObject("geometry")
                                .getJsonArray("coordinates")
                                .getJsonArray(0)));
            }
            return borders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Border border(JsonArray ring) {
        var path = new StringBuilder();
        int left = WIDTH;
        int right = 0;
        int top = HEIGHT;
        int bottom = 0;
        for (var point : ring.getValuesAs(JsonArray.class)) {
            int x = scaled(point.getJsonNumber(0).bigDecimalValue().subtract(WEST), X_SCALE);
            int y = scaled(NORTH.subtract(point.getJsonNumber(1).bigDecimalValue()), Y_SCALE);
            path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return new Border(path.append('Z').toString(), (left + right) / 2, (top + bottom) / 2);
    }

    private static int scaled(BigDecimal degrees, BigDecimal scale) {
        return degrees.multiply(scale).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
