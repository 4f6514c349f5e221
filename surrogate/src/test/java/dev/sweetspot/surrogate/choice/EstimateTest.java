package dev.sweetspot.surrogate.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Runs TRAINED_TO_THE_END =
            new Runs(List.of(new NoisyStudy(1, 0, 1).run(new NoRepeats()).trial(0)), List.of(), 0);
    private static final Runs CUT_SHORT = new Runs(List.of(), List.of(), 0);

    @Test
    void aPromiseDoesNotBeatAResultThatIsAsGood() {
        var promise = new Estimate(CUT_SHORT, 0.23, -0.001, 0.01 * 0.01);
        var result = new Estimate(TRAINED_TO_THE_END, 0, 0, 0.001 * 0.001);

        assertThat(result.rank()).isLessThan(promise.rank());
    }

    @Test
    void aPromiseThatIsSureToBeBetterCounts() {
        var promise = new Estimate(CUT_SHORT, 0.2, -0.1, 0.01 * 0.01);
        var result = new Estimate(TRAINED_TO_THE_END, 0, 0, 0);

        assertThat(promise.rank()).isLessThan(result.rank());
    }
}
