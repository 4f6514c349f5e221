package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.AdamW;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Images a second of the reference CNN (three blocks of 32, 64 and 128 filters, batch normalisation, ReLU, max pooling;
 * 10,000 images of 32 x 32 x 3, SGD with momentum) through the real loop, loading and augmentation included. With
 * a path, over those images, reading and decoding included; with a number, resident memory over so many trainings. Docs: docs/benchmarks.md.
 */
final class TrainingSpeed {
    private static final int IMAGES = 10_000;

    private TrainingSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        var precision = Precision.valueOf(arguments[2]);
        if (arguments.length > 3 && Files.exists(Path.of(arguments[3]))) {
            decoded(Path.of(arguments[3]), threads, batch, precision);
            return;
        }
        if (arguments.length > 3) {
            memory(Integer.parseInt(arguments[3]));
            return;
        }
        var random = new SplittableRandom(1);
        var builder = new ImageSetBuilder(IMAGES, new ImageShape(32, 32, 3), Depth.U8);
        for (int i = 0; i < IMAGES; i++) {
            var samples = new byte[3072];
            random.nextBytes(samples);
            builder.put(i, samples);
        }
        var labels = IntStream.range(0, IMAGES).map(i -> i % 10).toArray();
        var names = IntStream.range(0, IMAGES)
                .mapToObj(i -> String.format("%06d", i))
                .toList();
        var classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        var set = builder.build(labels, classes, names);
        var all = IntStream.range(0, IMAGES).toArray();
        var setting = new Training.Setting(augmented(set, all), all, threads, precision);
        var recipe = recipe(batch);
        try (var training = new Training(network(), recipe, setting, 1, 1000, Optional.empty())) {
            training.advance(40, Long.MAX_VALUE);
            var rates = new double[8];
            for (int w = 0; w < rates.length; w++) {
                int steps = Math.max(10, 6400 / batch);
                long begin = System.nanoTime();
                for (int done = 0; done < steps; ) {
                    done += training.advance(steps - done, Long.MAX_VALUE).steps();
                }
                rates[w] = steps * (double) batch / ((System.nanoTime() - begin) / 1e9);
            }
            Arrays.sort(rates);
            System.out.printf(
                    Locale.ROOT,
                    "cnn,%d %s, %d threads: best %.0f images/s, median %.0f, min %.0f%n",
                    batch,
                    precision,
                    threads,
                    rates[7],
                    (rates[3] + rates[4]) / 2,
                    rates[0]);
        }
    }

    /** Whole epochs over real images: reading and decoding them once is part of the time. */
    private static void decoded(Path data, int threads, int batch, Precision precision) throws Exception {
        int epochs = 2;
        long begin = System.nanoTime();
        var loaded = DataSets.load(data, LoadOptions.automatic(threads));
        var images = loaded.set();
        var training = IntStream.range(0, images.size())
                .filter(i -> loaded.given().partOf(i).orElse(Part.TRAINING) == Part.TRAINING)
                .toArray();
        double reading = (System.nanoTime() - begin) / 1e9;
        var setting = new Training.Setting(augmented(images, training), training, threads, precision);
        var recipe = recipe(batch);
        try (var running = new Training(network(), recipe, setting, 1, epochs, Optional.empty())) {
            while (!running.finished()) {
                running.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
        }
        double all = (System.nanoTime() - begin) / 1e9;
        double seen = (double) epochs * training.length;
        System.out.printf(
                Locale.ROOT,
                "cnn,%d %s, %d threads, %d epochs of %d images: %.0f images/s with reading (%.1f of %.1f s), %.0f without%n",
                batch,
                precision,
                threads,
                epochs,
                training.length,
                seen / all,
                reading,
                all,
                seen / (all - reading));
    }

    private static ImageExamples augmented(ImageSet set, int[] training) {
        return new ImageExamples(set, ChannelStatistics.of(set, training))
                .with(Augmentations.of(new Flip(Flip.Direction.HORIZONTAL), new Crop(4)));
    }

    static Recipe recipe(int batch) {
        return new Recipe(
                new CrossEntropy(0),
                new Sgd(0.9, false),
                new Rate(0.01, 0, new Constant()),
                Regularization.NONE,
                batch);
    }

    static Network network() {
        var layers = new ArrayList<Layer>();
        for (int filters : new int[] {32, 64, 128}) {
            layers.addAll(List.of(
                    new Convolution(filters, 3, true),
                    new BatchNorm(),
                    new Activation(ActivationFunction.RELU),
                    new MaxPool(2)));
        }
        layers.add(new Flatten());
        layers.add(new Dense(10));
        return new Network(new Shape.Image(32, 32, 3), layers);
    }

    private static void memory(int trainings) throws Exception {
        var set = Squares.images(400, 12);
        for (int i = 1; i <= trainings; i++) {
            try (var training = new Training(
                    Squares.cnn(12, 8, 16 + i % 7),
                    Squares.recipe(new AdamW(), 1e-3),
                    Squares.setting(set, 1, Precision.automatic()),
                    i,
                    2,
                    Optional.empty())) {
                training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
                training.predict(new int[] {1, 2, 3});
            }
            if (i == 50 || i % 100 == 0) {
                var status = Files.readAllLines(Path.of("/proc/self/status"));
                System.out.println(i + " trainings: "
                        + status.stream()
                                .filter(line -> line.startsWith("VmRSS"))
                                .findFirst()
                                .orElse("?"));
            }
        }
    }
}
