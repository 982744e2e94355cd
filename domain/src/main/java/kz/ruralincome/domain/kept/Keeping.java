package kz.ruralincome.domain.kept;

import java.util.List;
import java.util.Map;

/**
 * How one kind of answers is kept, and how it is computed when it is not.
 *
 * @param <Q> the question without its moment; equal ones have equal answers
 * @param <A> the answer, immutable
 */
public interface Keeping<Q, A> {

    /** A text that no other question has, of whatever kind; it says the version of the form of {@link #write}. */
    String name(Q question);

    /** The answer as a text from which {@link #read} makes an equal one. */
    String write(A answer);

    A read(String text);

    /** Computes these answers, all of one moment and best in one reading. */
    Map<Q, A> compute(List<Q> questions);
}
