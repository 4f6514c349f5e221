package dev.sweetspot.surrogate.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.Contender;
import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.Runs;
import dev.sweetspot.trial.History;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ModelChooserTest {
    private static final double NOISE = 0.05;

    private static Choice choice(History history) {
        return new ModelChooser()
                .choose(NoisyStudy.PROBLEM, history, Runs.of(NoisyStudy.PROBLEM, history))
                .orElseThrow();
    }

    @Test
    void withoutRepeatsItIsTheBestValue() {
        var history = new NoisyStudy(40, NOISE, 3).run(new NoRepeats());

        assertThat(choice(history).chosen().trial())
                .isEqualTo(history.best(NoisyStudy.PROBLEM.objectives().get(0)).orElseThrow());
        assertThat(choice(history).luck()).isEqualTo(Choice.Luck.UNKNOWN);
    }

    /** Of 40 studies, the intervals of 95 % hold the truth of what was chosen in 33 at the least. */
    @Test
    void theIntervalsHoldWhatTheyPromise() {
        int held = 0;
        for (int seed = 0; seed < 40; seed++) {
            var chosen = choice(new NoisyStudy(50, NOISE, seed).run(new BestRepeats(5, 3, 0.3)))
                    .chosen();
            double truth = NoisyStudy.truth(chosen.configuration());
            held += Math.abs(truth - chosen.estimate()) <= chosen.margin().getAsDouble() ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(33);
    }

    /** The best of many single values is the luckiest one: it promises too much, the estimate does not. */
    @Test
    void theEstimateOfTheChosenOneDoesNotPromiseTooMuch() {
        double single = 0;
        double expected = 0;
        for (int seed = 0; seed < 40; seed++) {
            var history = new NoisyStudy(50, NOISE, seed).run(new BestRepeats(5, 3, 0.3));
            var luckiest = history.best(NoisyStudy.PROBLEM.objectives().get(0)).orElseThrow();
            single += NoisyStudy.truth(luckiest.configuration())
                    - luckiest.value("loss").getAsDouble();
            Contender chosen = choice(history).chosen();
            expected += NoisyStudy.truth(chosen.configuration()) - chosen.estimate();
        }
        assertThat(single / 40).isGreaterThan(NOISE);
        assertThat(Math.abs(expected / 40)).isLessThan(0.4 * single / 40);
    }

    @Test
    void whoWasRunOftenIsDrawnToItsNeighboursLess() {
        var history = new NoisyStudy(50, NOISE, 2).run(new BestRepeats(3, 4, 0.4));
        var estimates = Estimates.of(NoisyStudy.PROBLEM, history, Runs.of(NoisyStudy.PROBLEM, history), 0)
                .orElseThrow();

        for (var estimate : estimates.all()) {
            if (estimate.runs().whole().size() >= 4) {
                assertThat(estimate.variance()).isLessThanOrEqualTo(estimates.noise() / 4);
            }
            assertThat(estimate.variance()).isPositive();
        }
    }
}
