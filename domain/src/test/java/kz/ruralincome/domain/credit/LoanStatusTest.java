package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanStatus.ACTIVE;
import static kz.ruralincome.domain.credit.LoanStatus.APPROVED;
import static kz.ruralincome.domain.credit.LoanStatus.CANCELLED;
import static kz.ruralincome.domain.credit.LoanStatus.REPAID;
import static kz.ruralincome.domain.credit.LoanStatus.WRITTEN_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoanStatusTest {

    private static final Map<LoanStatus, Set<LoanStatus>> MOVES = Map.of(
            APPROVED, Set.of(APPROVED, ACTIVE, CANCELLED),
            ACTIVE, Set.of(ACTIVE, REPAID, WRITTEN_OFF),
            WRITTEN_OFF, Set.of(WRITTEN_OFF, REPAID),
            REPAID, Set.of(REPAID),
            CANCELLED, Set.of(CANCELLED));

    @Test
    void makesTheseMovesAndNoOther() {
        for (LoanStatus from : LoanStatus.values()) {
            for (LoanStatus to : LoanStatus.values()) {
                boolean may = MOVES.get(from).contains(to);
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(may);
                assertThat(LoanRules.checkMove(from, to, false).isEmpty()).isEqualTo(may);
            }
        }
    }

    @Test
    void isTakenBackByACorrection() {
        assertThat(LoanRules.checkMove(REPAID, ACTIVE, true)).isEmpty();
        assertThat(LoanRules.checkMove(REPAID, ACTIVE, false)).hasValueSatisfying(error -> {
            assertThat(error.field()).isEqualTo("status");
            assertThat(error.code()).isEqualTo("loan.status-move");
        });
    }
}
