package kz.ruralincome.domain.merge;

import static kz.ruralincome.domain.merge.MergeFixture.KEPT;
import static kz.ruralincome.domain.merge.MergeFixture.MERGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import org.junit.jupiter.api.Test;

/** Who may do what about two records of one person; H1 and H2 are in Bayzak district. */
class MergeRightsTest {

    private static final Integer[] BAYZAK = {313600000, 313645000};
    private static final Integer[] ZHAMBYL = {314000000, 314037000};

    private static MergeSteps steps(MergeFixture fixture, Role role, Integer[] units) {
        Optional<Integer> territory = units == null ? Optional.empty() : Optional.of(units[0]);
        return new MergeSteps(
                fixture.connection(), new Access("aigul", role, territory, false), IntakeFixture.TODAY, units);
    }

    /** Both live in Bayzak, by the last movement run. */
    private static MergeFixture start() throws SQLException {
        MergeFixture fixture = MergeFixture.start();
        settle(fixture, "KEPT", 313645000);
        settle(fixture, "MERGED", 313645000);
        return fixture;
    }

    private static void settle(MergeFixture fixture, String iin, int unit) throws SQLException {
        fixture.connection().createStatement().execute(MergeFixture.named("""
                delete from timeline where iin = '%1$s';
                insert into timeline (person_id, iin, borders, states, units)
                select id, iin, '{2020-01-01}', '{UNKNOWN}', '{%2$d}' from person where iin = '%1$s'""".formatted(iin, unit)));
        fixture.connection().commit();
    }

    private static UUID id(MergeFixture fixture, String iin) throws SQLException {
        return fixture.person(iin).id();
    }

    /** As whoever reaches both would send it. */
    private static MergeRequest request(MergeFixture fixture) throws SQLException {
        UUID kept = id(fixture, KEPT);
        UUID merged = id(fixture, MERGED);
        MergePreview seen = steps(fixture, Role.ADMIN, null).preview(kept, merged, Map.of());
        Map<String, Side> choices = Map.of(seen.lines().get(0).id(), Side.KEPT);
        return new MergeRequest(kept, merged, choices, seen.mark(), "an IIN was mistyped", "№ 1");
    }

