package dev.sweetspot.samplers;

import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Whole searches, one trial after the other. */
public final class Searches {
    /** How a trial of a configuration ends. */
    public interface Ending extends Function<Configuration, Outcome> {}

    private Searches() {}

    /** A trial that completes with one loss. */
    public static Ending losing(ToDoubleFunction<Configuration> loss) {
        return configuration -> new Outcome.Completed(Measurements.of("loss", loss.applyAsDouble(configuration)));
    }

    /** All trials of a search; the random numbers follow from the seed. */
    public static History run(Sampler sampler, Problem problem, int trials, long seed, Ending ending) {
        return run(sampler, problem, Knowledge.NONE, trials, seed, ending);
    }

    /** All trials of a search before which something was known. */
    public static History run(
            Sampler sampler, Problem problem, Knowledge knowledge, int trials, long seed, Ending ending) {
        var memory = new Memory();
        var history = History.EMPTY;
        for (int n = 0; n < trials; n++) {
            var question = new Question(problem, history, Means.ENDLESS, knowledge, memory);
            var random = new SplittableRandom(new SplittableRandom(seed * 10_007 + n).nextLong());
            if (!(sampler.suggest(question, random) instanceof Proposal.Suggested suggested)) {
                return history;
            }
            history = history.and(started(n, suggested.configuration(), seed))
                    .and(new Event.Finished(n, SampleEvents.NOON, ending.apply(suggested.configuration()), 1));
        }
        return history;
    }

    private static Event started(int number, Configuration configuration, long seed) {
        var origin =
                new Origin("test", 2L * number, new SplittableRandom(seed * 10_007 + number).nextLong(), List.of());
        return new Event.Started(number, SampleEvents.NOON, configuration, origin, Start.FRESH, 1, "worker", 1);
    }

    /** The lowest loss of the first objective among the trials that completed; infinite when there is none. */
    public static double best(History history, Problem problem) {
        var objective = problem.objectives().get(0);
        return history.best(objective)
                .map(trial -> objective.loss(trial.value(objective.name()).orElseThrow()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * In how many of so many pairs of searches a sampler ends strictly below random search. With 24 pairs, at least 18 wins
     * come by chance to one that is no better once in 90 times, and fail to come to one that wins 19 of 20 pairs once in
     * 40,000.
     *
     * @param ending asked by several threads at once
     */
    public static int winsOverRandom(
            Sampler sampler, Problem problem, int trials, int pairs, ToDoubleFunction<History> score, Ending ending) {
        return count(pairs, seed -> {
            double own = score.applyAsDouble(run(sampler, problem, trials, seed, ending));
            double random = score.applyAsDouble(run(new RandomSearch(), problem, trials, 1_000 + seed, ending));
            return own < random;
        });
    }

    /** For how many of the seeds 0, 1, ... something holds. They share the processors: a search follows from its seed. */
    public static int count(int seeds, IntPredicate holds) {
        return (int) IntStream.range(0, seeds).parallel().filter(holds).count();
    }

    /** One objective, "loss", to be minimised. */
    public static Problem problem(dev.sweetspot.space.SearchSpace space) {
        return Problem.of(space, Objective.minimize("loss"));
    }
}
