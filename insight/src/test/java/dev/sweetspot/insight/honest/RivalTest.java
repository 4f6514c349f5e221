package dev.sweetspot.insight.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Objective;
import org.junit.jupiter.api.Test;

class RivalTest {
    private static final Objective ACCURACY = Objective.maximize("accuracy");

    @Test
    void aGainIsSaidWithItsInterval() {
        var rival = new Rival("the default", 0, 0.9, new Estimate(0.02, 0.01, 0.03), 0.99);

        assertThat(rival.inWords(ACCURACY))
                .isEqualTo(
                        "The winner is better than the default (trial 0): accuracy is better by 0.020 (0.010 to 0.030),"
                                + " with a probability of 99 %.");
    }

    @Test
    void whoIsProbablyWorseIsCalledWorse() {
        var rival = new Rival("the runner-up", 23, 0.9, new Estimate(-0.0054, -0.016, 0.0067), 0.2);

        assertThat(rival.inWords(ACCURACY))
                .isEqualTo("The winner cannot be told from the runner-up (trial 23): accuracy is worse by 0.0054"
                        + " (better by -0.016 to 0.0067), and better with a probability of 20 %.");
    }
}
