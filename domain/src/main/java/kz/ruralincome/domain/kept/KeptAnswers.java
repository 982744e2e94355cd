package kz.ruralincome.domain.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Hands out answers: from memory, from the table, or computed now and kept for the next one who asks. */
@ApplicationScoped
public class KeptAnswers {

    /** Who asks for more answers at once reads through them: in memory they would only push out those that are asked again. */
    private static final int REMEMBERED_AT_ONCE = 4;

    private final KeptMemory memory = new KeptMemory();

    /** Those who ask the same at the same time wait for the one who computes it; each set of questions has its own lock. */
    private final Map<Asking, Lock> locks = new ConcurrentHashMap<>();

    private record Asking(Instant knownOn, List<String> names) {}

    @Inject
    private KeptStore store;

    /** The answer to a question as known on a closed moment. */
    public <Q, A> A answer(OffsetDateTime knownOn, Q question, Keeping<Q, A> keeping) {
        return answers(knownOn, List.of(question), keeping).get(question);
    }

    /** Computes and keeps what of it is not kept yet, before anybody asks. */
    public <Q, A> void ahead(OffsetDateTime knownOn, Collection<Q> questions, Keeping<Q, A> keeping) {
        Set<String> there =
                store.present(knownOn, questions.stream().map(keeping::name).toList());
        List<Q> missing = questions.stream()
                .filter(question -> !there.contains(keeping.name(question)))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            keeping.compute(missing)
                    .forEach((question, answer) -> texts.put(keeping.name(question), keeping.write(answer)));
            store.keep(knownOn, texts, true);
        }
    }

    /** What was made ahead for earlier runs is asked no more. */
    public void forgetAheadBut(OffsetDateTime fresh) {
        store.forgetAheadBut(fresh);
    }

    /** The answers to all questions as known on a closed moment; those that are not kept are computed together. */
    public <Q, A> Map<Q, A> answers(OffsetDateTime knownOn, Collection<Q> questions, Keeping<Q, A> keeping) {
        Map<Q, A> answers = new HashMap<>();
        fromMemory(knownOn, questions, keeping, answers);
        if (!answers.keySet().containsAll(questions)) {
            var asking = new Asking(
                    knownOn.toInstant(), questions.stream().map(keeping::name).toList());
            Lock lock = locks.computeIfAbsent(asking, any -> new ReentrantLock());
            lock.lock();
            try {
                fromMemory(knownOn, questions, keeping, answers);
                fromTable(knownOn, missing(questions, answers), keeping, answers);
                computed(knownOn, missing(questions, answers), keeping, answers);
            } finally {
                lock.unlock();
                locks.remove(asking, lock);
            }
        }
        return answers;
    }

    private static <Q, A> List<Q> missing(Collection<Q> questions, Map<Q, A> answers) {
        return questions.stream()
                .filter(question -> !answers.containsKey(question))
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked") // under the name of a question stands nothing but its answer
    private <Q, A> void fromMemory(
            OffsetDateTime knownOn, Collection<Q> questions, Keeping<Q, A> keeping, Map<Q, A> answers) {
        for (Q question : missing(questions, answers)) {
            Optional<Object> found = memory.find(knownOn.toInstant(), keeping.name(question));
            found.ifPresent(answer -> answers.put(question, (A) answer));
        }
    }

    private <Q, A> void fromTable(OffsetDateTime knownOn, List<Q> questions, Keeping<Q, A> keeping, Map<Q, A> answers) {
        if (questions.isEmpty()) {
            return;
        }
        Map<String, Q> byName = new LinkedHashMap<>();
        questions.forEach(question -> byName.put(keeping.name(question), question));
        store.find(knownOn, byName.keySet()).forEach((name, text) -> {
            A answer = keeping.read(text);
            answers.put(byName.get(name), answer);
            remember(questions, knownOn, name, answer, text);
        });
    }

    private <Q, A> void computed(OffsetDateTime knownOn, List<Q> questions, Keeping<Q, A> keeping, Map<Q, A> answers) {
        if (questions.isEmpty()) {
            return;
        }
        Map<Q, A> found = keeping.compute(new ArrayList<>(questions));
        Map<String, String> texts = new LinkedHashMap<>();
        found.forEach((question, answer) -> {
            String name = keeping.name(question);
            String text = keeping.write(answer);
            texts.put(name, text);
            remember(questions, knownOn, name, answer, text);
        });
        answers.putAll(found);
        store.keep(knownOn, texts, false);
    }

    private void remember(Collection<?> questions, OffsetDateTime knownOn, String name, Object answer, String text) {
        if (questions.size() <= REMEMBERED_AT_ONCE) {
            memory.keep(knownOn.toInstant(), name, answer, text.length());
        }
    }
}
