package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.AllotmentStep.INTEREST_DUE;
import static kz.ruralincome.domain.credit.AllotmentStep.OVERDUE_INTEREST;
import static kz.ruralincome.domain.credit.AllotmentStep.OVERDUE_PRINCIPAL;
import static kz.ruralincome.domain.credit.AllotmentStep.PENALTY;
import static kz.ruralincome.domain.credit.AllotmentStep.PRINCIPAL_DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllotmentOrdersTest {

    private static final List<AllotmentStep> OTHER =
            List.of(PENALTY, OVERDUE_PRINCIPAL, OVERDUE_INTEREST, PRINCIPAL_DUE, INTEREST_DUE);

    private CreditFixture credit;

    @BeforeEach
    void lenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void areOfOneLenderAndKeepTheOnesOfBefore() throws SQLException {
        set("bank-a", OTHER);
        set("bank-a", AllotmentStep.USUAL);
        set("bank-a", OTHER);

        credit.execute(connection -> assertThat(AllotmentOrders.all(connection))
                .containsEntry("bank-a", OTHER)
                .containsEntry("bank-b", AllotmentStep.USUAL));
        assertThat(credit.database().valueOf("select count(*) from lender_allotment"))
                .isEqualTo(3L);
        assertThat(credit.database()
                        .valueOf("select details ->> 'after' from audit where action = 'lender.allotment' limit 1"))
                .isEqualTo(OTHER.toString());
    }

    @Test
    void changeNothingWhenTheyAreTheSame() throws SQLException {
        set("bank-a", AllotmentStep.USUAL);

        assertThat(credit.database().valueOf("select count(*) from lender_allotment"))
                .isEqualTo(0L);
        assertThat(credit.database().valueOf("select count(*) from audit")).isEqualTo(0L);
    }

    @Test
    void areRefusedUnlessEachStepIsThereOnce() {
        assertThatThrownBy(
                        () -> set("bank-a", List.of(PENALTY, PENALTY, OVERDUE_INTEREST, PRINCIPAL_DUE, INTEREST_DUE)))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> set("bank-a", OTHER.subList(0, 4))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> set("nobody", OTHER)).isInstanceOf(NotFoundException.class);
    }

    private void set(String lender, List<AllotmentStep> order) throws SQLException {
        credit.execute(connection -> AllotmentOrders.set(connection, lender, order, "admin"));
    }
}
