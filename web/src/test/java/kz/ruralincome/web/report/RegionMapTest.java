package kz.ruralincome.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionMapTest {

    private static RegionMap.Place row(String kato, Integer number) {
        return new RegionMap.Place(
                kato,
                "N" + kato,
                number == null ? null : BigDecimal.valueOf(number),
                number == null ? "–" : number.toString(),
                null);
    }

    @Test
    void hasTheTenDistrictsAndTheTownInsideItsFrame() {
        assertThat(DistrictBorders.all()).hasSize(11).containsKeys("311000000", "313600000", "316600000");
        DistrictBorders.all().values().forEach(border -> {
            assertThat(border.x()).isBetween(1, DistrictBorders.WIDTH - 1);
            assertThat(border.y()).isBetween(1, DistrictBorders.HEIGHT - 1);
            for (String point : border.path().substring(1).replace("Z", "").split("L")) {
                assertThat(Integer.parseInt(point.split(" ")[0])).isBetween(0, DistrictBorders.WIDTH);
                assertThat(Integer.parseInt(point.split(" ")[1])).isBetween(0, DistrictBorders.HEIGHT);
            }
        });
    }

    @Test
    void isTheDarkerTheMoreAndGreyWhereNothingIsTold() {
        List<RegionMap.Place> rows = new ArrayList<>(List.of(row("none", 999)));
        int number = 0;
        for (String kato : DistrictBorders.all().keySet()) {
            rows.add(row(kato, number == 10 ? null : ++number * 100));
        }
        RegionMap map = RegionMap.of(rows);
        assertThat(map.areas()).extracting(RegionMap.Area::shade).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0);
        assertThat(map.shades())
                .extracting(shade -> shade.from() + "-" + shade.to())
                .containsExactly("100-200", "300-400", "500-600", "700-800", "900-1000");
    }

    @Test
    void isEmptyBelowTheDistricts() {
        assertThat(RegionMap.of(List.of(row("313633000", 5))).areas()).isEmpty();
    }
}
