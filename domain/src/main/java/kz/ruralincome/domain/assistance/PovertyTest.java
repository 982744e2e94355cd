package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.assistance.TestResult.Kind;
import kz.ruralincome.domain.assistance.TestResult.Outcome;
import kz.ruralincome.domain.shared.Quarter;

/**
 * Whether a household has a right to assistance, to how much and of which kind: a pure calculation.
 *
 * <p>Income per head = what all members earned in the quarter before / members / 3 (Social Code, Article 127, item 2). There is
 * a right while it does not pass the line; where both are equal the amount is 0. Amount a month = (line − income per head) ×
 * members. Sums are compared exactly, and the amount is rounded once, to whole tenge.
 */
public final class PovertyTest {

    private static final int MONTHS = 3;

    private final TestInput input;
    private final Parameters parameters;
    private final List<Supposed> supposed;
    private final Law law;
    private final Quarter quarter;
    private final List<TestLine> lines = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    private PovertyTest(TestInput input, Parameters parameters, List<Supposed> supposed) {
        this.input = input;
        this.parameters = parameters;
        this.supposed = supposed;
        this.law = Law.on(input.appliedOn());
        this.quarter = Quarter.of(input.appliedOn());
    }

    static TestResult of(TestInput input, Parameters parameters) {
        return of(input, parameters, List.of());
    }

    /** The same with further incomes of the quarter. */
    static TestResult of(TestInput input, Parameters parameters, List<Supposed> supposed) {
        return new PovertyTest(input, parameters, supposed).run();
    }

    private TestResult run() {
        say("law", TestRule.LAW, input.appliedOn());
        say("quarters", TestRule.INCOME, quarter.toString(), quarter.before().toString());
        var refusal = Refusals.of(input.grounds(), input.appliedOn(), law);
        Optional<BigDecimal> total = income();
        Optional<BigDecimal> line = line();
        Optional<BigDecimal> room = line.flatMap(of -> total.map(earned -> room(of, earned)));
        room.ifPresent(left -> compare(total.orElseThrow(), line.orElseThrow(), left));
        boolean isAbove = room.filter(left -> left.signum() < 0).isPresent();
        Optional<BigDecimal> amount = Optional.empty();
        Optional<BigDecimal> supplement = Optional.empty();
        Optional<Kind> kind = Optional.empty();
        if (!isAbove && !refusal.refuses()) {
            amount = room.map(left -> amount(left, line.orElseThrow(), total.orElseThrow()));
            supplement = supplement();
            total(amount, supplement);
            kind = kind();
        }
        lines.addAll(refusal.lines());
        if (!isAbove) {
            missing.addAll(refusal.missing());
        }
        var outcome = outcome(refusal.refuses(), isAbove);
        return new TestResult(
                outcome,
                law,
                input.members().size(),
                total.map(earned -> Rounding.TIYN.of(earned, heads())),
                line,
                room,
                amount,
                supplement,
                outcome == Outcome.ENTITLED ? kind : Optional.empty(),
                outcome == Outcome.ABOVE_LINE ? Optional.of(RefusalGround.INCOME_ABOVE_LINE) : refusal.ground(),
                refusal.blockedUntil(),
                outcome == Outcome.NOT_KNOWN ? missing : List.of(),
                lines);
    }

    private Outcome outcome(boolean refused, boolean isAbove) {
        if (refused) {
            return Outcome.REFUSED;
        }
        if (isAbove) {
            return Outcome.ABOVE_LINE;
        }
        return missing.isEmpty() ? Outcome.ENTITLED : Outcome.NOT_KNOWN;
    }

    /** The months of all members together; 3 for each. */
    private long heads() {
        return (long) input.members().size() * MONTHS;
    }

    private Optional<BigDecimal> income() {
        int members = input.members().size();
        count("members", TestRule.INCOME, BigDecimal.valueOf(members), input.appliedOn());
        if (members == 0) {
            missing.add(Missing.of("MEMBERS", input.appliedOn()));
            return Optional.empty();
        }
        long without = input.members().stream()
                .filter(member -> member.incomes().isEmpty())
                .count();
        if (without == members) {
            missing.add(Missing.of("INCOMES", quarter.before().toString()));
            return Optional.empty();
        }
        BigDecimal recorded = input.members().stream().map(Member::income).reduce(BigDecimal.ZERO, BigDecimal::add);
        count("income", TestRule.INCOME, recorded, quarter.before().toString());
        if (without > 0) {
            say("no-income", TestRule.INCOME, BigDecimal.valueOf(without));
        }
        BigDecimal total = recorded;
        for (Supposed further : supposed) {
            lines.add(further.line());
            total = total.add(further.amount());
        }
        if (!supposed.isEmpty()) {
            count("income-with", TestRule.INCOME, total, recorded, total.subtract(recorded));
        }
        count("per-capita", TestRule.INCOME, Rounding.TIYN.of(total, heads()), total, BigDecimal.valueOf(members));
        return Optional.of(total);
    }

