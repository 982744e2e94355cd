package kz.ruralincome.web.rest.outcome;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import kz.ruralincome.domain.outcome.LoanCell;
import kz.ruralincome.domain.outcome.LoanGroup;
import kz.ruralincome.domain.outcome.LoanMeasure;

/** Which figure of the loans is asked for, as it was written. */
public class LoanCellParameters {

    @QueryParam("measure")
    private String measure;

    @QueryParam("group")
    private String group;

    @QueryParam("key")
    private String key;

    @QueryParam("cursor")
    private String cursor;

    /** The figure; empty when something is wrong, which {@code asked} then knows. */
    Optional<LoanCell> cell(AskedFor asked) {
        Optional<LoanMeasure> what = asked.text(measure).flatMap(LoanMeasure::of);
        if (what.isEmpty()) {
            asked.refuse("measure", "loanoutcome.measure.unknown");
        }
        LoanGroup of = asked.oneOf("group", group, LoanGroup.class).orElse(LoanGroup.ALL);
        return what.map(known -> new LoanCell(known, of, asked.text(key)));
    }

    Optional<String> cursor() {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank());
    }

    Carried carried(Carried carried) {
        return carried.with("measure", measure).with("group", group).with("key", key);
    }
}
