package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many searches side by side.
 *
 * @param runs does one, or finds it
 * @param threads how many at once
 * @param trials of a search
 * @param trainings of a search where trials have parts
 * @param manner in which all are measured; empty for each in that of its problem
 */
record Work(RunFolder runs, int threads, int trials, int trainings, Optional<Challenge.Kind> manner) {
    /** All of them, in the order of problems, searchers and seeds. */
    List<Run> all(List<Challenge> challenges, List<Searcher> searchers, long[] seeds) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var waiting = new ArrayList<Future<Run>>();
            for (var challenge : challenges) {
                int budget = kind(challenge) == Challenge.Kind.FIDELITY ? trainings : trials;
                for (var searcher : searchers) {
                    for (long seed : seeds) {
                        waiting.add(pool.submit(() -> one(challenge, searcher, seed, budget)));
                    }
                }
            }
            var done = new ArrayList<Run>();
            for (var each : waiting) {
                done.add(each.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** What is measured of a challenge. */
    Challenge.Kind kind(Challenge challenge) {
        return manner.orElse(challenge.kind());
    }

    private Run one(Challenge challenge, Searcher searcher, long seed, int budget) {
        long begin = System.nanoTime();
        var run = runs.run(challenge, kind(challenge), searcher, seed, budget);
        System.err.printf(
                "%s %s seed %d: %.1f s%n", challenge.name(), searcher.label(), seed, (System.nanoTime() - begin) / 1e9);
        return run;
    }
}
