package kz.ruralincome.domain.outcome;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nobody finds out by a linear program what an answer about registrations withholds; nothing is withheld for nothing. */
class RegistrationRecoveryProperties {

    private static final int MONTHS = 4;

    @Property(tries = 40)
    void noFewRegistrationsAreComputed(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll boolean isRegion) {
        Optional<String> territory = ProtectionFixture.territory(isRegion);
        RegistrationAnswer open = random(new Random(seed), territory);
        RegistrationAnswer shown =
                new RegistrationProtection(ProtectionFixture.PLACES, territory, SmallCellLimit.USUAL).of(open);

        var published = new Published(SmallCellLimit.USUAL);
        Numbers whole = Numbers.of(published, shown.whole(), open.whole(), !isRegion);
        List<Numbers> months = IntStream.range(0, open.months().size())
                .mapToObj(i -> Numbers.of(
                        published,
                        shown.months().get(i).counts(),
                        open.months().get(i).counts(),
                        !isRegion))
                .toList();
        List<Numbers> parts = IntStream.range(0, open.about().items().size())
                .mapToObj(i -> {
                    var part = open.about().items().get(i);
                    return Numbers.of(
                            published,
                            shown.about().items().get(i).counts(),
                            part.counts(),
                            ProtectionFixture.isProtected(part.unit()));
                })
                .toList();
        for (List<Numbers> all : List.of(months, parts)) {
            for (Function<Numbers, Integer> column : Numbers.COLUMNS) {
                published.addUp(all.stream().map(column).toList(), column.apply(whole));
            }
        }
        List<Integer> others = new ArrayList<>();
        open.endings().forEach((ending, count) -> {
            int number = published.number(shown.endings().get(ending), count.orElseThrow(), !isRegion);
            if (ending == RegistrationEnding.LAW_2026) {
                published.addUp(List.of(number), whole.byLaw());
            } else {
                others.add(number);
            }
        });
        published.addUp(others, whole.otherwise());

        published.assertThatNothingIsFoundOut();
        published.assertThatNothingIsWithheldForNothing();
    }

    /** One line of the answer. */
    private record Numbers(int begun, int ended, int byLaw, int otherwise) {

        static final List<Function<Numbers, Integer>> COLUMNS =
                List.of(Numbers::begun, Numbers::ended, Numbers::byLaw, Numbers::otherwise);

        static Numbers of(Published published, RegistrationCounts shown, RegistrationCounts open, boolean isProtected) {
            var numbers = new Numbers(
                    published.number(shown.begun(), open.begun().orElseThrow(), isProtected),
                    published.number(shown.ended(), open.ended().orElseThrow(), isProtected),
                    published.number(shown.byLaw(), open.byLaw().orElseThrow(), isProtected),
                    published.number(shown.otherwise(), open.otherwise().orElseThrow(), isProtected));
            published.addUp(List.of(numbers.byLaw(), numbers.otherwise()), numbers.ended());
            return numbers;
        }
    }

    /** Events of a month and a part: begun, or ended for a reason. */
    private static RegistrationAnswer random(Random random, Optional<String> territory) {
        List<Places.Part> parts = ProtectionFixture.PLACES.parts(territory);
        int kinds = RegistrationEnding.values().length + 1;
        long[][][] events = new long[MONTHS][parts.size()][kinds];
        for (long[][] month : events) {
            for (long[] part : month) {
                for (int kind = 0; kind < kinds; kind++) {
                    part[kind] = random.nextInt(3) > 0 ? 0 : random.nextInt(random.nextBoolean() ? 5 : 60);
                }
            }
        }
        List<RegistrationMonth> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            months.add(new RegistrationMonth(YearMonth.of(2022, i + 1), counts(List.<long[][]>of(events[i]))));
        }
        List<RegistrationPart> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            lines.add(new RegistrationPart(
                    parts.get(i).key(),
                    parts.get(i).unit(),
                    counts(IntStream.range(0, MONTHS)
                            .mapToObj(month -> new long[][] {events[month][part]})
                            .toList())));
        }
        Map<RegistrationEnding, Optional<Long>> endings = new EnumMap<>(RegistrationEnding.class);
        for (RegistrationEnding ending : RegistrationEnding.values()) {
            long count = 0;
            for (long[][] month : events) {
                for (long[] part : month) {
                    count += part[ending.ordinal() + 1];
                }
            }
            if (count > 0) {
                endings.put(ending, Optional.of(count));
            }
        }
        return new RegistrationAnswer(
                ProtectionFixture.about(territory, lines), counts(List.of(events)), months, endings, Optional.empty());
    }

    private static RegistrationCounts counts(List<long[][]> some) {
        long begun = 0;
        long byLaw = 0;
        long otherwise = 0;
        for (long[][] parts : some) {
            for (long[] kinds : parts) {
                begun += kinds[0];
                for (RegistrationEnding ending : RegistrationEnding.values()) {
                    long count = kinds[ending.ordinal() + 1];
                    if (ending == RegistrationEnding.LAW_2026) {
                        byLaw += count;
                    } else {
                        otherwise += count;
                    }
                }
            }
        }
        return RegistrationCounts.of(begun, byLaw, otherwise);
    }
}
