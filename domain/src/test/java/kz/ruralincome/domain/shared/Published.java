package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One answer as its reader sees it, with all that adds up in it, beside the truth. */
public final class Published {

    private final SmallCellLimit limit;
    private final Recovery reader;
    private final Map<Integer, Long> truths = new LinkedHashMap<>();
    private final Set<Integer> secrets = new LinkedHashSet<>();
    private final Set<Integer> printed = new LinkedHashSet<>();

    public Published(SmallCellLimit limit) {
        this.limit = limit;
        reader = new Recovery(limit);
    }

    /**
     * A number that is printed.
     *
     * @param shown empty: as withheld
     * @param isProtected whether it must not be told when it is small
     */
    public int number(Optional<Long> shown, long truth, boolean isProtected) {
        int number = reader.number(shown);
        truths.put(number, truth);
        printed.add(number);
        assertThat(shown.filter(value -> value != truth))
                .as("what is shown is true")
                .isEmpty();
        if (isProtected && limit.isSmall(truth)) {
            assertThat(shown).isEmpty();
            secrets.add(number);
        }
        return number;
    }

    /** A group of people that is printed nowhere, or of which not even that it is not empty is. */
    public int unsaid(long truth) {
        int number = reader.unsaid();
        truths.put(number, truth);
        if (limit.isSmall(truth)) {
            secrets.add(number);
        }
        return number;
    }

    /** The same of a place where small groups may be told, unless it is protected. */
    public int unsaid(long truth, boolean isProtected) {
        int number = unsaid(truth);
        if (!isProtected) {
            secrets.remove(number);
        }
        return number;
    }

    /** A sum that is printed nowhere and is nobody's secret. */
    public int untold(List<Integer> parts) {
        int number = reader.unsaid();
        truths.put(number, parts.stream().mapToLong(truths::get).sum());
        addUp(parts, number);
        return number;
    }

    public void addUp(List<Integer> parts, int whole) {
        assertThat(truths.get(whole))
                .as("a true relation")
                .isEqualTo(parts.stream().mapToLong(truths::get).sum());
        reader.addUp(parts, whole);
    }

    /** The parts share nobody and are in the whole; who is left is a group, too. */
    public void areAmong(List<Integer> parts, int whole) {
        restOf(whole, parts, true);
    }

    /** The same of a place where small groups may be told, unless it is protected. */
    public void areAmong(List<Integer> parts, int whole, boolean isProtected) {
        restOf(whole, parts, isProtected);
    }

    /** The same; returns the number of those who are left. */
    public int restOf(int whole, List<Integer> parts, boolean isProtected) {
        int rest =
                unsaid(truths.get(whole) - parts.stream().mapToLong(truths::get).sum(), isProtected);
        List<Integer> all = new ArrayList<>(parts);
        all.add(rest);
        addUp(all, whole);
        return rest;
    }

    public void assertThatNothingIsFoundOut() {
        assertThat(secrets).noneMatch(number -> reader.isExposed(number, truths.get(number)));
    }

    public void assertThatNothingIsWithheldForNothing() {
        printed.stream()
                .filter(number -> reader.isWithheld(number) && !secrets.contains(number))
                .forEach(number -> {
                    Recovery told = reader.told(number, truths.get(number));
                    assertThat(secrets)
                            .as("withheld for nothing: %s", number)
                            .anyMatch(one -> told.isExposed(one, truths.get(one)));
                });
    }
}
