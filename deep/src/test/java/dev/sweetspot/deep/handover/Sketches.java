package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.AdaptiveAverage;
import dev.sweetspot.deep.network.layer.Average;
import dev.sweetspot.deep.network.layer.AveragePool;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.ChannelScale;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Enlarge;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Gate;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.GlobalMax;
import dev.sweetspot.deep.network.layer.GroupNorm;
import dev.sweetspot.deep.network.layer.Gru;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.LayerNorm;
import dev.sweetspot.deep.network.layer.LeakyRelu;
import dev.sweetspot.deep.network.layer.Lstm;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Noise;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.network.layer.Repeat;
import dev.sweetspot.deep.network.layer.Reshape;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.SequenceConvolution;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.SpatialDropout;
import dev.sweetspot.deep.network.layer.TransposedConvolution;
import dev.sweetspot.study.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small networks in which every layer occurs, with weights at random. */
final class Sketches {
    private static final int CLASSES = 3;

    private Sketches() {}

    /** A network with a name for the test's report. */
    record Sketch(String name, Network network) {
        @Override
        public String toString() {
            return name;
        }

        Blueprint blueprint() {
            return new Blueprint(
                    network, state(), intake(), new ClassAnswer(List.of("a \"quoted\" one", "größer", "c")));
        }

        private Intake intake() {
            if (network.input() instanceof Shape.Sequence sequence) {
                return new SequenceIntake(sequence, row(sequence.channels(), 0.01f), row(sequence.channels(), -1f));
            }
            if (network.input() instanceof Shape.Row) {
                return new RowIntake(
                        row(network.input().size(), 0.01f), row(network.input().size(), -1f));
            }
            var image = (Shape.Image) network.input();
            return new ImageIntake(image, 255, row(image.channels(), 0.02f), row(image.channels(), -2.5f));
        }

        private static List<Float> row(int size, float first) {
            return IntStream.range(0, size)
                    .mapToObj(i -> first * (1 + 0.1f * i))
                    .toList();
        }

