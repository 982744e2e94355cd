package kz.ruralincome.domain.shared;

import java.util.List;

/** The cells of a publication at {@code parts} add up to the one at {@code whole}. */
record Sum(List<Integer> parts, int whole) {}
