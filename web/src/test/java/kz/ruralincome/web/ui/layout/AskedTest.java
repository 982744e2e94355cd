package kz.ruralincome.web.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 1);

    private final Asked asked = new Asked();

    @Test
    void takesWhatIsLeftOutForTheDefault() {
        assertThat(asked.date("asOf", null, TODAY)).isEqualTo(TODAY);
        assertThat(asked.moment("asKnownOn", " ")).isEmpty();
        assertThat(asked.oneOf("population", "", Population.ALL)).isEqualTo(Population.ALL);
        assertThat(asked.isWrong()).isFalse();
    }

    @Test
    void readsAMomentWhosePlusBecameASpace() {
        assertThat(asked.moment("asKnownOn", "2023-01-01T10:00:00 05:00"))
                .contains(OffsetDateTime.parse("2023-01-01T10:00:00+05:00"));
    }

    @Test
    void takesAYearOfTwoFiguresForASlip() {
        assertThat(asked.date("asOf", "0026-01-01", TODAY)).isEqualTo(TODAY);
        assertThat(asked.isWrong()).isTrue();
        assertThat(asked.moment("asKnownOn", "0026-01-01T00:00:00Z")).isEmpty();
        assertThat(asked.date("asOf", "2200-01-01", TODAY)).isEqualTo("2200-01-01");
    }

    @Test
    void keepsEverythingThatMakesNoSense() {
        asked.date("asOf", "01.13.2023", TODAY);
        asked.moment("asKnownOn", "yesterday");
        asked.oneOf("population", "NOBODY", Population.ALL);

        assertThat(asked.isWrong()).isTrue();
    }

    @Test
    void goesOnToTheViewThatFollowsUnlessTheStepIsRefused() {
        assertThat(asked.goOn(() -> "/next.xhtml")).isEqualTo("/next.xhtml");
        assertThat(asked.isWrong()).isFalse();

        assertThat(asked.goOn(() -> {
                    throw new InvalidRequest("reason", "missing");
                }))
                .isNull();
        assertThat(asked.goOn(() -> {
                    throw new RuleViolation("changed", "meanwhile");
                }))
                .isNull();
        assertThat(asked.goOn(() -> {
                    throw new RuleViolation("changed", "meanwhile");
                }))
                .isNull();
        assertThat(asked.sentences(said())).containsExactly("missing []", "changed [meanwhile]");
    }

    @Test
    void hidesNothingThatIsOutOfReach() {
        assertThatThrownBy(() -> asked.goOn(() -> {
                    throw new NotFoundException("finding");
                }))
                .isInstanceOf(NotFoundException.class);
    }

    private static CurrentLanguage said() {
        return new CurrentLanguage() {
            @Override
            public String say(String key, List<?> arguments) {
                return key + " " + arguments;
            }
        };
    }
}