        /** Numbers of a trained network's size; variances above 0. */
        private Module.State state() {
            var random = Seeds.generator(5);
            var weights = Weights.initial(network, Seeds.generator(3));
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (float) (0.2 * random.nextGaussian());
            }
            var statistics = new float[Weights.statisticsCount(network)];
            for (int i = 0; i < statistics.length; i++) {
                statistics[i] = 0.5f + random.nextFloat();
            }
            return new Module.State(weights, statistics);
        }
    }

    private static Sketch sketch(String name, Shape in, Layer... layers) {
        var all = new ArrayList<>(Arrays.asList(layers));
        if (!(new Network(in, all).output() instanceof Shape.Row)) {
            all.add(new Flatten());
        }
        all.add(new Dense(CLASSES));
        return new Sketch(name, new Network(in, all));
    }

    private static Sketch images(String name, int side, int channels, Layer... layers) {
        return sketch(name, new Shape.Image(side, side + 1, channels), layers);
    }

    private static Sketch sequences(String name, Layer... layers) {
        return sketch(name, new Shape.Sequence(7, 3), layers);
    }

    private static Layer relu() {
        return new Activation(ActivationFunction.RELU);
    }

    static List<Sketch> all() {
        var sketches = new ArrayList<Sketch>();
        for (var function : ActivationFunction.values()) {
            sketches.add(images(function.word(), 5, 2, new Convolution(4, 3, true), new Activation(function)));
        }
        sketches.addAll(List.of(
                images("flatten and dense", 3, 3, new Flatten(), new Dense(5), new BatchNorm(), new Dropout(0.3)),
                images("plain", 9, 3, new Convolution(4, 3, false), new BatchNorm(), relu(), new MaxPool(2)),
                images("strided", 9, 1, new Convolution(4, 4, 2, 1, 1, true), relu(), new MaxPool(3)),
                images("depthwise", 6, 4, new Convolution(8, 3, 1, 1, 4, false), new BatchNorm()),
                images("average", 6, 2, new Convolution(4, 5, true), new GlobalAverage()),
                images(
                        "residual",
                        8,
                        2,
                        new Convolution(4, 3, true),
                        new Residual(
                                List.of(
                                        new Convolution(4, 3, false),
                                        new BatchNorm(),
                                        relu(),
                                        new Convolution(4, 3, true)),
                                List.of()),
                        relu(),
                        new Residual(
                                List.of(new Convolution(6, 3, 2, 1, 1, false), new BatchNorm()),
                                List.of(new Convolution(6, 1, 2, 0, 1, true))))));
        sketches.addAll(List.of(
                images("pools", 9, 2, new MaxPool(3, 2, 1), new AveragePool(2), new ChannelScale(0.5)),
                images("leaky relu of a slope", 5, 2, new Convolution(4, 3, true), new LeakyRelu(0.2)),
                images("even tiles", 8, 2, new AdaptiveAverage(3)),
                images("even tiles of a small image", 3, 2, new AdaptiveAverage(5)),
                images("global max", 6, 4, new GroupNorm(2), new GlobalMax()),
                images("layer norm", 5, 4, new LayerNorm(), new Noise(0.1), new SpatialDropout(0.2)),
                images(
                        "gate",
                        6,
                        4,
                        new Gate(List.of(
                                new GlobalAverage(),
                                new Dense(2),
                                relu(),
                                new Dense(4),
                                new Activation(ActivationFunction.SIGMOID)))),
                images(
                        "skips",
                        5,
                        3,
                        new Residual(List.of(new Convolution(3, 3, true), new BatchNorm()), List.of(), 0.3)),
                sketch(
                        "generator",
                        new Shape.Row(6),
                        new Dense(2 * 3 * 4),
                        new GroupNorm(3),
                        new LayerNorm(),
                        new Reshape(2, 3, 4),
                        new TransposedConvolution(3, 4, 2, 1, true),
                        new BatchNorm(),
                        relu(),
                        new Enlarge(2),
                        new TransposedConvolution(2, 3, 1, 0, false)),
                sequences("lstm", new Lstm(5, false, false)),
                sequences("bidirectional lstm", new Lstm(4, true, true), new LayerNorm(), new Lstm(3, true, false)),
                sequences("gru", new Gru(4, false, true), new Dropout(0.1), new Gru(5, false, false)),
                sequences("bidirectional gru", new Gru(4, true, true), new Dense(4), new GlobalMax()),
                sequences(
                        "convolutions over time",
                        new SequenceConvolution(4, 3, 1, 1, 1, false),
                        new BatchNorm(),
                        relu(),
                        new MaxPool(2),
                        new SequenceConvolution(4, 3, 2, 1, 2, true),
                        new GlobalAverage()),
                sketch(
                        "average of probabilities",
                        new Shape.Row(6),
                        new Average(
                                List.of(
                                        List.of(new Dense(5), new BatchNorm(), relu(), new Dense(4)),
                                        List.of(new Dropout(0.1), new Dense(4)),
                                        List.of(new Noise(0.1), new Dense(4))),
                                Readout.SOFTMAX)),
                sketch(
                        "average of shares",
                        new Shape.Row(6),
                        new Average(List.of(List.of(new Dense(4)), List.of(new Dense(4))), Readout.SIGMOID)),
                images(
                        "average of numbers above 0",
                        5,
                        2,
                        new Average(
                                List.of(
                                        List.of(new Convolution(4, 3, true), new GlobalAverage()),
                                        List.of(new Flatten(), new Dense(4))),
                                Readout.EXPONENTIAL)),
                sequences(
                        "average of networks over time",
                        new Average(
                                List.of(
                                        List.of(new Lstm(4, false, false)),
                                        List.of(new SequenceConvolution(4, 3, 1, 1, 1, true), new GlobalAverage())),
                                Readout.IDENTITY)),
                sequences(
                        "written again from its end",
                        new Gru(4, true, false),
                        new Dense(2),
                        new Repeat(7),
                        new Lstm(3, true, true),
                        new Dense(3)),
                sequences("means over time", new AveragePool(2), new ChannelScale(0.1), new BatchNorm()),
                sequences("gate over time", new Gate(List.of(new GlobalMax(), new Dense(3))), new GlobalAverage())));
        return sketches;
    }

    /** The kinds of all layers of all sketches. */
    static List<String> kinds() {
        return all().stream()
                .flatMap(sketch -> sketch.network().layers().stream())
                .flatMap(Sketches::withParts)
                .map(Layer::kind)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static Stream<Layer> withParts(Layer layer) {
        return Stream.concat(
                Stream.of(layer),
                layer.parts().values().stream().flatMap(List::stream).flatMap(Sketches::withParts));
    }
}
