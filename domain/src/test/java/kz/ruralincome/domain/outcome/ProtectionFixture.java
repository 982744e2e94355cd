package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** What the tests of small groups have in common: a region of three districts, one of them with four okrugs. */
final class ProtectionFixture {

    static final int REGION = 310000000;
    static final int DISTRICT = 313600000;
    static final Places PLACES = new Places(
            new TerritoryTree(List.of(
                    unit(REGION, null),
                    unit(DISTRICT, REGION),
                    unit(314000000, REGION),
                    unit(316600000, REGION),
                    unit(313635000, DISTRICT),
                    unit(313637000, DISTRICT),
                    unit(313640000, DISTRICT),
                    unit(313645000, DISTRICT))),
            REGION);
    static final LocalDate AS_OF = LocalDate.of(2023, 1, 1);

    private ProtectionFixture() {}

    static Optional<String> territory(boolean isRegion) {
        return Optional.of(Places.code(isRegion ? REGION : DISTRICT));
    }

    static boolean isProtected(Optional<TerritoryUnit> unit) {
        return unit.filter(one -> PLACES.isBelowRegion(one.kato())).isPresent();
    }

    static <T> OutcomeAnswer<T> about(Optional<String> territory, List<T> items) {
        return new OutcomeAnswer<>(
                AS_OF,
                AS_OF.minusYears(1),
                territory,
                OffsetDateTime.parse("2023-02-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                items);
    }

    /** Often nobody, often few. */
    static long count(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> 0;
            case 2 -> 1 + random.nextInt(4);
            case 3 -> 5 + random.nextInt(20);
            default -> 25 + random.nextInt(500);
        };
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }
}
