package dev.sweetspot.deep.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
    private static final Shape IMAGE = new Shape.Image(8, 6, 4);
    private static final Shape SEQUENCE = new Shape.Sequence(10, 4);
    private static final Shape ROW = new Shape.Row(24);

    static List<Layer> everyKind() {
        return List.of(
                new Activation(ActivationFunction.MISH),
                new AdaptiveAverage(7),
                new Average(List.of(List.of(new Dense(3)), List.of(new Dropout(0.5), new Dense(3))), Readout.SIGMOID),
                new AveragePool(2),
                new BatchNorm(),
                new ChannelScale(1e-6),
                new Convolution(8, 4, 2, 1, 4, false),
                new Dense(3),
                new Dropout(0.25),
                new Enlarge(2),
                new Flatten(),
                new Gate(List.of(new GlobalAverage(), new Dense(4))),
                new GlobalAverage(),
                new GlobalMax(),
                new GroupNorm(2),
                new Gru(5, true, false),
                new LayerNorm(),
                new LeakyRelu(0.2),
                new Lstm(5, false, true),
                new MaxPool(3, 2, 1),
                new Noise(0.1),
                new Repeat(6),
                new Reshape(2, 3, 4),
                new Residual(List.of(new Dense(4)), List.of(), 0.2),
                new SequenceConvolution(6, 5, 2, 0, 1, true),
                new SpatialDropout(0.5),
                new SpectralNorm(new Dense(3)),
                new TransposedConvolution(2, 4, 2, 1, false));
    }

    @Test
    void everyInstalledKindIsTriedHere() {
        assertThat(everyKind().stream().map(Layer::kind))
                .containsExactlyElementsOf(
                        Layers.kinds().stream().map(Kind::name).toList());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenIsReadBack(Layer layer) {
        assertThat(Layers.fromForm(Json.parse(Json.write(Layers.toForm(layer)), "t")))
                .isEqualTo(layer);
    }

    @Test
    void filesOfBeforeAreReadAsTheyWereMeant() {
        assertThat(Layers.fromForm(Json.parse("{\"layer\": \"convolution\", \"filters\": 8, \"size\": 5}", "t")))
                .isEqualTo(new Convolution(8, 5, 1, 2, 1, true));
        assertThat(Layers.fromForm(Json.parse("{\"layer\": \"max_pool\", \"size\": 2}", "t")))
                .isEqualTo(new MaxPool(2));
        assertThatThrownBy(() -> Layers.fromForm(Json.parse("{\"layer\": \"desne\"}", "t")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dense");
    }

    @Test
    void shapesFollowTheirRules() {
        assertThat(new Convolution(8, 3, 2, 1, 1, true).after(IMAGE)).isEqualTo(new Shape.Image(4, 3, 8));
        assertThat(new TransposedConvolution(2, 4, 2, 1, true).after(IMAGE)).isEqualTo(new Shape.Image(16, 12, 2));
        assertThat(new Enlarge(3).after(IMAGE)).isEqualTo(new Shape.Image(24, 18, 4));
        assertThat(new MaxPool(3, 2, 1).after(IMAGE)).isEqualTo(new Shape.Image(4, 3, 4));
        assertThat(new MaxPool(3).after(SEQUENCE)).isEqualTo(new Shape.Sequence(3, 4));
        assertThat(new SequenceConvolution(6, 5, 2, 0, 1, true).after(SEQUENCE)).isEqualTo(new Shape.Sequence(3, 6));
        assertThat(new Lstm(5, true, true).after(SEQUENCE)).isEqualTo(new Shape.Sequence(10, 10));
        assertThat(new Gru(5, false, false).after(SEQUENCE)).isEqualTo(new Shape.Row(5));
        assertThat(new Dense(7).after(SEQUENCE)).isEqualTo(new Shape.Sequence(10, 7));
        assertThat(new Reshape(2, 3, 4).after(ROW)).isEqualTo(new Shape.Image(2, 3, 4));
        assertThat(new Repeat(6).after(ROW)).isEqualTo(new Shape.Sequence(6, 24));
        assertThat(new Flatten().after(SEQUENCE)).isEqualTo(new Shape.Row(40));
    }

    @Test
    void weightsHaveTheFansOfTheirSums() {
        // Each output sums 2 x 3 x 3 inputs of its group; each input goes to 4 filters of its group at 3 x 3 places.
        assertThat(new Convolution(8, 3, 1, 1, 2, false).weights(IMAGE).get(0).fans())
                .isEqualTo(new Weight.Fans(18, 36, 1));
        assertThat(new Lstm(5, true, false)
                        .weights(SEQUENCE).stream().mapToLong(Weight::size).sum())
                .isEqualTo(2 * (20 * 4 + 20 * 5 + 20 + 20));
        // The forget gate, the second of four, begins open.
        assertThat(new Lstm(5, false, false).weights(SEQUENCE).get(2).firsts()).containsExactly(0.0, 1.0, 0.0, 0.0);
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> new Lstm(5, false, false).after(ROW)).hasMessageContaining("lstm = a row of 24");
        assertThatThrownBy(() -> new Convolution(3, 3, 1, 1, 3, true).after(IMAGE))
                .hasMessageContaining("groups");
        assertThatThrownBy(() -> new GroupNorm(3).after(IMAGE)).hasMessageContaining("groups");
        assertThatThrownBy(() -> new Reshape(2, 2, 2).after(ROW)).hasMessageContaining("a row of 8");
        assertThatThrownBy(() -> new Repeat(4).after(SEQUENCE)).hasMessageContaining("needs a row of numbers");
        assertThatThrownBy(() -> new MaxPool(3, 2, 0).after(SEQUENCE)).hasMessageContaining("for images");
        assertThatThrownBy(() -> new Convolution(4, 4, true)).hasMessageContaining("odd");
        assertThatThrownBy(() -> new Gate(List.of(new GlobalAverage(), new Dense(3))).after(IMAGE))
                .hasMessageContaining("one number a channel");
        assertThatThrownBy(() -> new Residual(
                                List.of(new Convolution(4, 3, true), new Convolution(5, 3, 2, 1, 1, true)), List.of())
                        .after(IMAGE))
                .hasMessageContaining("an image of 4 x 3 x 5 by its body and an image of 8 x 6 x 4 by its shortcut");
        assertThatThrownBy(
                        () -> new Residual(List.of(new Convolution(4, 3, true), new Dense(4)), List.of()).after(IMAGE))
                .hasMessageStartingWith("body 2 (dense)");
    }
}
