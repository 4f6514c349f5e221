package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.form.Fields;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.workload.TrialFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains one configuration for a moment, several times at once, each by a thread of its own.
 *
 * @param seconds that all measurements together may take
 */
record TrainingProbe(NetworkLearning learner, Configuration standard, double seconds) implements Division.Probe {
    private static final double MANY_EPOCHS = 300;

    @Override
    public double throughput(Division division, double allowed) throws TrialFailure, InterruptedException {
        var pool = Executors.newFixedThreadPool(division.workers());
        try {
            // The first steps compile and choose kernels; they say nothing of the ones after them.
            total(pool, division, allowed / 2);
            return total(pool, division, allowed / 2);
        } finally {
            pool.shutdownNow();
        }
    }

    private double total(ExecutorService pool, Division division, double allowed)
            throws TrialFailure, InterruptedException {
        long end = System.nanoTime() + (long) (allowed * 1e9);
        var running = new ArrayList<Future<Double>>();
        for (int i = 0; i < division.workers(); i++) {
            int seed = i;
            running.add(pool.submit(() -> rate(seed, division.threads(), end)));
        }
        return sum(running);
    }

    private static double sum(List<Future<Double>> running) throws TrialFailure, InterruptedException {
        double sum = 0;
        for (var one : running) {
            try {
                sum += one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TrialFailure failure) {
                    throw failure;
                }
                throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e.getCause());
            }
        }
        return sum;
    }

    private double rate(int seed, int threads, long end) throws TrialFailure, InterruptedException {
        var one = EnsembleParameters.single(standard);
        try (var fitted = learner.fit(one, seed, threads, new Pace(MANY_EPOCHS, end, (done, planned) -> {}))) {
            var record = Fields.of(fitted.record());
            return Math.max(1e-6, record.number("epochs")) * items() / record.number("seconds");
        }
    }

    private int items() {
        return learner.parts().trainingAndValidation().length;
    }

    @Override
    public Speed speed(Division division, double throughput) {
        return new Speed(
                division.workers() / throughput,
                items(),
                learner.split().partition().looks(),
                learner.split().wishedTrials(),
                EnsembleParameters.of(standard));
    }
}
