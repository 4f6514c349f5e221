package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
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
            var image = (Shape.Image) network.input();
            var intake = new ImageIntake(
                    image,
                    255,
                    IntStream.range(0, image.channels())
                            .mapToObj(c -> (float) (1 / (50.0 + c)))
                            .toList(),
                    IntStream.range(0, image.channels())
                            .mapToObj(c -> -2.5f + c)
                            .toList());
            return new Blueprint(network, state(), intake, new ClassAnswer(List.of("a \"quoted\" one", "größer", "c")));
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

    private static Sketch images(String name, int side, int channels, Layer... layers) {
        var all = new ArrayList<>(Arrays.asList(layers));
        var body = new Network(new Shape.Image(side, side + 1, channels), all);
        if (body.output() instanceof Shape.Image) {
            all.add(new Flatten());
        }
        all.add(new Dense(CLASSES));
        return new Sketch(name, new Network(new Shape.Image(side, side + 1, channels), all));
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
