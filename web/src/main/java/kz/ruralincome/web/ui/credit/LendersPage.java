package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.credit.AllotmentOrders;
import kz.ruralincome.domain.credit.AllotmentStep;
import kz.ruralincome.domain.credit.LenderSums;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code credit/lenders.xhtml}: who lends, how much, and in which order repayments are allotted. */
@Named
@RequestScoped
public class LendersPage {

    @Inject
    private LoanRegister register;

    @Inject
    private AllotmentOrders orders;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private Map<String, LenderSums> sums;
    private Map<String, List<AllotmentStep>> steps;

    /** Looks whether the page is for the caller. */
    public void load() {
        Access.demand(access.get().seesPersons());
    }

    public LenderSums sumsOf(LenderName lender) {
        if (sums == null) {
            sums = register.sums(access.get());
        }
        return sums.get(lender.code());
    }

    public List<AllotmentStep> stepsOf(LenderName lender) {
        if (steps == null) {
            steps = orders.all(access.get());
        }
        return steps.get(lender.code());
    }

    public AllotmentStep[] getAllSteps() {
        return AllotmentStep.values();
    }

    /** Takes the order of the lender that the form names: its card may stand elsewhere by now, so its place says nothing. */
    public String set() {
        List<AllotmentStep> chosen = new ArrayList<>();
        for (int place = 0; place < AllotmentStep.USUAL.size(); place++) {
            chosen.add(asked.oneOf("allotment", request.getParameter("step-" + place), AllotmentStep.USUAL.get(0)));
        }
        try {
            if (!asked.isWrong()) {
                orders.set(String.valueOf(request.getParameter("allotmentOf")), chosen, access.get());
                return "/credit/lenders.xhtml?faces-redirect=true";
            }
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
        return null;
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public boolean isAdministrator() {
        return access.get().administers();
    }

    /** Batches hold loans of the whole register. */
    public boolean isSeesBatches() {
        return access.get().territory().isEmpty();
    }
}
