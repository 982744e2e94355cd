package kz.ruralincome.web.ui.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.report.KeptReport;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/reports.xhtml}: the reports that were drafted and approved. */
@Named
@RequestScoped
public class ReportsPage {

    @Inject
    private ReportShelf shelf;

    @Inject
    private CurrentAccess access;

    @Inject
    private Territories territories;

    private List<KeptReport> reports;

    public List<KeptReport> getReports() {
        if (reports == null) {
            reports = shelf.newest(access.get());
        }
        return reports;
    }

    public String territoryOf(KeptReport report) {
        return territories.name(report.territory().orElse(""), report.asOf());
    }
}
