package kz.ruralincome.web.ui.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.MappingDesk;
import kz.ruralincome.domain.intake.OwnSheet;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;

/** Backs {@code intake/map.xhtml}: what the headings of somebody's own spreadsheet are in the list. */
@Named
@RequestScoped
public class MapPage {

    @Inject
    private ListDesk lists;

    @Inject
    private MappingDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private Load load;
    private OwnSheet sheet;
    private List<Line> lines;

    /** A heading of the file with what was chosen for it. */
    public record Line(int number, String text, String chosen, List<String> samples) {}

    /** One of the columns to choose from. */
    public record Choice(String value, String label) {}

    @PostConstruct
    void begin() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("load");
        }
    }

    /** Reads the beginning of the file; what was typed already stays. */
    public void read() {
        load = lists.load(id, access.get());
        sheet = desk.sheet(id, MappingForm.row(request), language.getCode(), access.get());
        List<String> typed = MappingForm.wasSent(request) ? MappingForm.columns(request) : List.of();
        lines = new ArrayList<>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            var heading = sheet.headings().get(i);
            String chosen = typed.size() == sheet.headings().size() ? typed.get(i) : heading.column();
            lines.add(new Line(i + 1, heading.text(), chosen, heading.samples()));
        }
    }

    public Load getLoad() {
        return load;
    }

    public OwnSheet getSheet() {
        return sheet;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getListName() {
        return language.say("intake.list." + load.list());
    }

    /** The columns of the list, those that must be there with a star. */
    public List<Choice> getChoices() {
        return sheet.format().headings().stream()
                .map(column -> new Choice(column, labelOf(column) + (isDemanded(column) ? " *" : "")))
                .toList();
    }

    public String labelOf(String column) {
        return Labels.column(sheet.format().name(), column, language.getCode());
    }

    private boolean isDemanded(String column) {
        return sheet.format().columns().stream().anyMatch(one -> one.name().equals(column) && !one.mayLack())
                && !(load.options().isSnapshot() && column.equals("from"));
    }

    /** What must be there and is neither found nor given yet; null: nothing. */
    public String getMissing() {
        List<String> missing = sheet.format().columns().stream()
                .map(column -> column.name())
                .filter(this::isDemanded)
                .filter(column -> lines.stream().noneMatch(line -> line.chosen().equals(column)))
                .filter(column -> valueOf(column).isEmpty())
                .map(this::labelOf)
                .toList();
        return missing.isEmpty() ? null : language.say("mapping.still-missing", String.join(", ", missing));
    }

    private String valueOf(String column) {
        return sheet.given().stream()
                .filter(given -> given.column().equals(column))
                .findFirst()
                .map(this::valueOf)
                .orElse("");
    }

    /** What was typed for the whole file, else what holds for every file of the kind. */
    public String valueOf(OwnSheet.Given given) {
        String typed = request.getParameter(MappingForm.GIVEN + given.column());
        return typed == null ? given.value() : typed;
    }

    public List<Choice> choicesOf(OwnSheet.Given given) {
        return given.choices().entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
    }

    /** Whether anything is given for the whole file, so that the fields stand open. */
    public boolean isGiving() {
        return sheet.given().stream().anyMatch(given -> !valueOf(given).isEmpty()) || getMissing() != null;
    }

    /** Under which it is remembered: as typed, as known, or as the file is called. */
    public String getName() {
        return Optional.ofNullable(request.getParameter("name"))
                .or(() -> sheet.known().map(known -> known.name()))
                .orElseGet(() -> load.fileName()
                        .map(file -> file.replaceFirst("\\.[A-Za-z]{3,4}$", ""))
                        .orElse(""));
    }

    /** Of the mapping of these headings that stands already; one of the same territory gives way to the new. Null: none. */
    public String getKnown() {
        return sheet.known()
                .map(known -> language.say(
                        known.unit().equals(access.get().territory()) ? "mapping.known.replaced" : "mapping.known",
                        known.name(),
                        known.account(),
                        format.moment(known.madeAt())))
                .orElse(null);
    }

    /** For whom it will hold. */
    public String getScope() {
        return language.say(access.get().territory().isPresent() ? "mapping.scope.own" : "mapping.scope.all");
    }

    public List<String> getRefusals() {
        return Refusals.of(request);
    }
}
