package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.intake.LoadResult;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.setup.ReferenceData;
import org.junit.jupiter.api.Test;

/** Sends a small sample through the same door as any user's files. */
class SampleLoadTest {

    @Test
    void goesInWholeAndAgainChangesNothing() throws Exception {
        try (IntakeFixture register = IntakeFixture.emptyRegister()) {
            ReferenceData.bring(register.connection());
            register.connection().commit();
            SampleRegion region = SampleRegion.small(11, 2_000);
            for (SampleFile file : region.files()) {
                LoadResult result = load(register, file);
                assertThat(result.state()).as(file.list()).isEqualTo(LoadState.DONE);
                assertThat(result.rejected())
                        .as(file.list() + register.problems())
                        .isZero();
                assertThat(result.unchanged()).as(file.list()).isZero();
            }
            SampleFile last = region.files().get(region.files().size() - 1);
            LoadResult again = load(register, last);
            assertThat(again.accepted()).isZero();
        }
    }

    private static LoadResult load(IntakeFixture register, SampleFile file) throws Exception {
        LoadOptions options = LoadOptions.NONE.coveringTo(file.coversTo().orElse(null));
        return register.load(file.list(), file.open().readAllBytes(), options, null, false);
    }
}
