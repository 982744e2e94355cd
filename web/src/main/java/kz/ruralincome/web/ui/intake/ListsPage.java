package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListCatalogue;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.ListFormat;
import kz.ruralincome.domain.intake.LoadConcern;
import kz.ruralincome.domain.intake.LoadPage;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;

/** Backs {@code intake/lists.xhtml}: a list is sent here, and here stands what became of all of them. */
@Named
@RequestScoped
public class ListsPage {

    @Inject
    private ListDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private HttpServletRequest request;

    private String list;
    private String concern;
    private String cursor;
    private List<String> errors = List.of();
    private LoadPage page;

    /** Reads the history that the address asks for. */
    public void load() {
        var asked = new Asked();
        LoadConcern chosen = asked.choice("concern", concern, LoadConcern.class).orElse(null);
        errors = asked.sentences(language);
        page = desk.loads(
                Asked.text(list).orElse(null), chosen, Asked.text(cursor).orElse(null), access.get());
    }

    public List<LoadLine> getLoads() {
        return page.items().stream()
                .map(load -> LoadLine.of(load, format, language))
                .toList();
    }

    /** Whether any of those shown is still under way, so that the page is worth a second look. */
    public boolean isUnderWay() {
        return page.items().stream().anyMatch(load -> !load.state().isAtRest());
    }

    public String getNext() {
        return page.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public Address getHere() {
        return Address.of("lists.xhtml")
                .with("list", list)
                .with("concern", concern)
                .with("cursor", cursor);
    }

    public boolean isSender() {
        return !getSendable().isEmpty();
    }

    /** The lists that this caller may send, in the order in which they are to be loaded. */
    public List<ListFormat> getSendable() {
        return ListCatalogue.all().stream()
                .filter(format -> desk.maySend(format.name(), access.get()))
                .toList();
    }

    public List<ListFormat> getLists() {
        return ListCatalogue.all();
    }

    /** What a column is called, for the list of columns beside the form. */
    public String columnsOf(ListFormat list) {
        return String.join(
                ", ",
                list.columns().stream()
                        .map(column -> Labels.column(list.name(), column.name(), language.getCode())
                                + (column.mayLack() ? "" : "*"))
                        .toList());
    }

    public List<String> getSources() {
        return List.of("LABOUR_REGISTER", "TAX_REGISTER", "CONTRIBUTIONS", "SCREENING", "OTHER");
    }

    public String sourceName(String source) {
        return Labels.value("occupation_source", source, language.getCode());
    }

    /** Why a file that was just sent was not taken. */
    public List<String> getRefusals() {
        return Refusals.of(request);
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public LoadConcern[] getConcerns() {
        return LoadConcern.values();
    }

    public List<String> getErrors() {
        return errors;
    }

    public String getConcern() {
        return concern;
    }

    public void setConcern(String concern) {
        this.concern = concern;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
