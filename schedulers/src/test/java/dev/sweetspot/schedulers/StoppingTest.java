package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private static String reason(History history, int trial) {
        return ((Outcome.StoppedEarly) history.trial(trial).outcome().orElseThrow()).reason();
    }

    private static Trials table(double[]... losses) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                return Measurements.of("loss", losses[trial][(int) fidelity - 1]);
            }
        };
    }

    @Test
    void aTrialThatDoesNotGetBetterForAFifthIsStopped() {
        var history = Table.run(
                new Patience(0.4, 0.1),
                5,
                table(new double[] {5, 4, 3, 2, 1}, new double[] {5, 4, 3.95, 3.93, 1}),
                Table.trials(1, 2));
        assertThat(Table.reached(history)).containsExactly(5.0, 4.0);
        assertThat(reason(history, 1)).isEqualTo("nothing got better for 2.00 epochs");
    }

    @Test
    void whatIsNotFiniteOrWorseThanTheBoundIsStopped() {
        var history = Table.run(
                new Threshold("", 3, 0.5),
                4,
                table(
                        new double[] {9, 3, 3, 3},
                        new double[] {9, 3.1, 1, 1},
                        new double[] {1, 1, Double.NaN, 1},
                        new double[] {Double.POSITIVE_INFINITY, 1, 1, 1}),
                Table.trials(1, 4));
        assertThat(Table.reached(history)).containsExactly(4.0, 2.0, 3.0, 1.0);
        assertThat(reason(history, 1)).isEqualTo("loss 3.100 at 2.00 epochs was worse than the bound 3.000");
        assertThat(reason(history, 2)).isEqualTo("loss was NaN, which is no finite number");
    }

    @Test
    void aBoundForAnObjectiveThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () -> Table.run(new Threshold("los", 3, 0), 4, Table.constant(trial -> 1), Table.trials(1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("objective = los: is not one of the study's. Maybe loss?");
    }

    @Test
    void aTrialThatIsWorseOnEveryFoldIsStoppedAfterFour() {
        var history = Table.run(
                new Wilcoxon(),
                8,
                table(
                        new double[] {0.30, 0.50, 0.10, 0.40, 0.30, 0.30, 0.20, 0.10},
                        new double[] {0.31, 0.52, 0.13, 0.44, 0.30, 0.30, 0.20, 0.10},
                        new double[] {0.40, 0.48, 0.12, 0.41, 0.28, 0.31, 0.19, 0.11}),
                Table.trials(1, 3));
        assertThat(Table.reached(history)).containsExactly(8.0, 4.0, 8.0);
        assertThat(reason(history, 1))
                .isEqualTo("worse than trial 0 on 4 epochs: by chance that would happen with probability 0.063");
    }

    @Test
    void trialsThatAreAsGoodAsTheBestAreSeldomStoppedAfterOneLook() {
        var random = new SplittableRandom(8);
        int stopped = 0;
        int most = 1000;
        for (int round = 0; round < most; round++) {
            var one = random.doubles(6).toArray();
            var other = random.doubles(6).toArray();
            var differences = new double[6];
            for (int i = 0; i < 6; i++) {
                differences[i] = one[i] - other[i];
            }
            stopped += SignedRanks.probability(differences) < 0.1 ? 1 : 0;
        }
        // At most one in ten by the test's own promise; four standard deviations more are allowed.
        assertThat(stopped).isLessThan((int) (most * 0.1 + 4 * Math.sqrt(most * 0.09)));
    }

    @Test
    void everySchedulerStopsATrialOverALimitThatCountsWhileItRuns() {
        var limit = new Constraint("memory", Constraint.Bound.AT_MOST, 2, Constraint.Known.WHILE);
        var problem = new Problem(Table.SPACE, List.of(Objective.minimize("loss")), List.of(limit), Fidelity.epochs(4));
        var trials = new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                return Measurements.of("loss", trial).and("memory", trial + 2);
            }
        };
        for (Scheduler scheduler : List.of(
                new Patience(),
                new Threshold(),
                new Wilcoxon(),
                new MedianRule(),
                new PercentileRule(),
                new Asha(),
                new Halving(),
                new Hyperband())) {
            var history = new SimulatedStudy(scheduler, problem, trials, Table.trials(1, 3), 1).run(1000);
            assertThat(history.trial(1).outcome().orElseThrow())
                    .as(scheduler.name())
                    .isEqualTo(new Outcome.StoppedEarly(
                            Measurements.of("loss", 1).and("memory", 3), "memory <= 2.0 was 3.000: over its limit"));
        }
    }
}
