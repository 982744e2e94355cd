package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.Animal;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.WhatIf;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** What the address of a test asks for; forms of the page send it along. */
@Named
@RequestScoped
public class AskedTest {

    private static final List<String> CONTEXT = List.of("household", "appliedOn", "unable", "carer");
    private static final List<String> SUPPOSED = List.of("animal", "heads", "norm", "document", "monthly", "loan");
    private static final int LONGEST = 500;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    @Inject
    private HttpServletRequest request;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CurrentLanguage language;

    private final Asked asked = new Asked();

    /** What the address says of a name; null: nothing. */
    public String value(String name) {
        return Asked.text(request.getParameter(name)).orElse(null);
    }

    public int getHousehold() {
        String text = value("household");
        if (text == null || !text.matches("[0-9]{1,9}")) {
            throw new NotFoundException("household");
        }
        return Integer.parseInt(text);
    }

    public LocalDate getAppliedOn() {
        LocalDate day = asked.date("appliedOn", value("appliedOn"), calendar.today());
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            asked.refused(new InvalidRequest("appliedOn", "layout.wrong.date", value("appliedOn")));
            return calendar.today();
        }
        return day;
    }

    Circumstances circumstances() {
        return new Circumstances(whole("unable").orElse(0), value("carer") != null);
    }

    WhatIf whatIf() {
        return new WhatIf(
                asked.oneOf("animal", value("animal"), Animal.CATTLE),
                whole("heads").filter(heads -> heads > 0),
                amount("norm"),
                Optional.ofNullable(value("document")).filter(text -> text.length() <= LONGEST),
                amount("monthly"),
                amount("loan"));
    }

    public boolean isSupposing() {
        return SUPPOSED.stream().filter(name -> !name.equals("animal")).anyMatch(name -> value(name) != null);
    }

    private Optional<Integer> whole(String name) {
        String text = value(name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,5}")) {
            asked.refused(new InvalidRequest(name, "assistance.wrong.number", text));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<BigDecimal> amount(String name) {
        String text = value(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = Amounts.read(text);
        if (amount.isEmpty()) {
            asked.refused(new InvalidRequest(name, "assistance.wrong.number", text));
        }
        return amount;
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public Animal[] getAnimals() {
        return Animal.values();
    }

    /** The address of the test without what is supposed. */
    public Address getPlain() {
        Address here = Address.of("test.xhtml");
        for (String name : CONTEXT) {
            here = here.with(name, value(name));
        }
        return here;
    }
}
