package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileRuleTest {
    @Test
    void theBestQuarterGoesOn() {
        var losses = new double[] {5, 6, 7, 8, 4.5, 5.5, 6.5};
        var history = Table.run(
                new PercentileRule(0.25, 4, 0.5), 4, Table.constant(trial -> losses[trial]), Table.trials(1, 7));
        assertThat(Table.reached(history)).isEqualTo(List.of(4.0, 4.0, 4.0, 4.0, 4.0, 2.0, 2.0));
        assertThat(history.trial(6).outcome().orElseThrow())
                .isInstanceOfSatisfying(Outcome.StoppedEarly.class, stopped -> assertThat(stopped.reason())
                        .isEqualTo("4 of 6 trials were better at 2.00 epochs, and the best 25 % go on"));
    }
}
