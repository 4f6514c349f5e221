package dev.sweetspot.benchmarks.speed;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Gru;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Lstm;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The networks that are measured: small ones, such as tutorials have. */
enum Sketch {
    /** Three blocks of a 3 x 3 convolution (32, 64, 128 filters), batch normalisation, ReLU and pooling by 2. */
    CNN(Kind.IMAGES, 6400) {
        @Override
        List<Layer> layers(int outputs) {
            var layers = new ArrayList<Layer>();
            for (int filters : new int[] {32, 64, 128}) {
                layers.addAll(List.of(new Convolution(filters, 3, true), new BatchNorm(), relu(), new MaxPool(2)));
            }
            layers.addAll(List.of(new Flatten(), new Dense(outputs)));
            return layers;
        }
    },
    /** A convolution of 32 filters and three residual blocks of 32, 64 and 128. */
    RESNET(Kind.IMAGES, 2048) {
        @Override
        List<Layer> layers(int outputs) {
            return List.of(
                    new Convolution(32, 3, false),
                    new BatchNorm(),
                    relu(),
                    block(32, 1),
                    relu(),
                    block(64, 2),
                    relu(),
                    block(128, 2),
                    relu(),
                    new GlobalAverage(),
                    new Dense(outputs));
        }
    },
    /** Hidden layers of 256 and 128 units with ReLU. */
    MLP(Kind.ROWS, 16_000) {
        @Override
        List<Layer> layers(int outputs) {
            return List.of(new Dense(256), relu(), new Dense(128), relu(), new Dense(outputs));
        }
    },
    /** 64 units whose last state is read. */
    LSTM(Kind.SERIES, 1920) {
        @Override
        List<Layer> layers(int outputs) {
            return List.of(new Lstm(64, false, false), new Dense(outputs));
        }
    },
    /** The same with gated recurrent units. */
    GRU(Kind.SERIES, 1920) {
        @Override
        List<Layer> layers(int outputs) {
            return List.of(new Gru(64, false, false), new Dense(outputs));
        }
    };

    /** What a network learns from. */
    enum Kind {
        IMAGES,
        ROWS,
        SERIES
    }

    private final Kind kind;
    private final int examplesOfAWindow;

    Sketch(Kind kind, int examplesOfAWindow) {
        this.kind = kind;
        this.examplesOfAWindow = examplesOfAWindow;
    }

    static Sketch named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "network",
                        word,
                        "is not known",
                        DidYouMean.maybe(
                                word, Arrays.stream(values()).map(Sketch::word).toList())));
    }

    /** As commands write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it learns from. */
    Kind kind() {
        return kind;
    }

    /** Steps between two looks at the clock. */
    int stepsOfAWindow(int batch) {
        return Math.max(8, examplesOfAWindow / batch);
    }

    /** Made for examples of a shape. */
    Network network(Shape input, int outputs) {
        return new Network(input, layers(outputs));
    }

    abstract List<Layer> layers(int outputs);

    private static Activation relu() {
        return new Activation(ActivationFunction.RELU);
    }

    private static Residual block(int filters, int stride) {
        var body = List.<Layer>of(
                new Convolution(filters, 3, stride, 1, 1, false),
                new BatchNorm(),
                relu(),
                new Convolution(filters, 3, false),
                new BatchNorm());
        return new Residual(
                body,
                stride == 1 ? List.of() : List.of(new Convolution(filters, 1, stride, 0, 1, false), new BatchNorm()));
    }
}
