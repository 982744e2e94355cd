package kz.ruralincome.domain.outcome;

import java.time.LocalDate;

/**
 * A figure month by month, with what it rests on.
 *
 * @param from the first day asked: the one of the question, or of the first fact
 */
public record TrendAnswer(TrendFigure figure, LocalDate from, LocalDate to, OutcomeAnswer<TrendPoint> points) {}
