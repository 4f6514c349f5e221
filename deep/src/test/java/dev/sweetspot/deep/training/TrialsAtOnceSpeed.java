package dev.sweetspot.deep.training;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Flip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Images a second of all trainings together when the cores are divided among them: one thread each, two each, or all for one,
 * in turns within one run, with the reference network of {@link TrainingSpeed}. Arguments: cores, batch size, precision, rounds.
 * Docs: docs/benchmarks.md.
 */
final class TrialsAtOnceSpeed {
    private static final double SECONDS = 4;

    private TrialsAtOnceSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int cores = Integer.parseInt(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        var precision = Precision.valueOf(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        var set = RandomImages.of(10_000, new ImageShape(32, 32, 3), Depth.U8, 10);
        var ways = IntStream.of(1, 2, cores).distinct().toArray();
        var rates = new double[ways.length][rounds];
        var pool = Executors.newFixedThreadPool(cores);
        try {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < ways.length; i++) {
                    rates[i][round] = total(pool, set, cores / ways[i], ways[i], batch, precision);
                }
            }
        } finally {
            pool.shutdown();
        }
        System.out.printf(
                Locale.ROOT,
                "batch %d, %s, load %s%n",
                batch,
                precision,
                Files.readString(Path.of("/proc/loadavg")).strip());
        for (int i = 0; i < ways.length; i++) {
            var own = rates[i];
            var ratios = IntStream.range(0, rounds)
                    .mapToDouble(round -> own[round] / rates[ways.length - 1][round])
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%d at once with %d threads: median %.0f images/s in all, ratio to one with %d: median %.2f, from %.2f to %.2f%n",
                    cores / ways[i],
                    ways[i],
                    Arrays.stream(own).sorted().toArray()[rounds / 2],
                    cores,
                    ratios[rounds / 2],
                    ratios[0],
                    ratios[rounds - 1]);
        }
    }

    private static double total(
            ExecutorService pool, ImageSet set, int trainings, int threads, int batch, Precision precision)
            throws Exception {
        var running = new ArrayList<Callable<Double>>();
        for (int i = 0; i < trainings; i++) {
            int seed = i;
            running.add(() -> rate(set, seed, threads, batch, precision));
        }
        double sum = 0;
        for (var one : pool.invokeAll(running)) {
            sum += one.get();
        }
        return sum;
    }

    private static double rate(ImageSet set, int seed, int threads, int batch, Precision precision) throws Exception {
        var examples = new ImageExamples(set, RandomImages.statistics(set))
                .with(Augmentations.of(new Flip(Flip.Direction.HORIZONTAL), new Crop(4)));
        var setting =
                new Training.Setting(examples, IntStream.range(0, set.size()).toArray(), threads, precision);
        try (var training = new Training(
                TrainingSpeed.network(), TrainingSpeed.recipe(batch), setting, seed, 1000, Optional.empty())) {
            steps(training, SECONDS / 2);
            long begin = System.nanoTime();
            long steps = steps(training, SECONDS);
            return steps * (double) batch / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long steps(Training training, double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long steps = 0;
        while (System.nanoTime() < end) {
            steps += training.advance(Integer.MAX_VALUE, end).steps();
        }
        return steps;
    }
}
