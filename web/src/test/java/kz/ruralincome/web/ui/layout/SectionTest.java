package kz.ruralincome.web.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import org.junit.jupiter.api.Test;

class SectionTest {

    private static Access access(Role role) {
        return new Access("somebody", role, Optional.empty(), false);
    }

    @Test
    void leadsToViewsThatAreThere() {
        for (Section section : Section.values()) {
            assertThat(section.placesFor(access(Role.ADMIN)))
                    .isNotEmpty()
                    .allMatch(place -> Files.exists(Path.of("src/main/webapp" + place.path())));
        }
    }

    @Test
    void holdsAViewOnce() {
        for (String view : new String[] {"/credit/loan.xhtml", "/outcome/loans.xhtml", "/participant/view.xhtml"}) {
            assertThat(Arrays.stream(Section.values()).filter(section -> section.holds(view)))
                    .as(view)
                    .hasSize(1);
        }
    }

    @Test
    void holdsNothingOfOnesOwn() {
        assertThat(Section.values())
                .noneMatch(section -> section.holds("/account/password.xhtml"))
                .anyMatch(section -> section.holds("/account/user.xhtml"));
    }

    @Test
    void showsAkimatStaffNoPagesOfPersons() {
        assertThat(Section.PEOPLE.placesFor(access(Role.AKIMAT))).isEmpty();
        assertThat(Section.LOANS.placesFor(access(Role.AKIMAT))).isEmpty();
        assertThat(Section.OUTCOMES.placesFor(access(Role.AKIMAT))).hasSize(11);
    }

    @Test
    void ofOnePageIsCalledByThatPage() {
        assertThat(Section.ADMINISTRATION.labelFor(access(Role.COORDINATOR))).isEqualTo("layout.jobs");
        assertThat(Section.ADMINISTRATION.labelFor(access(Role.ADMIN))).isEqualTo("layout.administration");
    }
}
