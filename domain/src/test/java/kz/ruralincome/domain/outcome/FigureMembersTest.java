package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.movement.MemberSelection;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.FigureMembersReading.Wanted;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FigureMembersTest {

    private static final List<Optional<String>> TERRITORIES =
            List.of(Optional.empty(), Optional.of("310000000"), Optional.of("313600000"), Optional.of(Places.NOWHERE));
    private static final Window WINDOW = new Window(LocalDate.of(2021, 11, 20), LocalDate.of(2022, 9, 5));

    private PilotDatabase database;
    private OffsetDateTime known;

    @Property(tries = 1)
    void listsWhomTheFigureCounts(@ForAll long seed) throws SQLException {
        database = PilotDatabase.fresh();
        known = RegisterFixture.write(RandomRegister.of(seed), database);
        RegisterFixture.giveNumbers(database);
        Ledger ledger = ledger();

        for (Indicator indicator : Indicator.values()) {
            if (!FigureCell.hasPeople(indicator)) {
                continue;
            }
            for (Optional<String> territory : TERRITORIES) {
                long people = people(figure(indicator, Optional.empty()), territory);
                long value = ledger.figure(indicator, RandomRegister.PLACES.place(territory))
                        .value()
                        .map(BigDecimal::longValue)
                        .orElse(-1L);
                if (value < 0) {
                    continue; // not known, as a list is missing
                }
                switch (indicator.unit()) {
                    case PERSON ->
                        assertThat(people).as("%s in %s", indicator, territory).isEqualTo(value);
                    case REGISTRATION ->
                        assertThat(people).as("%s in %s", indicator, territory).isBetween(Math.min(1, value), value);
                    case HOUSEHOLD ->
                        assertThat(people > 0)
                                .as("%s in %s", indicator, territory)
                                .isEqualTo(value > 0);
                    default -> assertThat(people).isNotNegative();
                }
            }
            if (indicator.unit() == Indicator.Unit.PERSON) {
                assertThat(RandomRegister.PLACES.parts(Optional.empty()).stream()
                                .mapToLong(part -> people(figure(indicator, Optional.of(part.key())), Optional.empty()))
                                .sum())
                        .as("%s of the parts", indicator)
                        .isEqualTo(people(figure(indicator, Optional.empty()), Optional.empty()));
            }
        }
    }

    @Property(tries = 1)
    void listsTheSamePageByPage(@ForAll long seed) throws SQLException {
        database = PilotDatabase.fresh();
        known = RegisterFixture.write(RandomRegister.of(seed), database);
        RegisterFixture.giveNumbers(database);

        Stream.of(Indicator.values()).filter(FigureCell::hasPeople).forEach(indicator -> {
            FigureCell cell = figure(indicator, Optional.empty());
            assertThat(pageByPage(cell, 2))
                    .as(indicator.code())
                    .isEqualTo(listed(cell, Optional.empty(), Optional.empty(), 500));
        });
    }

    @Property(tries = 1)
    void opensRegistrationsByMonthAndReason(@ForAll long seed) throws SQLException {
        database = PilotDatabase.fresh();
        known = RegisterFixture.write(RandomRegister.of(seed), database);
        RegisterFixture.giveNumbers(database);
        List<RegistrationReading.Told> told;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            told = RegistrationReading.read(connection, WINDOW, Population.ALL, known)
                    .told();
        }
        for (YearMonth month = YearMonth.from(WINDOW.start());
                month.isBefore(YearMonth.from(WINDOW.asOf()));
                month = month.plusMonths(1)) {
            YearMonth asked = month;
            var begun =
                    new FigureCell(Indicator.REGISTRATIONS_NEW, Optional.empty(), Optional.of(month), Optional.empty());
            assertThat(people(begun, Optional.empty()) > 0)
                    .as("begun in %s", month)
                    .isEqualTo(told.stream()
                            .anyMatch(one ->
                                    one.month().equals(asked) && one.what().equals(RegistrationSql.NEW)));
        }
        Stream.concat(Stream.of(RegistrationEnding.values()).map(Enum::name), Stream.of(FigureCell.OTHERWISE))
                .forEach(ending -> assertThat(people(
                                        new FigureCell(
                                                Indicator.REGISTRATIONS_ENDED,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(ending)),
                                        Optional.empty())
                                > 0)
                        .as("ended for %s", ending)
                        .isEqualTo(told.stream()
                                .map(RegistrationReading.Told::what)
                                .anyMatch(what -> {
                                    boolean isOther = !what.equals(RegistrationSql.NEW)
                                            && !what.equals(RegistrationEnding.LAW_2026.name());
                                    return ending.equals(FigureCell.OTHERWISE) ? isOther : what.equals(ending);
                                })));
    }

    @Test
    void refusesThoseWhoMaySeeNoPersonsAndWhatNobodyStandsBehind() {
        var question = new OutcomeQuestion(
                WINDOW.asOf(), Optional.empty(), Optional.empty(), Population.ALL, Optional.empty());
        var akimat = new Access("akimat", Role.AKIMAT, Optional.empty(), false);

        assertThatThrownBy(() -> new FigureMembers()
                        .members(question, figure(Indicator.UNEMPLOYED, Optional.empty()), Optional.empty(), akimat))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(
                        () -> figure(Indicator.ASP_ALLOCATED, Optional.empty()).told())
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> figure(Indicator.UNEMPLOYED, Optional.of("999999999"))
                        .condition(RandomRegister.PLACES, Optional.empty()))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> new FigureCell(
                        Indicator.UNEMPLOYED, Optional.empty(), Optional.of(YearMonth.of(2022, 5)), Optional.empty()))
                .isInstanceOf(InvalidRequest.class);
    }

    private static FigureCell figure(Indicator indicator, Optional<String> part) {
        return new FigureCell(indicator, part, Optional.empty(), Optional.empty());
    }

    private Ledger ledger() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return LedgerReading.read(connection, List.of(WINDOW), Population.ALL, known)
                    .get(0);
        }
    }

    private long people(FigureCell cell, Optional<String> territory) {
        return listed(cell, territory, Optional.empty(), 500).size();
    }

    private List<Member> pageByPage(FigureCell cell, int limit) {
        List<Member> all = new ArrayList<>();
        List<Member> page = listed(cell, Optional.empty(), Optional.empty(), limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = listed(cell, Optional.empty(), page.get(page.size() - 1).id(), limit);
        }
        return all;
    }

    private List<Member> listed(FigureCell cell, Optional<String> territory, Optional<UUID> after, int limit) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return FigureMembersReading.members(
                    connection,
                    new Wanted(cell, cell.condition(RandomRegister.PLACES, territory), WINDOW, Population.ALL, known),
                    new MemberSelection(Optional.empty(), WINDOW.asOf(), after, limit));
        } catch (SQLException e) {
            throw new AssertionError(cell.toString(), e);
        }
    }
}
