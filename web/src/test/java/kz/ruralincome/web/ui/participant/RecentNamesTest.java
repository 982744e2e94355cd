package kz.ruralincome.web.ui.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentNamesTest {

    private final RecentNames names = new RecentNames();

    @Test
    void keepsANameUnderAKeyThatDoesNotTellIt() {
        String key = names.keep("Ахметова");
        assertThat(key).doesNotContain("Ахметова");
        assertThat(names.find(key)).contains("Ахметова");
        assertThat(names.keep("Ахметова")).isEqualTo(key);
        assertThat(names.find("another")).isEmpty();
    }

    @Test
    void keepsTheLatestAlone() {
        String first = names.keep("0");
        for (int number = 1; number < RecentNames.MOST; number++) {
            names.keep(Integer.toString(number));
        }
        assertThat(names.find(first)).contains("0");
        names.keep("one more");
        assertThat(names.find(first)).isEmpty();
    }
}
