package kz.ruralincome.domain.sample;

/** Assistance assigned to a household for a quarter or what was left of it. */
record SampleSpell(int from, int to, boolean conditional, int monthlyAmount, int perCapita) {

    int months() {
        return Math.max(1, (to - from + 15) / 30);
    }
}
