package kz.ruralincome.domain.assistance;

import static kz.ruralincome.domain.assistance.AssistanceFixture.adult;
import static kz.ruralincome.domain.assistance.AssistanceFixture.household;
import static kz.ruralincome.domain.assistance.AssistanceFixture.spring2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.assistance.HouseholdFile.DecisionSummary;
import kz.ruralincome.domain.assistance.HouseholdFile.RecordedRefusal;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {

    private static final LocalDate DAY = LocalDate.parse("2024-05-15");

    private IntakeFixture register;
    private int household;

    @BeforeEach
    void oneHousehold() throws SQLException {
        register = IntakeFixture.withHouseholds();
        household = (Integer) register.database().valueOf("select id from household where household_no = 'H1'");
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    private static DecisionRequest request(
            int household, String verdict, String monthly, String contract, String reason) {
        return new DecisionRequest(
                household,
                DAY,
                Circumstances.NONE,
                "",
                Optional.ofNullable(verdict).map(Verdict::valueOf),
                Optional.ofNullable(monthly).map(BigDecimal::new),
                Optional.ofNullable(contract),
                Optional.ofNullable(reason));
    }

    private long decide(String verdict, String appliedOn) throws SQLException {
        var input = household(appliedOn, adult("84000.50"));
        boolean grants = !verdict.equals("REFUSED");
        var request = new DecisionRequest(
                household,
                LocalDate.parse(appliedOn),
                Circumstances.NONE,
                "",
                Optional.of(Verdict.valueOf(verdict)),
                Optional.of(new BigDecimal("6000")).filter(amount -> grants),
                Optional.of("№ 3").filter(contract -> verdict.equals("CONDITIONAL")),
                Optional.of("Құжаттар тексерілді"));
        long id = Decisions.keep(
                register.connection(), request, input, PovertyTest.of(input, spring2024()), "coordinator");
        register.connection().commit();
        return id;
    }

    @Test
    void areReadAgainExactlyAsTheyWereMade() throws SQLException {
        var input = household("2024-05-15", adult("84000.50"));
        long id = decide("CONDITIONAL", "2024-05-15");

        var decision = Decisions.find(register.connection(), id).orElseThrow();

        assertThat(decision.input()).isEqualTo(input);
        assertThat(decision.result()).isEqualTo(PovertyTest.of(input, spring2024()));
        assertThat(decision.reason()).isEqualTo("Құжаттар тексерілді");
        assertThat(decision.contract()).hasValue("№ 3");
        assertThat(decision.summary().account()).isEqualTo("coordinator");
        assertThat(decision.summary().superseded()).isFalse();
    }

    @Test
    void giveWayToALaterOneOfTheSameQuarterAlone() throws SQLException {
        decide("CONDITIONAL", "2024-03-31");
        decide("CONDITIONAL", "2024-04-01");
        long last = decide("REFUSED", "2024-06-30");

        assertThat(Decisions.of(register.connection(), household))
                .extracting(DecisionSummary::superseded)
                .containsExactly(false, true, false);
        assertThat(Decisions.last(register.connection(), household)).isEqualTo(last);
        assertThat(Decisions.last(register.connection(), household + 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "update assistance_decision set reason = ''",
        "delete from assistance_decision",
        "truncate assistance_decision"
    })
    void areNeverChanged(String statement) throws SQLException {
        decide("UNCONDITIONAL", "2024-05-15");

        assertThatThrownBy(() -> register.database().execute(statement)).hasMessageContaining("never changed");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, assistance.decide.no-verdict assistance.decide.no-reason",
                "REFUSED, -, -, -, assistance.decide.no-reason",
                "UNCONDITIONAL, -, -, x, assistance.decide.no-amount",
                "UNCONDITIONAL, -1, -, x, assistance.decide.amount",
                "UNCONDITIONAL, 1.001, -, x, assistance.decide.amount",
                "CONDITIONAL, 1, -, x, assistance.decide.no-contract"
            })
    void needAReasonAnAmountAndAContract(String verdict, String monthly, String contract, String reason, String codes) {
        assertThatThrownBy(() ->
                        request(household, verdict, monthly, contract, reason).demandComplete(DAY))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly(codes.split(" ")));
    }

    @Test
    void areOfApplicationsUpToTheDay() {
        var complete = request(household, "REFUSED", null, null, "x");
        complete.demandComplete(DAY);

        assertThatThrownBy(() -> complete.demandComplete(DAY.minusDays(1)))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly("assistance.decide.future"));
    }

    @Test
    void haveAnotherBasisOnceTheFactsOrTheDecisionsAreOthers() {
        var input = household("2024-05-15", adult("84000.50"));
        var result = PovertyTest.of(input, spring2024());
        var other = household("2024-05-15", adult("84000.51"));

        String basis = Households.basis(input, result, 1);
        assertThat(Households.basis(input, result, 1)).isEqualTo(basis);
        assertThat(Households.basis(input, result, 2)).isNotEqualTo(basis);
        assertThat(Households.basis(other, PovertyTest.of(other, spring2024()), 1))
                .isNotEqualTo(basis);
    }

    @Test
    void restOnGroundsThatAreRecordedOnceAndCanBeTakenBack() throws SQLException {
        var connection = register.connection();
        RefusalDesk.record(connection, household, RefusalGround.FALSE_DATA, DAY, "№ 9", "coordinator");
        connection.commit();
        assertThatThrownBy(
                        () -> RefusalDesk.record(connection, household, RefusalGround.FALSE_DATA, DAY, "№ 10", "admin"))
                .isInstanceOf(RuleViolation.class);
        connection.rollback();
        var standing = Households.refusals(connection, household);
        assertThat(standing).extracting(RecordedRefusal::kind).containsExactly(RefusalGround.FALSE_DATA);

        RefusalDesk.takeBack(connection, household, standing.get(0).id(), "admin");
        connection.commit();

        assertThat(Households.refusals(connection, household)).isEmpty();
        assertThat(register.rows("select document, superseded_rev is not null from refusal"))
                .containsExactly("№ 9 t");
        assertThatThrownBy(() -> RefusalDesk.takeBack(
                        connection, household, standing.get(0).id(), "admin"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void areNotMadeWhileAGroundIsTakenBack() throws SQLException {
        var connection = register.connection();
        RefusalDesk.record(connection, household, RefusalGround.FALSE_DATA, DAY, "№ 9", "coordinator");
        connection.commit();
        long ground = Households.refusals(connection, household).get(0).id();
        RefusalDesk.takeBack(connection, household, ground, "admin");

        try (var other = register.database().connect();
                var statement = other.createStatement()) {
            statement.execute("set lock_timeout = '200ms'");
            assertThatThrownBy(() -> Households.lock(other, household)).hasMessageContaining("lock timeout");
        }
        connection.rollback();
    }

    @Test
    void areOfHouseholdsWithinReach() throws SQLException {
        Integer[] kostobe = {313645000};
        Integer[] besagash = {314037000};
        var connection = register.connection();

        assertThat(Households.find(connection, household, DAY, kostobe).number())
                .isEqualTo("H1");
        assertThat(Households.find(connection, household, DAY, null).place()).hasValue(313645000);
        assertThatThrownBy(() -> Households.find(connection, household, DAY, besagash))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Households.find(connection, 999, DAY, null)).isInstanceOf(NotFoundException.class);
    }
}
