package kz.ruralincome.web.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.screening.Sheet;
import org.junit.jupiter.api.Test;

class SentFormTest {

    private static final Sheet SHOWN = sheet("850101300015", "900202300344");

    private static Sheet sheet(String... iins) {
        return new Sheet(
                Map.of("kato", "313645000"),
                List.of(iins).stream().map(iin -> Map.of("iin", iin)).toList());
    }

    private static SentForm sent(String action, String... placesAndTexts) {
        Map<String, String[]> sent = new HashMap<>();
        sent.put("action", new String[] {action});
        sent.put("people", new String[] {SentForm.people(SHOWN)});
        for (int i = 0; i < placesAndTexts.length; i += 2) {
            sent.put(placesAndTexts[i], new String[] {placesAndTexts[i + 1]});
        }
        return new SentForm((HttpServletRequest) Proxy.newProxyInstance(
                SentFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getParameterMap")
                        ? sent
                        : sent.getOrDefault(arguments[0], new String[] {null})[0]));
    }

    @Test
    void addsAndRemovesMembersWhenItIsWritten() {
        assertThat(sent("add").change(SHOWN).members()).hasSize(3);
        assertThat(sent("remove.0", "member.0.phone", "1").change(SHOWN).members())
                .containsExactly(Map.of("iin", "900202300344"));
    }

    @Test
    void isShownAgainWithTheSameMembers() {
        assertThat(sent("add").again(SHOWN).members()).hasSize(2);
        Sheet again = sent("remove.0", "member.1.phone", "77010000000", "address", "Абай 5")
                .again(SHOWN);
        assertThat(again.members()).hasSize(2);
        assertThat(again.at("member.1.phone")).isEqualTo("77010000000");
        assertThat(again.at("address")).isEqualTo("Абай 5");
    }

    @Test
    void keepsNothingThatWasTypedOfMembersWhoAreOthersNow() {
        Sheet newest = sheet("900202300344", "850101300015");
        Sheet again = sent("next", "member.1.occupation", "INACTIVE", "address", "Абай 5")
                .again(newest);
        assertThat(again.at("member.1.occupation")).isEmpty();
        assertThat(again.at("address")).isEqualTo("Абай 5");
    }
}
