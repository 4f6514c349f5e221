package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.StableRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches whose time runs as their trials say: a simulated clock. A trial that is not done when the time is over counts
 * nothing.
 */
final class Timed {
    /** A training of median length is counted in so many parts. */
    private static final int PARTS = 1000;

    private static final int DRAWS = 501;

    private Timed() {}

    /** @param trainings how many of median length the time would be enough for */
    static Run run(Challenge challenge, Searcher searcher, long seed, int trainings) {
        double unit = medianSeconds(challenge);
        double all = trainings * unit;
        var budget = searcher.planning() == Searcher.Planning.BY_THE_CLOCK
                ? new Budget.WallClock(Duration.ofNanos(Math.round(all * 1e9)))
                : new Budget.Planned(new Budget.Trials(trainings));
        var study = Searching.study(challenge, searcher, seed, budget);
        var times = new ArrayList<Integer>();
        var best = new ArrayList<Double>();
        double elapsed = 0;
        int asked = 0;
        long nanos = 0;
        while (elapsed < all) {
            long begin = System.nanoTime();
            var answer = study.ask(new Claim("benchmark", 1, 1, Duration.ofNanos(Math.round(elapsed * 1e9))));
            nanos += System.nanoTime() - begin;
            if (!(answer instanceof Ask.Run run)) {
                break;
            }
            asked++;
            elapsed += tried(challenge, run.trial(), elapsed, unit, all, times, best);
        }
        return new Run(
                challenge.name(),
                searcher.label(),
                seed,
                trainings,
                new Run.Epochs(times, best, trainings * PARTS, PARTS),
                nanos / 1e9 / Math.max(1, asked));
    }

    /** @return the seconds that it took */
    private static double tried(
            Challenge challenge,
            ActiveTrial trial,
            double elapsed,
            double unit,
            double all,
            List<Integer> times,
            List<Double> best) {
        var values = challenge.trial().at(trial.trial().configuration(), trial.target());
        double seconds = values.find(Challenge.SECONDS).orElse(unit);
        trial.complete(values, seconds);
        double loss = challenge.losses(values)[0];
        boolean better = best.isEmpty() || loss < best.get(best.size() - 1);
        if (better && elapsed + seconds <= all && challenge.keepsLimits(values)) {
            best.add(loss);
            times.add((int) Math.ceil((elapsed + seconds) / unit * PARTS));
        }
        return seconds;
    }

    private static double medianSeconds(Challenge challenge) {
        var random = new StableRandom(3);
        var seconds = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            var configuration =
                    Encoding.of(challenge.problem().space()).draw(random).orElseThrow();
            seconds[i] = challenge
                    .trial()
                    .at(configuration, challenge.problem().fidelity().most())
                    .find(Challenge.SECONDS)
                    .orElseThrow(
                            () -> new IllegalArgumentException(challenge.name() + " does not say how long it takes"));
        }
        Arrays.sort(seconds);
        return seconds[DRAWS / 2];
    }
}
