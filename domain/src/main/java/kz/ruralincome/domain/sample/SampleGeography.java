package kz.ruralincome.domain.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the people of the sample live: the villages of Zhambyl region by the official list, district by district in
 * the true proportions of the rural population of 2022. The size of an okrug within its district and of a village
 * within its okrug is a plausible guess; towns stand for nobody but those who move there.
 */
final class SampleGeography {

    static final int REGION = 310000000;
    static final int TARAZ = 311000000;
    static final int TARAZ_TOWN = 311010000;

    /** District and its rural population of 2022 in hundreds. */
    private static final int[][] DISTRICTS = {
        {313600000, 1089}, {314000000, 829}, {314200000, 503}, {314800000, 1398}, {315000000, 667},
        {315400000, 862}, {315600000, 315}, {316000000, 195}, {316200000, 238}, {316600000, 663},
    };

    /** Okrugs that are known to be far larger than their neighbours: seats of districts and the like. */
    private static final Map<Integer, Integer> LARGE_OKRUGS = Map.ofEntries(
            Map.entry(313630000, 700),
            Map.entry(314030000, 500),
            Map.entry(314230000, 600),
            Map.entry(314830000, 900),
            Map.entry(314854000, 500),
            Map.entry(314847000, 350),
            Map.entry(315030000, 500),
            Map.entry(315430000, 700),
            Map.entry(315443000, 250),
            Map.entry(315445000, 300),
            Map.entry(315630000, 400),
            Map.entry(316033000, 350),
            Map.entry(316630000, 600));

    /** Okrugs of the first stage: Kostobe and Besagash are known, the other nine were picked for the sample. */
    static final List<Integer> STAGE_ONE = List.of(
            313645000, 314037000, 313653000, 314253000, 314855000, 315037000, 315446000, 315635000, 316043000,
            316249000, 316645000);

    /** Ten okrugs of the second stage, one a district, all picked for the sample. */
    static final List<Integer> STAGE_TWO = List.of(
            313657000, 314046000, 314263000, 314838000, 315055000, 315453000, 315637000, 316047000, 316243000,
            316633000);

    /** Units of other regions to which a few households of the sample move. */
    static final int[] ELSEWHERE = {750000000, 790000000};

    private static final Set<String> SETTLEMENT_KINDS = Set.of("с.", "с ", "п.", "ст");

    private final List<District> districts = new ArrayList<>();
    private final List<Integer> regions = new ArrayList<>();

    SampleGeography() {
        Map<Integer, Integer> parents = new HashMap<>();
        List<Integer> settlements = new ArrayList<>();
        Map<Integer, String> kinds = new HashMap<>();
        for (String[] unit : units()) {
            int kato = Integer.parseInt(unit[0]);
            if (unit[1].isEmpty()) {
                regions.add(kato);
            } else {
                parents.put(kato, Integer.valueOf(unit[1]));
            }
            String kind = unit[2].substring(0, Math.min(2, unit[2].length()));
            if (SETTLEMENT_KINDS.contains(kind)) {
                settlements.add(kato);
                kinds.put(kato, kind);
            }
        }
        for (int[] shares : DISTRICTS) {
            districts.add(new District(shares[0], shares[1], new ArrayList<>()));
        }
        for (int kato : settlements) {
            addSettlement(kato, kinds.get(kato), parents);
        }
    }

    private void addSettlement(int kato, String kind, Map<Integer, Integer> parents) {
        int okrug = kato;
        int depth = 0;
        while (parents.containsKey(okrug) && find(parents.get(okrug)) == null) {
            okrug = parents.get(okrug);
            depth++;
        }
        District district = parents.containsKey(okrug) ? find(parents.get(okrug)) : null;
        if (district == null || depth == 0) {
            return; // another region, or an okrug whose name begins like a village's
        }
        List<Settlement> known = district.settlements();
        boolean seat = known.isEmpty() || known.get(known.size() - 1).okrug() != okrug;
        int share = seat ? 60 : depth > 1 ? 3 : kind.equals("ст") ? 4 : 18;
        known.add(new Settlement(kato, okrug, district.kato(), share * okrugWeight(okrug)));
    }

    private static int okrugWeight(int okrug) {
        if (stage(okrug) > 0) {
            return 170;
        }
        return LARGE_OKRUGS.getOrDefault(okrug, 60 + okrug / 1000 * 37 % 90);
    }

    private District find(int kato) {
        for (District district : districts) {
            if (district.kato() == kato) {
                return district;
            }
        }
        return null;
    }

    private static List<String[]> units() {
        List<String[]> units = new ArrayList<>();
        try (var in = SampleGeography.class.getResourceAsStream("/reference/kato-2022-10-17.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                units.add(line.split(",", 4));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of territories cannot be read", e);
        }
        return units;
    }

    List<District> districts() {
        return districts;
    }

    /** The other regions of the country, in the order of their codes. */
    List<Integer> peers() {
        return regions.stream().filter(kato -> kato != REGION).sorted().toList();
    }

    /** The children of the region: the ten districts and Taraz. */
    List<Integer> children() {
        List<Integer> children = new ArrayList<>();
        children.add(TARAZ);
        districts.forEach(district -> children.add(district.kato()));
        return children;
    }

    /** 1 or 2 for an okrug of the pilot, 0 for any other. */
    static int stage(int okrug) {
        return STAGE_ONE.contains(okrug) ? 1 : STAGE_TWO.contains(okrug) ? 2 : 0;
    }

    /** A district with its share in the rural population and its settlements, okrug by okrug. */
    record District(int kato, int share, List<Settlement> settlements) {

        Settlement settlement(SampleRandom random) {
            int sum = 0;
            for (Settlement settlement : settlements) {
                sum += settlement.weight();
            }
            int left = random.below(sum);
            for (Settlement settlement : settlements) {
                left -= settlement.weight();
                if (left < 0) {
                    return settlement;
                }
            }
            throw new IllegalStateException("A district without settlements: " + kato);
        }
    }

    /** A village or station with the okrug and the district in which it lies. */
    record Settlement(int kato, int okrug, int district, int weight) {}
}
