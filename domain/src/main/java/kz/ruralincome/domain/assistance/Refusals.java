package kz.ruralincome.domain.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Ground;
import kz.ruralincome.domain.shared.Quarter;

/**
 * What the recorded grounds of refusal mean for an application.
 *
 * @param ground the one that refuses it, the longest first; empty: none does
 * @param blockedUntil the first day on which one may apply again
 */
record Refusals(
        Optional<RefusalGround> ground, Optional<LocalDate> blockedUntil, List<TestLine> lines, List<Missing> missing) {

    /**
     * Grounds are those of the Social Code: what they mean under the law before it is not known. Those that were found after
     * the day of application count, too, up to the end of its quarter: the check at home comes after it.
     */
    static Refusals of(List<Ground> grounds, LocalDate day, Law law) {
        List<Ground> refusing = new ArrayList<>();
        List<TestLine> lines = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (Ground ground : grounds) {
            if (ground.on().isAfter(Quarter.of(day).last())) {
                continue;
            }
            var until = ground.kind().blocksUntil(ground.on());
            if (law != Law.SOCIAL_CODE) {
                missing.add(Missing.of("REFUSALS_BEFORE_CODE", ground.kind().name(), ground.on()));
            } else if (ground.kind().concernsOneApplication()) {
                if (Quarter.of(day).contains(ground.on())) {
                    refusing.add(ground);
                    lines.add(said("refusal-application", ground));
                }
            } else if (until.isEmpty()) {
                missing.add(Missing.of("REFUSAL_TERM", ground.kind().name(), ground.on()));
            } else if (until.get().isAfter(day)) {
                refusing.add(ground);
                lines.add(TestLine.said(
                        "refusal-blocks", TestRule.REFUSAL, ground.kind().name(), ground.on(), until.get()));
            } else {
                lines.add(TestLine.said(
                        "refusal-over", TestRule.REFUSAL, ground.kind().name(), ground.on(), until.get()));
            }
        }
        if (grounds.isEmpty()) {
            lines.add(TestLine.said("refusal-none", TestRule.REFUSAL));
        }
        var longest = refusing.stream().max(Comparator.comparing(ground -> end(ground)));
        return new Refusals(
                longest.map(Ground::kind),
                longest.flatMap(ground -> ground.kind().blocksUntil(ground.on())),
                lines,
                missing);
    }

    private static TestLine said(String step, Ground ground) {
        return TestLine.said(step, TestRule.REFUSAL, ground.kind().name(), ground.on());
    }

    private static LocalDate end(Ground ground) {
        return ground.kind().blocksUntil(ground.on()).orElse(ground.on());
    }

    boolean refuses() {
        return ground.isPresent();
    }
}
