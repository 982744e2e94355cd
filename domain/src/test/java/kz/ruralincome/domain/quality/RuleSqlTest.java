package kz.ruralincome.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of each rule a case that must be found, and near ones that must not. */
class RuleSqlTest {

    private QualityFixture register;

    @BeforeEach
    void open() throws SQLException {
        register = new QualityFixture();
        for (int person = 1; person <= 5; person++) {
            register.person(person);
        }
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    @Test
    void findNothingInARegisterThatFitsTogether() throws SQLException {
        assertThat(register.found()).isEmpty();
    }

    @Test
    void findTheUnemployedWithARegistrationOnTheDay() throws SQLException {
        register.execute("""
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev) values
                    (1, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'UNEMPLOYED', 1),
                    (2, 'LABOUR_REGISTER', '2022-01-01', '2023-01-01', 'UNEMPLOYED', 1),
                    (3, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'UNEMPLOYED', 1),
                    (4, 'SCREENING', '2022-01-01', 'infinity', 'UNEMPLOYED', 1),
                    (5, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'UNEMPLOYED', 1);
                insert into registration (person_id, registration_no, valid_from, valid_to, status, rev) values
                    (1, '1', '2022-06-01', 'infinity', 'ACTIVE', 1), (2, '2', '2022-06-01', 'infinity', 'ACTIVE', 1),
                    (3, '3', '2022-06-01', 'infinity', 'SUSPENDED', 1), (4, '4', '2022-06-01', 'infinity', 'ACTIVE', 1),
                    (5, '5', '2022-06-01', 'infinity', 'ACTIVE', 1);
                update timeline set states = '{DECEASED}' where person_id = 5""");

        assertThat(register.found()).containsExactly("UNEMPLOYED_REGISTERED 1 OPEN");
    }

    @Test
    void takeAScreeningUntilARegistrationBeginsAfterIt() throws SQLException {
        register.execute("""
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev) values
                    (1, 'SCREENING', '2022-01-01', 'infinity', 'UNEMPLOYED', 1);
                insert into registration (person_id, registration_no, valid_from, valid_to, status, rev) values
                    (1, 'a', '2021-06-01', '2022-06-01', 'ACTIVE', 1), (1, 'b', '2022-06-01', 'infinity', 'ACTIVE', 1)""");

        // the second touches the first: they began once, before the screening
        assertThat(register.found()).containsExactly("UNEMPLOYED_REGISTERED 1 OPEN");
    }

    @Test
    void findSourcesThatDisagreeOnTheDay() throws SQLException {
        register.execute("""
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev) values
                    (1, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'SELF_EMPLOYED', 1),
                    (1, 'CONTRIBUTIONS', '2022-03-01', 'infinity', 'WAGE_EMPLOYED', 1),
                    (2, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'SELF_EMPLOYED', 1),
                    (2, 'CONTRIBUTIONS', '2022-03-01', '2023-01-01', 'WAGE_EMPLOYED', 1),
                    (3, 'LABOUR_REGISTER', '2022-01-01', 'infinity', 'SELF_EMPLOYED', 1),
                    (3, 'TAX_REGISTER', '2022-03-01', 'infinity', 'SELF_EMPLOYED', 1)""");

        assertThat(register.found()).containsExactly("SOURCES_DISAGREE 1 OPEN");
    }

    @Test
    void findAssistanceWithoutMembersUpToTheDay() throws SQLException {
        register.execute("""
                insert into household_timeline (household_id, borders, assisted, inhabited, units) values
                    (1, '{2022-01-01,2022-03-01}', '{t,f}', '{f,f}', '{313600000,313600000}'),
                    (2, '{2022-01-01}', '{t}', '{t}', '{313600000}'),
                    (3, '{2022-01-01}', '{f}', '{f}', '{313600000}'),
                    (4, '{2022-01-01,2023-01-02}', '{t,t}', '{t,f}', '{313600000,313600000}')""");

        assertThat(register.found()).containsExactly("ASSISTANCE_WITHOUT_MEMBERS 1 OPEN");
    }

    @Test
    void findFactsAfterDeathOrDeparture() throws SQLException {
        register.execute("""
                insert into vital_event (person_id, on_date, kind, rev) values
                    (1, '2022-02-01', 'DIED', 1), (2, '2022-02-01', 'DIED', 1), (3, '2022-02-01', 'LEFT', 1),
                    (4, '2022-02-01', 'LEFT', 1), (4, '2022-05-01', 'RETURNED', 1), (5, '2022-02-01', 'DIED', 1);
                insert into measure (person_id, valid_from, kind, valid_to, rev) values
                    (1, '2022-02-02', 'TRAINING', 'infinity', 1), (2, '2022-02-01', 'TRAINING', 'infinity', 1),
                    (3, '2022-03-01', 'TRAINING', 'infinity', 1), (4, '2022-05-02', 'TRAINING', 'infinity', 1);
                insert into registration (person_id, registration_no, valid_from, valid_to, status, reason, rev) values
                    (5, '5', '2022-03-01', 'infinity', 'DEREGISTERED', 'DEATH', 1)""");

        assertThat(register.found()).containsExactly("FACTS_AFTER_END 1 OPEN", "FACTS_AFTER_END 3 OPEN");
    }

    @Test
    void takeNoFactAfterDeathThatLiesAfterTheDay() throws SQLException {
        register.execute("""
                insert into vital_event (person_id, on_date, kind, rev) values
                    (1, '2022-02-01', 'DIED', 1), (2, '2022-02-01', 'DIED', 1), (3, '2023-01-02', 'DIED', 1);
                insert into measure (person_id, valid_from, kind, valid_to, rev) values
                    (1, '2023-01-02', 'TRAINING', 'infinity', 1), (2, '2023-01-01', 'TRAINING', 'infinity', 1),
                    (3, '2023-01-03', 'TRAINING', 'infinity', 1)""");

        assertThat(register.found()).containsExactly("FACTS_AFTER_END 2 OPEN");
    }

    @Test
    void findOpenLoansOfThoseWhoAreNobodysMember() throws SQLException {
        register.execute("""
                update membership set superseded_rev = 1 where person_id in (1, 2);
                insert into loan (id, lender_id, contract_no) overriding system value
                select n, 1, 'N-' || n from generate_series(1, 3) n;
                insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                    tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
                select n, 1, '{}', n, 313600000, case n when 2 then 'REPAID' else 'ACTIVE' end, 'TRADE', 100, '2022-03-01',
                    '{}', '{}', '{-infinity}', '{1}', false, 1 from generate_series(1, 3) n""");

        assertThat(register.found()).containsExactly("BORROWER_WITHOUT_HOUSEHOLD 1 OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "Смағұлов, Ерлан, Сүйіндікұлы, 1990-05-05, 313600000, true",
        "Смагулов, Ерлан, Суйиндикович, 1990-05-05, 313600000, true",
        "Смагулав, Ирлан, , 1990-05-05, 313600000, true",
        "Смагуллова, Ерлан, , 1990-05-05, 313600000, false",
        "Смағұлов, Ержан, , 1990-05-05, 313600000, true",
        "Смағұлов, Ербол, , 1990-05-05, 313600000, false",
        "Смағұлов, Ерлан, Ахметұлы, 1990-05-05, 313600000, false",
        "Смағұлов, Ерлан, Сүйіндікұлы, 1990-05-06, 313600000, false",
        "Смағұлов, Ерлан, Сүйіндікұлы, 1990-05-05, 313645000, false"
    })
    void findWhoIsLikelyTheSamePerson(
            String family, String given, String patronymic, String birthDate, int unit, boolean isFound)
            throws SQLException {
        register.person(11, "Смағұлов", "Ерлан", "Сүйіндікұлы", "1990-05-05", QualityFixture.BAYZAK);
        register.person(12, family, given, patronymic, birthDate, unit);

        assertThat(register.found())
                .isEqualTo(isFound ? java.util.List.of("LIKELY_DUPLICATE 11+12 OPEN") : java.util.List.<String>of());
    }

    @Test
    void takeNobodyOfTheOtherSexForTheSame() throws SQLException {
        register.person(11, "Ким", "Саша", null, "1990-05-05", QualityFixture.BAYZAK);
        register.person(12, "Ким", "Саша", null, "1990-05-05", QualityFixture.BAYZAK);
        register.execute("update timeline set sex = 'F' where person_id = 12");

        assertThat(register.found()).isEmpty();
    }

    @Test
    void findTheEnrolledWithoutConsentOnTheDay() throws SQLException {
        register.execute("""
                insert into enrolment (person_id, valid_from, valid_to, unit_id, rev) values
                    (1, '2022-01-01', 'infinity', 313600000, 1), (2, '2022-01-01', 'infinity', 313600000, 1),
                    (3, '2022-01-01', '2023-01-01', 313600000, 1), (4, '2022-01-01', 'infinity', 313600000, 1);
                insert into consent (person_id, scope, valid_from, valid_to, rev) values
                    (1, 'PROCESSING', '2022-01-01', '2023-01-01', 1), (2, 'PROCESSING', '2022-01-01', 'infinity', 1),
                    (4, 'LENDER_EXCHANGE', '2022-01-01', 'infinity', 1)""");

        assertThat(register.found()).containsExactly("CONSENT_MISSING 1 OPEN", "CONSENT_MISSING 4 OPEN");
    }

    @Test
    void findWhoLivesNobodyKnowsWhere() throws SQLException {
        register.execute("""
                update timeline set units = '{null}' where person_id in (1, 2);
                update timeline set states = '{AWAY}' where person_id = 2;
                update timeline set units = '{null}', borders = '{2023-01-02}' where person_id = 3""");

        assertThat(register.found()).containsExactly("LOCALITY_UNKNOWN 1 OPEN");
    }
}
