package kz.ruralincome.domain.sample;

/**
 * The dice of the sample: SplitMix64, written out so that no change of the JDK can change the sample.
 *
 * <p>A {@linkplain #split split} depends on the seed and the keys alone and not on what was drawn before; so what
 * one theme of the sample draws never shifts another.
 */
final class SampleRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    SampleRandom(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    SampleRandom split(long theme, long subject) {
        return new SampleRandom(mix(seed ^ mix(theme * GOLDEN + 1) ^ mix(~subject * GOLDEN)));
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    /** The place of one of the weights, the heavier the likelier. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int place = 0;
        while (left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
