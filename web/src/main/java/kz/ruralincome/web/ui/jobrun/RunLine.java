package kz.ruralincome.web.ui.jobrun;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/** A run as it is written on a page. */
public record RunLine(
        JobRun run, String started, String duration, String kind, String state, String counts, String error) {

    static RunLine of(JobRun run, Formats format, CurrentLanguage language) {
        return new RunLine(
                run,
                format.moment(run.startedAt()),
                run.endedAt()
                        .map(end -> format.seconds(Duration.between(run.startedAt(), end)))
                        .orElse("–"),
                language.say("jobrun.kind." + run.kind()) + (run.full() ? ", " + language.say("jobrun.full") : ""),
                language.say("jobrun.state." + run.state()),
                run.counts().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(count ->
                                language.say("jobrun.count." + count.getKey()) + ": " + format.number(count.getValue()))
                        .collect(Collectors.joining("; ")),
                run.error()
                        .map(error -> error.matches("[a-z.-]+") ? language.say(error) : error)
                        .orElse(""));
    }

    public String mood() {
        return switch (run.state()) {
            case DONE -> "good";
            case FAILED -> "bad";
            case RUNNING -> "plain";
        };
    }
}
