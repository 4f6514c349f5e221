package dev.sweetspot.surrogate.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.Repeats;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class AutoRepeatsTest {
    private static final int SEEDS = 40;

    private static double regret(Repeats repeats, double noise, boolean chosen) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var history = new NoisyStudy(60, noise, seed).run(repeats);
            var trial = chosen
                    ? Choice.of(NoisyStudy.PROBLEM, history)
                            .orElseThrow()
                            .chosen()
                            .trial()
                    : history.best(NoisyStudy.PROBLEM.objectives().get(0)).orElseThrow();
            sum += NoisyStudy.truth(trial.configuration());
        }
        return sum / SEEDS;
    }

    /** A deviation of 0.15 is about five times that of the losses of the best tenth. */
    @Test
    void whereResultsAreMostlyLuckTheChoiceIsBetterThanTheBestSingleValue() {
        assertThat(regret(new AutoRepeats(), 0.15, true)).isLessThan(0.8 * regret(new NoRepeats(), 0.15, false));
    }

    @Test
    void aSmoothDeterministicFunctionIsNeverRepeated() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(new NoisyStudy(60, 0, seed).run(new AutoRepeats()).repeats())
                    .isEmpty();
        }
    }

    @Test
    void nothingIsRepeatedBeforeTheLastPartOfTheBudget() {
        for (int seed = 0; seed < 5; seed++) {
            var history = new NoisyStudy(60, 0.15, seed).run(new AutoRepeats(0.25));

            assertThat(history.repeats().mapToInt(Trial::number).min().orElse(60))
                    .isGreaterThanOrEqualTo(45);
        }
    }

    @Test
    void theBestFewHaveTheirRuns() {
        History history = new NoisyStudy(60, 0.02, 1).run(new BestRepeats(4, 3, 0.5));

        assertThat(history.repeats().count()).isBetween(8L, 30L);
        assertThat(Choice.of(NoisyStudy.PROBLEM, history).orElseThrow().chosen().runs())
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
