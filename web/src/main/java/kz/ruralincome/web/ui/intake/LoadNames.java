package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.FindingText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;

/** Other loads, called by their list and hour as on the page of all loads; out of the reader's reach by number. */
@RequestScoped
public class LoadNames {

    @Inject
    private ListDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    /** Many rows may clash with one load. */
    private final Map<UUID, Optional<LoadLine>> seen = new HashMap<>();

    /** The loads of these ids, which commas part; none, unless all are within reach. */
    public List<LoadLine> ofAll(String loads) {
        List<String> ids =
                Stream.of(loads.split(", ")).filter(one -> !one.isEmpty()).toList();
        List<LoadLine> lines =
                ids.stream().flatMap(one -> line(UUID.fromString(one)).stream()).toList();
        return lines.size() == ids.size() ? lines : List.of();
    }

    private Optional<LoadLine> line(UUID load) {
        return seen.computeIfAbsent(
                load, id -> desk.found(id, access.get()).map(found -> LoadLine.of(found, format, language)));
    }

    /** What was found in a row, in the reader's words. */
    public String sentence(LoadProblem problem, String list) {
        return FindingText.of(problem, list, language.get(), this::name);
    }

    /** Of what clashes a row of the file is told by its number alone. */
    private String name(String load) {
        return load.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? line(UUID.fromString(load))
                        .map(line -> "%s, %s".formatted(line.list(), line.received()))
                        .orElse(load)
                : load;
    }
}