    @Test
    void previewIsForCoordinatorsWhoReachBoth() throws SQLException {
        try (var fixture = start()) {
            UUID kept = id(fixture, KEPT);
            UUID merged = id(fixture, MERGED);
            for (Role role : List.of(Role.AKIMAT, Role.REGISTRY, Role.LENDER)) {
                assertThatThrownBy(() -> steps(fixture, role, null).preview(kept, merged, Map.of()))
                        .isInstanceOf(AccessRefused.class);
            }
            var preview = steps(fixture, Role.COORDINATOR, BAYZAK).preview(kept, merged, Map.of());
            assertThat(preview.lines()).hasSize(1);
            assertThat(preview.effect()).as("a choice is open").isEmpty();
            assertThat(fixture.register.rows("select person_id from audit where action = 'merge.previewed' order by 1"))
                    .as("each look is noted")
                    .containsExactly("1", "2");

            settle(fixture, "MERGED", 314037000);
            for (Integer[] units : List.of(BAYZAK, ZHAMBYL)) {
                assertThatThrownBy(() -> steps(fixture, Role.COORDINATOR, units).preview(kept, merged, Map.of()))
                        .as("one of the two lives elsewhere")
                        .isInstanceOf(NotFoundException.class);
            }
            assertThatThrownBy(() -> steps(fixture, Role.ADMIN, null).preview(kept, UUID.randomUUID(), Map.of()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void mergingIsForCoordinatorsWhoReachBothAndSayWhy() throws SQLException {
        try (var fixture = start()) {
            MergeRequest request = request(fixture);
            for (Role role : List.of(Role.AKIMAT, Role.REGISTRY, Role.LENDER)) {
                assertThatThrownBy(() -> steps(fixture, role, null).merge(request))
                        .isInstanceOf(AccessRefused.class);
            }
            assertThatThrownBy(() -> steps(fixture, Role.COORDINATOR, ZHAMBYL).merge(request))
                    .isInstanceOf(NotFoundException.class);
            for (MergeRequest wordless : List.of(
                    new MergeRequest(request.kept(), request.merged(), request.choices(), request.mark(), " ", "№ 1"),
                    new MergeRequest(request.kept(), request.merged(), request.choices(), request.mark(), "so", null),
                    new MergeRequest(
                            request.kept(),
                            request.merged(),
                            request.choices(),
                            request.mark(),
                            "s".repeat(301),
                            "№"))) {
                assertThatThrownBy(() -> steps(fixture, Role.ADMIN, null).merge(wordless))
                        .isInstanceOf(InvalidRequest.class);
            }

            Merge merge = steps(fixture, Role.COORDINATOR, BAYZAK).merge(request);
            fixture.connection().commit();
            assertThat(merge.account()).isEqualTo("aigul");
            assertThat(fixture.register.rows(
                            "select person_id, details ->> 'merge' from audit where action = 'merge.made' order by 1"))
                    .containsExactly("1 " + merge.id(), "2 " + merge.id());
        }
    }

    @Test
    void whatWasMergedIntoAPersonIsForWhoeverOpensThem() throws SQLException {
        try (var fixture = start()) {
            steps(fixture, Role.ADMIN, null).merge(request(fixture));
            UUID merged = id(fixture, MERGED);

            assertThat(steps(fixture, Role.COORDINATOR, BAYZAK).into(merged))
                    .as("the address of the merged record leads to the kept one")
                    .hasSize(1);
            var granted = new Access("akimat", Role.AKIMAT, Optional.empty(), true);
            assertThat(new MergeSteps(fixture.connection(), granted, IntakeFixture.TODAY, null).into(merged))
                    .hasSize(1);
            assertThatThrownBy(() -> steps(fixture, Role.COORDINATOR, ZHAMBYL).into(merged))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> steps(fixture, Role.AKIMAT, null).into(merged))
                    .isInstanceOf(AccessRefused.class);
        }
    }

    @Test
    void aMergeIsOpenedByCoordinatorsWhoReachTheKeptRecord() throws SQLException {
        try (var fixture = start()) {
            UUID merge =
                    steps(fixture, Role.ADMIN, null).merge(request(fixture)).id();

            var opened = steps(fixture, Role.COORDINATOR, BAYZAK).open(merge);
            assertThat(opened.isPossible()).isTrue();
            assertThat(opened.merged()).hasSize(1);
            assertThat(fixture.register.rows("select person_id from audit where action = 'merge.opened' order by 1"))
                    .containsExactly("1", "2");
            assertThatThrownBy(() -> steps(fixture, Role.COORDINATOR, ZHAMBYL).open(merge))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> steps(fixture, Role.ADMIN, null).open(UUID.randomUUID()))
                    .isInstanceOf(NotFoundException.class);
            for (Role role : List.of(Role.AKIMAT, Role.REGISTRY, Role.LENDER)) {
                assertThatThrownBy(() -> steps(fixture, role, null).open(merge)).isInstanceOf(AccessRefused.class);
            }
        }
    }

    @Test
    void undoingIsForCoordinatorsWhoReachTheKeptRecordAndSayWhy() throws SQLException {
        try (var fixture = start()) {
            UUID merge =
                    steps(fixture, Role.ADMIN, null).merge(request(fixture)).id();

            assertThatThrownBy(() -> steps(fixture, Role.COORDINATOR, ZHAMBYL).undo(merge, "not them"))
                    .isInstanceOf(NotFoundException.class);
            for (Role role : List.of(Role.AKIMAT, Role.REGISTRY, Role.LENDER)) {
                assertThatThrownBy(() -> steps(fixture, role, null).undo(merge, "not them"))
                        .isInstanceOf(AccessRefused.class);
            }
            assertThatThrownBy(() -> steps(fixture, Role.ADMIN, null).undo(merge, ""))
                    .isInstanceOf(InvalidRequest.class);

            steps(fixture, Role.COORDINATOR, BAYZAK).undo(merge, "not them");
            fixture.connection().commit();
            assertThat(fixture.standing(MERGED)).hasSize(1);
            assertThat(fixture.register.rows("select person_id from audit where action = 'merge.undone' order by 1"))
                    .containsExactly("1", "2");
        }
    }
}
