package kz.ruralincome.domain.kept;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers that are computed one at a time.
 *
 * @param name see {@link Keeping#name}
 * @param write see {@link Keeping#write}
 * @param read see {@link Keeping#read}
 * @param answer computes one
 */
public record OneByOne<Q, A>(
        Function<Q, String> name, Function<A, String> write, Function<String, A> read, Function<Q, A> answer)
        implements Keeping<Q, A> {

    @Override
    public String name(Q question) {
        return name.apply(question);
    }

    @Override
    public String write(A answer) {
        return write.apply(answer);
    }

    @Override
    public A read(String text) {
        return read.apply(text);
    }

    @Override
    public Map<Q, A> compute(List<Q> questions) {
        Map<Q, A> found = new HashMap<>();
        questions.forEach(question -> found.put(question, answer.apply(question)));
        return found;
    }
}
