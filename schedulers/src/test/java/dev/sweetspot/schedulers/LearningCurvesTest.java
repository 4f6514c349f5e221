package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class LearningCurvesTest {
    private static final int EPOCHS = 50;
    private static final int TRIALS = 60;
    private static final int STUDIES = 40;

    /** Exponential curves that cross, since slow ones may end low, and noise. */
    private static Trials exponential(long seed) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                var draws = new SplittableRandom(seed * 7919 + trial);
                double end = 0.1 + draws.nextDouble();
                double speed = Math.exp(draws.nextDouble(-3.5, 0));
                double other = draws.nextDouble();
                double noise = new SplittableRandom(seed * 7919 + trial + Math.round(fidelity) * 104_729).nextDouble();
                double loss = end + Math.exp(-speed * fidelity) + 0.01 * noise;
                return Measurements.of("loss", loss).and("size", (other + 0.2) / end + Math.exp(-speed * fidelity));
            }
        };
    }

    private static Problem problem(int objectives) {
        var both = List.of(Objective.minimize("loss"), Objective.minimize("size"));
        return new Problem(Table.SPACE, both.subList(0, objectives), List.of(), Fidelity.epochs(EPOCHS));
    }

    private static History run(Scheduler scheduler, int objectives, long seed) {
        return new SimulatedStudy(scheduler, problem(objectives), exponential(seed), Table.trials(1, TRIALS), seed)
                .run(1_000_000);
    }

    private static double best(History history) {
        return history.best(Objective.minimize("loss"))
                .flatMap(trial -> trial.value("loss").stream().boxed().findFirst())
                .orElseThrow();
    }

    @Test
    void moreThanHalfOfTheEpochsAreSavedAndTheBestIsStillFound() {
        double spent = 0;
        int missed = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            var history = run(new LearningCurves(), 1, seed);
            spent += history.fidelitySpent() / (TRIALS * EPOCHS);
            missed += best(history) > best(run(new RunToTheEnd(), 1, seed)) + 0.02 ? 1 : 0;
        }
        assertThat(spent / STUDIES).as("share of the epochs").isLessThan(0.5);
        // A chance of one in twenty was accepted; three standard errors of 40 studies on top.
        assertThat(missed).isLessThanOrEqualTo(6);
    }

    @Test
    void withTwoObjectivesTheFrontKeepsItsVolume() {
        double spent = 0;
        double kept = 0;
        int studies = STUDIES / 4;
        for (int seed = 0; seed < studies; seed++) {
            var history = run(new LearningCurves(), 2, seed);
            spent += history.fidelitySpent() / (TRIALS * EPOCHS);
            kept += volume(history) / volume(run(new RunToTheEnd(), 2, seed));
        }
        assertThat(spent / studies).as("share of the epochs").isLessThan(0.6);
        assertThat(kept / studies).as("share of the hypervolume").isGreaterThan(0.975);
    }

    private static double volume(History history) {
        var points = history.completed()
                .map(LearningCurvesTest::losses)
                .filter(Objects::nonNull)
                .toArray(double[][]::new);
        return Front.of(points).hypervolume(new double[] {1.2, 6});
    }

    private static double[] losses(Trial trial) {
        return new double[] {
            trial.value("loss").orElseThrow(), trial.value("size").orElseThrow()
        };
    }

    @Test
    void theReasonSaysHowLikelyItWas() {
        var history = run(new LearningCurves(), 1, 1);
        assertThat(history.finished()
                        .flatMap(trial -> trial.outcome().stream())
                        .filter(Outcome.StoppedEarly.class::isInstance)
                        .map(outcome -> ((Outcome.StoppedEarly) outcome).reason()))
                .isNotEmpty()
                .allMatch(reason -> reason.matches(
                        "after [0-9.]+ of 50.00 epochs it would still become the best with a probability of .* only"));
    }
}
