package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void goesOnOnlyWhereMoreWasFoundThanIsShown() {
        assertThat(Slice.of(List.of(), 2)).isEqualTo(new Slice<>(List.of(), Optional.empty()));
        assertThat(Slice.of(List.of("a", "b"), 2)).isEqualTo(new Slice<>(List.of("a", "b"), Optional.empty()));
        assertThat(Slice.of(List.of("a", "b", "c"), 2)).isEqualTo(new Slice<>(List.of("a", "b"), Optional.of("b")));
    }
}
