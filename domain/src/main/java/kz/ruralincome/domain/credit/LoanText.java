package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Terms as the JSON that {@link LoanJson} reads: what is kept of a loan, and what its lender gets back. */
public final class LoanText {

    private final StringBuilder json = new StringBuilder(700);

    private LoanText() {}

    /** The body of the loan, every member of it. */
    public static String of(LoanTerms terms) {
        var text = new LoanText();
        text.json.append('{');
        text.text("iin", Optional.of(terms.iin().digits()));
        text.text("purpose", Optional.of(terms.purpose()));
        text.text("oked", terms.oked());
        text.text("kato", terms.kato());
        text.text("approvedOn", Optional.of(terms.approvedOn()));
        text.text("disbursedOn", terms.disbursedOn());
        text.number("principal", Optional.of(terms.principal()));
        text.number("annualRate", Optional.of(terms.annualRate()));
        text.number("effectiveRate", terms.effectiveRate());
        text.number("termMonths", Optional.of(BigDecimal.valueOf(terms.termMonths())));
        text.number("graceMonths", Optional.of(BigDecimal.valueOf(terms.graceMonths())));
        text.text("schedule", Optional.of(terms.schedule()));
        text.text("product", Optional.of(terms.product()));
        text.text("fundingSource", terms.fundingSource());
        text.list("instalments", terms.instalments(), LoanText::instalment);
        text.list("disbursements", terms.disbursements(), LoanText::disbursement);
        text.list("parties", terms.parties(), LoanText::party);
        text.list("collateral", terms.collateral(), LoanText::collateral);
        text.text("bin", terms.bin());
        text.text("status", Optional.of(terms.status()));
        text.text("closedOn", terms.closedOn());
        text.text("rescheduledOn", terms.rescheduledOn());
        text.json.append("\"reported\":");
        terms.reported().ifPresentOrElse(text::reported, () -> text.json.append("null"));
        return text.json.append('}').toString();
    }

    /** A list of strings, as what the sentence of a code needs is kept. */
    static String array(List<?> elements) {
        var text = new LoanText();
        text.json.append('[');
        for (Object element : elements) {
            text.quoted(element.toString());
            text.json.append(',');
        }
        if (!elements.isEmpty()) {
            text.json.setLength(text.json.length() - 1);
        }
        return text.json.append(']').toString();
    }

    /** The terms of a kept text. */
    static LoanTerms terms(String kept) {
        return LoanJson.loan(kept).draft().terms();
    }

    private void reported(Reported reported) {
        json.append('{');
        text("on", Optional.of(reported.on()));
        number("daysPastDue", reported.daysPastDue().map(BigDecimal::valueOf));
        number("principal", reported.principal());
        number("interest", reported.interest());
        number("overduePrincipal", reported.overduePrincipal());
        number("overdueInterest", reported.overdueInterest());
        number("penalty", reported.penalty());
        number("writtenOff", reported.writtenOff());
        close();
    }

    private static LoanText instalment(Instalment one) {
        var text = new LoanText();
        text.text("dueOn", Optional.of(one.dueOn()));
        text.number("principal", Optional.of(one.principal()));
        text.number("interest", Optional.of(one.interest()));
        return text;
    }

    private static LoanText disbursement(Disbursement one) {
        var text = new LoanText();
        text.text("on", Optional.of(one.on()));
        text.number("amount", Optional.of(one.amount()));
        return text;
    }

    private static LoanText party(Party one) {
        var text = new LoanText();
        text.text("iin", Optional.of(one.iin()));
        text.text("role", Optional.of(one.role()));
        return text;
    }

    private static LoanText collateral(Collateral one) {
        var text = new LoanText();
        text.text("kind", Optional.of(one.kind()));
        text.number("value", Optional.of(one.value()));
        return text;
    }

    private <T> void list(String name, List<T> elements, Function<T, LoanText> writer) {
        json.append('"').append(name).append("\":[");
        for (T element : elements) {
            var inner = writer.apply(element);
            inner.close();
            json.append('{').append(inner.json).append(',');
        }
        if (!elements.isEmpty()) {
            json.setLength(json.length() - 1);
        }
        json.append("],");
    }

    private void number(String name, Optional<BigDecimal> value) {
        json.append('"').append(name).append("\":");
        json.append(value.map(BigDecimal::toPlainString).orElse("null")).append(',');
    }

    private void text(String name, Optional<?> value) {
        json.append('"').append(name).append("\":");
        value.ifPresentOrElse(some -> quoted(some.toString()), () -> json.append("null"));
        json.append(',');
    }

    private void quoted(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c); // control characters are never kept
        }
        json.append('"');
    }

    private void close() {
        json.setCharAt(json.length() - 1, '}');
    }
}
