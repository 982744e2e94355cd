package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.tranche;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoanTermsTest {

    @Test
    void equalWordsMakeEqualTerms() {
        var plain = draft();
        plain.principal = new BigDecimal("8625000");
        plain.annualRate = new BigDecimal("2.500");
        plain.disbursements = List.of(tranche("2022-01-03", "1"));
        var other = draft();
        other.principal = new BigDecimal("8.625E6");
        other.annualRate = new BigDecimal("2.5");
        other.graceMonths = 0;
        other.product = Product.MONEY;
        other.instalments = List.of();
        other.disbursements = List.of(new Disbursement(LoanFixture.DISBURSED_ON, new BigDecimal("1.000")));

        assertThat(plain.terms()).isEqualTo(other.terms()).hasSameHashCodeAs(other.terms());
    }

    @Test
    void aWholeRateIsPlain() {
        var draft = draft();
        draft.annualRate = new BigDecimal("20");

        assertThat(draft.terms().annualRate()).isEqualTo(new BigDecimal("20"));
    }

    @Test
    void areTheSameThroughADraft() {
        var draft = draft();
        draft.oked = "01410";
        draft.bin = "900101300007";
        draft.closedOn = LoanFixture.day("2022-05-01");
        draft.fundingSource = FundingSource.RETURNED;
        draft.effectiveRate = new BigDecimal("2.53");
        draft.product = Product.LEASING;
        draft.collateral = List.of(new Collateral("үй", new BigDecimal("5")));

        assertThat(draft.terms().draft().terms()).isEqualTo(draft.terms());
        assertThat(draft.terms().product()).isEqualTo(Product.LEASING);
        assertThat(draft.terms().collateral()).containsExactly(new Collateral("үй", money("5")));
    }

    @Test
    void handOverTheWholePrincipalOrTheTranches() {
        assertThat(draft().terms().handedOver())
                .containsExactly(new Disbursement(LoanFixture.DISBURSED_ON, money("8625000")));

        var draft = draft();
        draft.disbursements = List.of(tranche("2022-01-03", "1"), tranche("2022-05-03", "2"));
        assertThat(draft.terms().handedOver()).isEqualTo(draft.disbursements);

        draft.status = LoanStatus.CANCELLED;
        assertThat(draft.terms().handedOver()).isEmpty();
    }

    @Test
    void doNotPrintAnyonesIin() {
        var draft = draft();
        draft.parties = List.of(new Party("900101300811", PartyRole.GUARANTOR));

        assertThat(draft.terms().toString()).doesNotContain("900101300007", "900101300811");
    }
}
