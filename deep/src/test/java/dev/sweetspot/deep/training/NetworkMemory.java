package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Lstm;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Adam;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The highest resident memory of a training above that of the process before it, and what was predicted, in a process of its
 * own for each: {@code NetworkMemory KIND BATCH PRECISION}. The heap must be of one size and touched before
 * ({@code -Xms256m -Xmx256m -XX:+AlwaysPreTouch}): what Java leaves of it untouched would count otherwise.
 */
final class NetworkMemory {
    private static final int STEPS = 6;

    private NetworkMemory() {}

    public static void main(String[] arguments) throws Exception {
        var network = network(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        var precision = Precision.valueOf(arguments[2]);
        Native.useThreads(2);
        train(new Network(new Shape.Row(4), List.of(new Dense(2))), 2, precision);
        System.gc();
        long idle = status("VmRSS");
        train(network, batch, precision);
        long measured = (status("VmHWM") - idle) * 1024;
        long predicted = network.trainingBytes(
                batch, new Adam().slots(), precision.type().bytes());
        System.out.printf(
                Locale.ROOT,
                "%s %d %s measured %.1f MB predicted %.1f MB ratio %.3f%n",
                arguments[0],
                batch,
                precision,
                measured / 1e6,
                predicted / 1e6,
                predicted / (double) measured);
    }

    private static void train(Network network, int batch, Precision precision) throws InterruptedException {
        var recipe = new Recipe(
                new CrossEntropy(), new Adam(), new Rate(1e-3, 0, new Constant()), new Regularization(0), batch);
        int size = 4 * batch;
        var setting = new Training.Setting(
                new Zeros(network.input(), network.outputs()),
                IntStream.range(0, size).toArray(),
                2,
                precision);
        try (var training = new Training(network, recipe, setting, 1, 100, Optional.empty())) {
            for (int done = 0; done < STEPS; ) {
                done += training.advance(STEPS - done, Long.MAX_VALUE).steps();
            }
        }
    }

    private static long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    static Network network(String kind) {
        var relu = new Activation(ActivationFunction.RELU);
        var layers = new ArrayList<Layer>();
        switch (kind) {
            case "mlp" -> {
                layers.addAll(List.of(new Flatten(), new Dense(256), relu, new Dense(128), relu, new Dense(10)));
                return new Network(new Shape.Image(28, 28, 1), layers);
            }
            case "lstm" -> {
                return new Network(new Shape.Sequence(50, 8), List.of(new Lstm(64, false, false), new Dense(10)));
            }
            case "lstm2" -> {
                return new Network(
                        new Shape.Sequence(200, 16),
                        List.of(new Lstm(128, false, true), new Lstm(128, false, false), new Dense(10)));
            }
            case "cnn", "wide" -> {
                for (int filters : new int[] {32, 64, 128}) {
                    layers.addAll(List.of(new Convolution(filters, 3, true), new BatchNorm(), relu, new MaxPool(2)));
                }
                layers.addAll(List.of(new Flatten(), new Dense(10)));
            }
            default -> {
                layers.addAll(List.of(new Convolution(32, 3, false), new BatchNorm(), relu));
                layers.addAll(List.of(block(32, 1), relu, block(64, 2), relu, block(128, 2), relu));
                layers.addAll(List.of(new GlobalAverage(), new Dense(10)));
            }
        }
        return new Network(kind.equals("wide") ? new Shape.Image(16, 64, 3) : new Shape.Image(32, 32, 3), layers);
    }

    private static Residual block(int filters, int stride) {
        var body = List.<Layer>of(
                new Convolution(filters, 3, stride, 1, 1, false),
                new BatchNorm(),
                new Activation(ActivationFunction.RELU),
                new Convolution(filters, 3, false),
                new BatchNorm());
        return new Residual(
                body,
                stride == 1 ? List.of() : List.of(new Convolution(filters, 1, stride, 0, 1, false), new BatchNorm()));
    }

    /** Examples that are all 0: their memory is that of any. */
    private record Zeros(Shape shape, int classes) implements Examples {
        @Override
        public Targets targets() {
            return new Targets.Classes(classes);
        }

        @Override
        public int classOf(int example) {
            return example % classes;
        }

        @Override
        public Writer writer(ElementType type) {
            return new Writer() {
                @Override
                public void fill(Batch batch, int[] examples, RandomGenerator random) {
                    for (int i = 0; i < examples.length; i++) {
                        batch.classes().put(i, classOf(examples[i]));
                    }
                    fill(batch, examples);
                }

                @Override
                public void fill(Batch batch, int[] examples) {
                    batch.inputs().put(new byte[batch.inputs().remaining()]);
                    batch.inputs().rewind();
                }
            };
        }
    }
}
