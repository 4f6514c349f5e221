package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class FreezeThawTest {
    private static final int EPOCHS = 54;

    private static Trials exponential(long seed) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                var draws = new SplittableRandom(seed * 7919 + trial);
                double end = draws.nextDouble();
                double speed = Math.exp(draws.nextDouble(-3, 0));
                return Measurements.of("loss", end + Math.exp(-speed * fidelity));
            }
        };
    }

    private static double best(History history) {
        return history.trials().stream()
                .flatMapToDouble(trial -> Arrays.stream(trial.curve().values("loss")))
                .min()
                .orElseThrow();
    }

    private static double meanBest(Scheduler scheduler, double wholeTrials) {
        double sum = 0;
        for (int seed = 0; seed < 40; seed++) {
            sum += best(Table.run(scheduler, EPOCHS, exponential(seed), Table.fidelity(1, wholeTrials * EPOCHS)));
        }
        return sum / 40;
    }

    @Test
    void tenWholeTrialsWorthOfSlicesFindWhatTwentyWholeTrialsDoNot() {
        assertThat(meanBest(new FreezeThaw(), 10)).isLessThan(meanBest(new RunToTheEnd(), 20));
    }

    @Test
    void theBestIsBroughtToItsEnd() {
        var history = Table.run(new FreezeThaw(), EPOCHS, exponential(1), Table.fidelity(1, 8 * EPOCHS));
        assertThat(history.completed()).isNotEmpty();
        assertThat(history.size()).isGreaterThan(10);
    }

    @Test
    void whenNoTrialMayBeStartedThoseThatAreThereAreGoneOnWith() {
        var history = Table.run(new FreezeThaw(), EPOCHS, exponential(2), Table.trials(3, 12));
        assertThat(history.size()).isEqualTo(12);
        assertThat(history.completed()).isNotEmpty();
    }
}