    private Optional<BigDecimal> line() {
        if (input.region().isEmpty()) {
            missing.add(Missing.of("REGION", input.appliedOn()));
            return Optional.empty();
        }
        var found = PovertyLine.of(parameters, input.region().get(), quarter);
        lines.addAll(found.lines());
        missing.addAll(found.missing());
        return found.line();
    }

    /** What all members could earn more in the quarter before the line is passed. */
    private BigDecimal room(BigDecimal line, BigDecimal total) {
        return line.multiply(BigDecimal.valueOf(heads())).subtract(total);
    }

    private void compare(BigDecimal total, BigDecimal line, BigDecimal room) {
        String step = room.signum() > 0 ? "right-below" : room.signum() == 0 ? "right-equal" : "right-above";
        say(step, TestRule.RIGHT, Rounding.TIYN.of(total, heads()), line);
    }

    private BigDecimal amount(BigDecimal room, BigDecimal line, BigDecimal total) {
        BigDecimal amount = Rounding.WHOLE_TENGE.of(room, MONTHS);
        count(
                "amount",
                TestRule.AMOUNT,
                amount,
                line,
                Rounding.TIYN.of(total, heads()),
                BigDecimal.valueOf(input.members().size()));
        return amount;
    }

    /** 0 while the supplement was not paid in money; empty when it is not known. */
    private Optional<BigDecimal> supplement() {
        LocalDate day = input.appliedOn();
        if (parameters.beginsAfter(Parameters.SUPPLEMENT, day)) {
            count("supplement-none", TestRule.SUPPLEMENT, BigDecimal.ZERO);
            return Optional.of(BigDecimal.ZERO);
        }
        var indices = parameters.inForce(Parameters.SUPPLEMENT, day);
        var index = parameters.inForce(Parameters.INDEX, day);
        if (indices.isEmpty()) {
            missing.add(Missing.of(Parameters.SUPPLEMENT, day));
        }
        if (index.isEmpty()) {
            missing.add(Missing.of(Parameters.INDEX, day));
        }
        if (indices.isEmpty() || index.isEmpty() || !demandAges()) {
            return Optional.empty();
        }
        long children = input.members().stream()
                .filter(member -> Ages.hasSupplement(member, day))
                .count();
        BigDecimal exact = indices.get().value().multiply(index.get().value());
        BigDecimal each = Rounding.WHOLE_TENGE.of(exact);
        BigDecimal all = each.multiply(BigDecimal.valueOf(children));
        lines.add(TestLine.counted(
                        "supplement",
                        TestRule.SUPPLEMENT,
                        all,
                        indices.get().value(),
                        index.get().value(),
                        each,
                        BigDecimal.valueOf(children))
                .by(indices.get(), index.get()));
        return Optional.of(all);
    }

    private void total(Optional<BigDecimal> amount, Optional<BigDecimal> supplement) {
        if (amount.isPresent() && supplement.isPresent()) {
            count("monthly", TestRule.AMOUNT, amount.get().add(supplement.get()), amount.get(), supplement.get());
        }
    }

    private Optional<Kind> kind() {
        LocalDate day = input.appliedOn();
        var men = parameters.inForce(Parameters.PENSION_AGE_MEN, day);
        var women = parameters.inForce(Parameters.PENSION_AGE_WOMEN, day);
        if (men.isEmpty() || women.isEmpty()) {
            missing.add(Missing.of("PENSION_AGE", day));
            return Optional.empty();
        }
        if (!demandAges()) {
            return Optional.empty();
        }
        var ages = new Ages(men.get().value(), women.get().value());
        long ofWorkingAge = input.members().stream()
                .filter(member -> ages.isOfWorkingAge(member, day))
                .count();
        long able = Math.max(ofWorkingAge - input.circumstances().unable(), 0);
        boolean isCarer = able == 1 && input.circumstances().onlyCarer();
        Kind kind = able == 0 || isCarer ? Kind.UNCONDITIONAL : Kind.CONDITIONAL;
        String step = able == 0 ? "kind-nobody" : isCarer ? "kind-carer" : "kind-conditional";
        lines.add(TestLine.counted(
                        step,
                        TestRule.KIND,
                        BigDecimal.valueOf(able),
                        BigDecimal.valueOf(ofWorkingAge),
                        BigDecimal.valueOf(ofWorkingAge - able))
                .by(men.get(), women.get()));
        return Optional.of(kind);
    }

    /** Whether birth dates and sexes are known; what is missing is named once. */
    private boolean demandAges() {
        long unknown = input.members().stream()
                .filter(member -> member.born().isEmpty() || member.sex().isEmpty())
                .count();
        var named = Missing.of("AGES", BigDecimal.valueOf(unknown));
        if (unknown > 0 && !missing.contains(named)) {
            missing.add(named);
        }
        return unknown == 0;
    }

    private void say(String step, TestRule rule, Object... arguments) {
        lines.add(TestLine.said(step, rule, arguments));
    }

    private void count(String step, TestRule rule, BigDecimal result, Object... arguments) {
        lines.add(TestLine.counted(step, rule, result, arguments));
    }
}
