package kz.ruralincome.web.rest.jobrun;

import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.rest.outcome.Carried;

/** A run as JSON and as a row of CSV. */
final class RunView {

    static final List<String> HEADINGS =
            List.of("id", "businessDate", "kind", "full", "state", "startedAt", "endedAt", "node", "counts", "error");

    private RunView() {}

    static JsonObjectBuilder of(JobRun run, Language language) {
        var counts = Json.createObjectBuilder();
        run.counts().forEach(counts::add);
        var json = Json.createObjectBuilder()
                .add("id", run.id().toString())
                .add("businessDate", run.businessDate().toString())
                .add("kind", run.kind().name())
                .add("full", run.full())
                .add("state", run.state().name())
                .add("startedAt", Carried.text(run.startedAt()));
        add(json, "endedAt", run.endedAt().map(Carried::text));
        json.add("node", run.node()).add("counts", counts);
        add(json, "error", error(run, language));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, Optional<String> text) {
        text.ifPresentOrElse(value -> json.add(name, value), () -> json.addNull(name));
    }

    static List<Object> row(JobRun run, Language language) {
        return Arrays.asList(
                run.id(),
                run.businessDate(),
                run.kind(),
                run.full(),
                run.state(),
                Carried.text(run.startedAt()),
                run.endedAt().map(Carried::text).orElse(null),
                run.node(),
                run.counts().entrySet().stream()
                        .map(count -> count.getKey() + "=" + count.getValue())
                        .collect(Collectors.joining(" ")),
                error(run, language).orElse(null));
    }

    /** Our own reasons in the caller's language; what the database said as it is. */
    private static Optional<String> error(JobRun run, Language language) {
        return run.error().map(code -> Texts.has(language, code) ? Texts.of(language, code) : code);
    }
}
