package dev.sweetspot.samplers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is to be expected of every sampler that learns from earlier trials where the good ones lie, on spaces of every kind. */
public abstract class LearningSamplerTest {
    /** So many searches beside as many by chance. */
    protected static final int PAIRS = 24;

    /** Chance wins that often once in a hundred times. */
    protected static final int WINS = 18;

    /** With its default settings. */
    protected abstract Sampler sampler();

    @Test
    void itBeatsRandomSearchOnAMixedSpace() {
        var problem = Searches.problem(Landscapes.mixed());

        assertThat(Searches.winsOverRandom(
                        sampler(),
                        problem,
                        50,
                        PAIRS,
                        history -> Searches.best(history, problem),
                        Searches.losing(Landscapes::bowl)))
                .isGreaterThanOrEqualTo(WINS);
    }

    @Test
    void itDominatesMoreVolumeThanRandomSearchWithTwoObjectives() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var z = Parameter.real("z", 0, 1);
        var problem = new Problem(
                SearchSpace.of(x, y, z),
                List.of(Objective.minimize("first"), Objective.maximize("second")),
                List.of(),
                Fidelity.WHOLE);

        assertThat(Searches.winsOverRandom(
                        sampler(),
                        problem,
                        60,
                        PAIRS,
                        history -> -Hypervolume.of(
                                history.completed()
                                        .map(trial -> new double[] {
                                            trial.value("first").orElseThrow(),
                                            -trial.value("second").orElseThrow()
                                        })
                                        .toArray(double[][]::new),
                                new double[] {1, 3}),
                        at -> {
                            double distance = 3 * at.get(y) + 3 * Math.abs(at.get(z) - 0.4);
                            return new Outcome.Completed(Measurements.of("first", at.get(x))
                                    .and("second", -(1 - Math.sqrt(at.get(x)) + distance)));
                        }))
                .isGreaterThanOrEqualTo(WINS);
    }

    @Test
    void itFindsBetterConfigurationsWithinALimitThanRandomSearch() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var memory = new Constraint("memory", Constraint.Bound.AT_MOST, 0.5, Constraint.Known.AFTER);
        var problem =
                new Problem(SearchSpace.of(x, y), List.of(Objective.minimize("loss")), List.of(memory), Fidelity.WHOLE);

        assertThat(Searches.winsOverRandom(
                        sampler(), problem, 50, PAIRS, history -> Searches.best(history, problem), at -> {
                            var values = Measurements.of("loss", 2 - at.get(x) - at.get(y))
                                    .and("memory", at.get(x) * at.get(y));
                            return memory.keeps(at.get(x) * at.get(y))
                                    ? new Outcome.Completed(values)
                                    : new Outcome.OverLimit("memory", at.get(x) * at.get(y), values);
                        }))
                .isGreaterThanOrEqualTo(WINS);
    }

    @Test
    void itAvoidsWhereTrialsFail() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var problem = Searches.problem(SearchSpace.of(x, y));
        long failed = 0;
        for (int seed = 0; seed < 10; seed++) {
            failed += Searches.run(
                            sampler(),
                            problem,
                            60,
                            seed,
                            at -> at.get(x) > 0.5
                                    ? new Outcome.Failed(Outcome.Cause.OUT_OF_MEMORY, "too large")
                                    : new Outcome.Completed(Measurements.of("loss", Math.abs(at.get(y) - 0.4))))
                    .finished()
                    .filter(trial -> trial.outcome().orElseThrow() instanceof Outcome.Failed)
                    .count();
        }

        // The loss says nothing about x. Random search fails in 300 of 600 trials, below 240 once in a million times.
        assertThat(failed).isLessThan(240);
    }

    @Test
    void runningTrialsKeepTheNextOnesAway() {
        var x = Parameter.real("x", 0, 1);
        var problem = Searches.problem(SearchSpace.of(x));
        var history = Searches.run(sampler(), problem, 20, 5, Searches.losing(at -> Math.abs(at.get(x) - 0.5)));
        double apart = 0;
        double together = 0;
        for (int seed = 0; seed < 50; seed++) {
            double first = next(problem, history, seed).get(x);
            var running = history.and(SampleEvents.started(20, Configuration.of(Map.of("x", first))))
                    .and(SampleEvents.started(21, Configuration.of(Map.of("x", first))))
                    .and(SampleEvents.started(22, Configuration.of(Map.of("x", first))));
            apart += Math.abs(next(problem, running, 1_000 + seed).get(x) - first);
            together += Math.abs(next(problem, history, 1_000 + seed).get(x) - first);
        }

        assertThat(apart).isGreaterThan(together);
    }

    private Configuration next(Problem problem, History history, long seed) {
        var question = new Question(problem, history, Means.ENDLESS, new Memory());
        return ((Proposal.Suggested) sampler().suggest(question, new SplittableRandom(seed))).configuration();
    }

    @Test
    void trialsThatWereStoppedEarlyComeAfterThoseThatWentOn() {
        var x = Parameter.real("x", 0, 1);
        var problem =
                new Problem(SearchSpace.of(x), List.of(Objective.minimize("loss")), List.of(), Fidelity.epochs(9));
        var history = History.EMPTY;
        for (int n = 0; n < 30; n++) {
            // On the left they reach the end with a loss of 1, on the right they are stopped with less, but early.
            boolean left = n % 2 == 0;
            double at = left ? 0.1 + 0.001 * n : 0.9 - 0.001 * n;
            history = history.and(SampleEvents.started(n, Configuration.of(Map.of("x", at))))
                    .and(SampleEvents.reported(n, left ? 9 : 1, "loss", left ? 1 : 0.5))
                    .and(new Event.Finished(
                            n,
                            SampleEvents.NOON,
                            left
                                    ? new Outcome.Completed(Measurements.of("loss", 1))
                                    : new Outcome.StoppedEarly(Measurements.of("loss", 0.5), "worse"),
                            1));
        }
        int onTheLeft = 0;
        for (int seed = 0; seed < 40; seed++) {
            onTheLeft += next(problem, history, seed).get(x) < 0.5 ? 1 : 0;
        }

        // By their last losses alone all would be on the right.
        assertThat(onTheLeft).isGreaterThan(30);
    }

    @Test
    void aConstantObjectiveInfinitiesAndFailuresDoNotStopIt() {
        var endings = List.<Searches.Ending>of(
                Searches.losing(at -> 1),
                Searches.losing(at -> Double.NaN),
                Searches.losing(at -> Double.POSITIVE_INFINITY),
                Searches.losing(at -> at.hashCode() % 2 == 0 ? Double.NEGATIVE_INFINITY : 1e308),
                at -> new Outcome.Failed(Outcome.Cause.ERROR, "always"));
        for (var ending : endings) {
            var history = Searches.run(sampler(), Searches.problem(Landscapes.tree()), 40, 1, ending);

            assertThat(history.size()).isEqualTo(40);
            assertThat(history.trials())
                    .allMatch(trial -> Encoding.of(Landscapes.tree()).feasible(trial.configuration()));
        }
    }

    @Test
    void itBeginsWithTheDefaults() {
        var problem = Searches.problem(Landscapes.mixed());

        assertThat(next(problem, History.EMPTY, 1))
                .isEqualTo(Encoding.of(Landscapes.mixed()).defaults().orElseThrow());
    }

    @Test
    void memoryDoesNotChangeTheAnswer() {
        var problem = Searches.problem(Landscapes.mixed());
        var history = Searches.run(sampler(), problem, 40, 3, Searches.losing(Landscapes::bowl));
        var memory = new Memory();
        sampler().suggest(new Question(problem, history, Means.ENDLESS, memory), new SplittableRandom(1));
        var warm = sampler().suggest(new Question(problem, history, Means.ENDLESS, memory), new SplittableRandom(2));

        assertThat(sampler().suggest(new Question(problem, history, Means.ENDLESS), new SplittableRandom(2)))
                .isEqualTo(warm);
    }
}
