package dev.sweetspot.samplers;

import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/** Whole searches with one sampler, without a store and a clock. */
public final class Runs {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Runs() {}

    /** One trial after the other; what the function gives are the values of objectives and constraints. */
    public static History run(
            Sampler sampler, Problem problem, int trials, long seed, Function<Configuration, Measurements> function) {
        var history = History.EMPTY;
        var memory = new Memory();
        for (int number = 0; number < trials; number++) {
            var question = new Question(problem, history, Means.ENDLESS, memory);
            long own = Seeds.of(seed, number, Seeds.Purpose.SAMPLER);
            if (!(sampler.suggest(question, Seeds.generator(own)) instanceof Proposal.Suggested proposal)) {
                return history;
            }
            history = started(history, sampler, proposal, own);
            history = history.and(completed(number, function.apply(proposal.configuration())));
        }
        return history;
    }

    /** The same with a proposal more, of which the trial runs. */
    public static History started(History history, Sampler sampler, Proposal.Suggested proposal, long seed) {
        var origin = new Origin(sampler.name(), history.version(), seed, proposal.reasons());
        return history.and(new Event.Started(
                history.size(), NOON, proposal.configuration(), origin, Start.FRESH, 1, "worker", 1));
    }

    /** A trial ends with values. */
    public static Event completed(int number, Measurements values) {
        return new Event.Finished(number, NOON, new Outcome.Completed(values), 1);
    }

    /** A trial fails. */
    public static Event failed(int number) {
        return new Event.Finished(number, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "broken"), 1);
    }

    /** The smallest value of the first objective. */
    public static double best(History history, Problem problem) {
        return history.best(problem.objectives().get(0))
                .orElseThrow()
                .value(problem.objectives().get(0).name())
                .orElseThrow();
    }

    /** The dominated volume of all that completed. */
    public static double volume(History history, Problem problem, double... reference) {
        return Hypervolume.of(
                history.completed()
                        .map(trial -> problem.objectives().stream()
                                .mapToDouble(o -> o.loss(trial.value(o.name()).orElse(Double.NaN)))
                                .toArray())
                        .toArray(double[][]::new),
                reference);
    }

    /** How many of so many searches end better than as many random ones, seed by seed; a tie counts half. */
    public static double wins(
            Sampler sampler, Problem problem, int trials, int seeds, Function<Configuration, Measurements> function) {
        double wins = 0;
        for (int seed = 0; seed < seeds; seed++) {
            double own = best(run(sampler, problem, trials, seed, function), problem);
            double other = best(run(new RandomSearch(), problem, trials, seed + 1000L, function), problem);
            wins += own < other ? 1 : own == other ? 0.5 : 0;
        }
        return wins;
    }

    /** The middle one of many numbers. */
    public static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
