package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutoTest {
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

    private static double meanBest(Scheduler scheduler, double wholeTrials) {
        double sum = 0;
        for (int seed = 0; seed < 40; seed++) {
            var history = Table.run(scheduler, EPOCHS, exponential(seed), Table.fidelity(1, wholeTrials * EPOCHS));
            sum += history.best(Objective.minimize("loss"))
                    .flatMap(trial -> trial.value("loss").stream().boxed().findFirst())
                    .orElseThrow();
        }
        return sum / 40;
    }

    @Test
    void itIsInstalledAndItsDefaultNeedsNothing() {
        assertThat(Schedulers.named("auto")).isEqualTo(new Auto());
    }

    @Test
    void trialsWithoutPartsAreRunWhole() {
        var history = Table.run(new Auto(), 1, Table.constant(trial -> trial), Table.trials(3, 10));
        assertThat(history.completed()).hasSize(10);
    }

    @Test
    void whereOnlyTrialsAreScarceEachIsStartedOnceAndTheHopelessAreStopped() {
        var history = Table.run(new Auto(), EPOCHS, exponential(1), Table.trials(1, 40));
        assertThat(history.paused()).isEmpty();
        assertThat(history.finished()).hasSize(40);
        assertThat(history.trials())
                .anyMatch(trial -> trial.outcome().orElseThrow() instanceof Outcome.StoppedEarly)
                .anyMatch(trial -> trial.outcome().orElseThrow() instanceof Outcome.Completed);
    }

    @Test
    void whereWorkIsScarceTenWholeTrialsWorthFindsWhatTwentyWholeTrialsDoNot() {
        assertThat(meanBest(new Auto(), 10)).isLessThan(meanBest(new RunToTheEnd(), 20));
    }

    /** Of trial n the loss is less than of n - 1, so that the first is the worst at each rung. */
    @Test
    void theFirstTrialIsRunToItsEndWhereThatCostsLittleHoweverBadItsBeginningIs() {
        var falling = Table.constant(trial -> 1.0 / (trial + 1));
        var much = Table.run(new Auto(), EPOCHS, falling, Table.fidelity(1, 60 * EPOCHS));
        assertThat(much.trial(0).completed()).isTrue();
        assertThat(much.trial(1).completed()).isFalse();
        var little = Table.run(new Auto(), EPOCHS, falling, Table.fidelity(1, 20 * EPOCHS));
        assertThat(little.trial(0).completed())
                .as("a whole trial is a twentieth of all that may be run")
                .isFalse();
    }

    @Test
    void nearTheEndOfTheBudgetNothingIsBegunThatCannotBeEnded() {
        for (int seed = 0; seed < 20; seed++) {
            var history = Table.run(new Auto(), EPOCHS, exponential(seed), Table.fidelity(1, 6 * EPOCHS));
            assertThat(history.fidelitySpent()).isBetween(6.0 * EPOCHS, 6.5 * EPOCHS);
            assertThat(history.completed()).isNotEmpty();
        }
    }

    @Test
    void whereWorkIsScarceTrialsBeginWithWholeEpochs() {
        for (int epochs : new int[] {3, 10, 27, 52, 100}) {
            var history = Table.run(new Auto(), epochs, exponential(1), Table.fidelity(1, 6 * epochs));
            var ends = history.trials().stream()
                    .map(trial -> trial.curve().reached())
                    .distinct()
                    .toList();
            assertThat(ends).hasSizeGreaterThan(1).allMatch(end -> end == Math.rint(end));
            assertThat(history.trials()).allMatch(trial -> trial.curve().reached() >= Math.floor(epochs / 16.0));
        }
    }

    @Test
    void itSaysWhatItChoseAndWhy() {
        assertThat(why(Fidelity.WHOLE, Means.ENDLESS)).contains("no parts");
        assertThat(why(Fidelity.epochs(50), Means.ENDLESS)).contains("the best quarter goes on");
        var trials =
                new Means(OptionalDouble.of(1), OptionalDouble.empty(), 1, OptionalInt.of(30), OptionalDouble.empty());
        assertThat(why(Fidelity.epochs(50), trials)).contains("only their number is limited");
        var clock =
                new Means(OptionalDouble.of(1), OptionalDouble.of(600), 1, OptionalInt.of(30), OptionalDouble.empty());
        assertThat(why(Fidelity.epochs(50), clock)).contains("the best quarter goes on");
    }

    private static String why(Fidelity fidelity, Means means) {
        var problem = new Problem(Table.SPACE, List.of(Objective.minimize("loss")), List.of(), fidelity);
        return new Auto().why(new Scheduler.Situation(problem, History.EMPTY, means));
    }
}
