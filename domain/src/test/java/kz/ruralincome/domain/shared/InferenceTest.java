package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class InferenceTest {

    private static final int PARTS = 8;

    /** Numbers are told and withheld again between the questions, so each answer rests on nothing of an earlier one. */
    @Property(tries = 200)
    void saysWhatAnotherLinearProgramSays(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        var random = new Random(seed);
        List<Long> truth = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            truth.add((long) random.nextInt(8));
        }
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            List<Integer> parts = IntStream.range(0, truth.size())
                    .filter(part -> random.nextInt(3) == 0)
                    .boxed()
                    .toList();
            sums.add(new Sum(parts, truth.size()));
            truth.add(parts.stream().mapToLong(truth::get).sum());
        }
        BitSet all = new BitSet();
        all.set(0, truth.size());
        var reader =
                new Inference(sums, truth.stream().mapToLong(Long::longValue).toArray(), all, all);

        for (int round = 0; round < 5; round++) {
            var other = new Recovery(SmallCellLimit.USUAL);
            for (int number = 0; number < truth.size(); number++) {
                if (random.nextInt(3) == 0) {
                    reader.withhold(number);
                    other.unsaid();
                } else {
                    reader.tell(number);
                    other.number(Optional.of(truth.get(number)));
                }
            }
            sums.forEach(sum -> other.addUp(sum.parts(), sum.whole()));
            for (int number = 0; number < truth.size(); number++) {
                long by = 1 + random.nextInt(6);
                if (other.isWithheld(number)) {
                    assertThat(reader.canGrow(number, by)).isEqualTo(other.canBe(number, truth.get(number) + by));
                }
            }
        }
    }
}
