package dev.sweetspot.deep.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients against PyTorch's, which layers.py beside layers.txt printed; it says what the numbers are. */
class LayerArithmeticTest {
    private static final Shape IMAGE = new Shape.Image(6, 5, 4);
    private static final Shape SEQUENCE = new Shape.Sequence(6, 4);
    private static final Lengths LENGTHS = new Lengths(6, 3, 1);
    private static final Activation RELU = new Activation(ActivationFunction.RELU);

    private static final Map<String, List<Layer>> IMAGES = Map.ofEntries(
            Map.entry("convolution stride", List.of(new Convolution(6, 3, 2, 1, 1, true))),
            Map.entry("convolution even", List.of(new Convolution(6, 4, 2, 1, 1, false))),
            Map.entry("convolution depthwise", List.of(new Convolution(4, 3, 1, 1, 4, true))),
            Map.entry("convolution groups", List.of(new Convolution(6, 3, 1, 1, 2, true))),
            Map.entry("transposed convolution", List.of(new TransposedConvolution(3, 4, 2, 1, true))),
            Map.entry("enlarge", List.of(new Enlarge(3))),
            Map.entry("average pool", List.of(new AveragePool(2))),
            Map.entry("max pool stride", List.of(new MaxPool(3, 2, 1))),
            Map.entry("global average", List.of(new GlobalAverage())),
            Map.entry("global max", List.of(new GlobalMax())),
            Map.entry("batch norm", List.of(new BatchNorm())),
            Map.entry("layer norm", List.of(new LayerNorm())),
            Map.entry("group norm", List.of(new GroupNorm(2))),
            Map.entry("channel scale", List.of(new ChannelScale(1))),
            Map.entry(
                    "gate",
                    List.of(new Gate(List.of(
                            new GlobalAverage(),
                            new Dense(3),
                            RELU,
                            new Dense(4),
                            new Activation(ActivationFunction.SIGMOID))))),
            Map.entry(
                    "residual",
                    List.of(new Residual(
                            List.of(
                                    RELU,
                                    new Convolution(5, 3, 2, 1, 1, true),
                                    RELU,
                                    new Convolution(5, 3, 1, 1, 1, false)),
                            List.of(new Convolution(5, 1, 2, 0, 1, false))))));

    private static final Map<String, List<Layer>> ROWS = Map.of(
            "dense", List.of(new Dense(4)),
            "batch norm row", List.of(new BatchNorm()),
            "layer norm row", List.of(new LayerNorm()),
            "group norm row", List.of(new GroupNorm(2)));

    private static final Map<String, List<Layer>> SEQUENCES = Map.ofEntries(
            Map.entry("dense sequence", List.of(new Dense(5))),
            Map.entry("sequence convolution", List.of(new SequenceConvolution(5, 3, 2, 1, 1, true))),
            Map.entry("max pool sequence", List.of(new MaxPool(2))),
            Map.entry("average pool sequence", List.of(new AveragePool(2))),
            Map.entry("group norm sequence", List.of(new GroupNorm(2))),
            Map.entry("layer norm sequence", List.of(new LayerNorm())),
            Map.entry("batch norm sequence", List.of(new BatchNorm())),
            Map.entry("global average sequence", List.of(new GlobalAverage())),
            Map.entry("lstm sequence", List.of(new Lstm(3, false, true))),
            Map.entry("lstm", List.of(new Lstm(3, false, false))),
            Map.entry("lstm both sequence", List.of(new Lstm(3, true, true))),
            Map.entry("lstm both", List.of(new Lstm(3, true, false))),
            Map.entry("gru sequence", List.of(new Gru(3, false, true))),
            Map.entry("gru", List.of(new Gru(3, false, false))),
            Map.entry("gru both sequence", List.of(new Gru(3, true, true))),
            Map.entry("gru both", List.of(new Gru(3, true, false))));

    private static final Map<String, List<Layer>> PADDED = Map.ofEntries(
            Map.entry("lstm lengths", List.of(new Lstm(3, false, false))),
            Map.entry("lstm both lengths", List.of(new Lstm(3, true, false))),
            Map.entry("gru lengths", List.of(new Gru(3, false, false))),
            Map.entry("gru both lengths", List.of(new Gru(3, true, false))),
            Map.entry("global average lengths", List.of(new GlobalAverage())),
            Map.entry("global max lengths", List.of(new GlobalMax())),
            Map.entry(
                    "sequence convolution lengths",
                    List.of(new SequenceConvolution(5, 3, 1, 1, 1, true), new GlobalAverage())),
            Map.entry("max pool lengths", List.of(new MaxPool(2), new GlobalMax())),
            Map.entry("group norm lengths", List.of(new GroupNorm(2), new GlobalMax())),
            Map.entry("batch norm lengths", List.of(new BatchNorm(), new GlobalAverage())));

    /** Number i of a tensor of a name, as layers.py has them. */
    private static float number(String name, int i) {
        long seed = name.chars().sum();
        return (float) ((37L * i + 101 * seed) % 97 / 97.0 - 0.5);
    }

    private static float[] numbers(String name, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(name, i);
        }
        return values;
    }

    private static Map<String, double[]> golden(String wanted) {
        try (var stream = LayerArithmeticTest.class.getResourceAsStream("layers.txt")) {
            var text = new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                var parts = line.split(" \\| ", -1);
                if (parts[0].equals(wanted)) {
                    var values = new LinkedHashMap<String, double[]>();
                    for (var part : Arrays.copyOfRange(parts, 1, parts.length)) {
                        var words = part.split(" ", -1);
                        values.put(
                                words[0],
                                Arrays.stream(words)
                                        .skip(1)
                                        .mapToDouble(Double::parseDouble)
                                        .toArray());
                    }
                    return values;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(wanted + " is not in layers.txt");
    }

    static Stream<String> cases() {
        var activations = Arrays.stream(ActivationFunction.values()).map(each -> "activation " + each.word());
        var others = new ArrayList<String>();
        List.of(IMAGES, ROWS, SEQUENCES, PADDED).forEach(map -> others.addAll(map.keySet()));
        return Stream.concat(activations, others.stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndGradientsAreThoseOfPyTorch(String name) {
        if (name.startsWith("activation")) {
            var function = ActivationFunction.valueOf(name.substring(11).toUpperCase(java.util.Locale.ROOT));
            check(name, new Shape.Row(20), 5, 16, List.of(new Activation(function)));
        } else if (IMAGES.containsKey(name)) {
            check(name, IMAGE, 2, 1, IMAGES.get(name));
        } else if (ROWS.containsKey(name)) {
            check(name, new Shape.Row(name.startsWith("group") ? 8 : 7), 3, 1, ROWS.get(name));
        } else {
            var sequences = SEQUENCES.getOrDefault(name, PADDED.getOrDefault(name, List.of()));
            check(name, SEQUENCE, 3, 1, sequences);
        }
    }

    private static void check(String name, Shape shape, int count, float factor, List<Layer> layers) {
        var network = new Network(shape, layers);
        var golden = golden(name);
        try (var scope = Scope.open();
                var module = new Module(network, weights(network), ElementType.FLOAT32)) {
            assertThat(scope).isNotNull();
            var leaf = Tensor.zeros(ElementType.FLOAT32, memoryShape(shape, count));
            leaf.setAll(input(shape, count, factor));
            var gradient = Tensor.zeros(ElementType.FLOAT32, memoryShape(shape, count));
            leaf.withGradient(gradient);
            var x = shape instanceof Shape.Image ? leaf.channelsLastView() : leaf;
            var signal = PADDED.containsKey(name) ? Signal.of(x, LENGTHS) : Signal.of(x);
            var out = module.forward(signal, true, new Draws(1)).values();
            int size = (int) out.size();
            var row = out.reshaped(1, size);
            Operations.dense(row, Tensor.of(numbers("loss", size), 1, size), Tensor.of(new float[1], 1))
                    .backward();

            var values = network.output() instanceof Shape.Image
                    ? Operations.flatten(out).reshaped(size).copy().floats()
                    : row.copy().floats();
            var first = golden.get("first");
            for (int i = 0; i < first.length; i++) {
                assertThat((double) values[i]).as("%s %s", name, i).isCloseTo(first[i], within(2e-5));
            }
            agree(name + " output", values, golden.get("output"), 1);
            // The golden gradients are those of the numbers before they were multiplied.
            agree(name + " input", gradient.floats(), golden.get("input"), factor);
            for (var placed : Weights.of(network)) {
                agree(
                        name + " " + placed.path(),
                        module.gradients().slice(placed.start(), placed.size()).floats(),
                        golden.get(placed.path()),
                        1);
            }
            assertThat(Weights.of(network).stream().map(Weights.Placed::path).toList())
                    .containsExactlyInAnyOrderElementsOf(golden.keySet().stream()
                            .filter(key -> key.contains("."))
                            .toList());
        }
    }

    /** Sum and absolute sum. */
    private static void agree(String what, float[] values, double[] golden, double factor) {
        double sum = 0;
        double absolute = 0;
        for (float value : values) {
            sum += value * factor;
            absolute += Math.abs(value) * factor;
        }
        assertThat(absolute).as(what).isCloseTo(golden[1], within(2e-5 * (1 + golden[1])));
        assertThat(sum).as(what).isCloseTo(golden[0], within(2e-5 * (1 + golden[1])));
    }

    private static long[] memoryShape(Shape shape, int count) {
        if (shape instanceof Shape.Image image) {
            return new long[] {count, image.height(), image.width(), image.channels()};
        }
        return shape instanceof Shape.Sequence sequence
                ? new long[] {count, sequence.length(), sequence.channels()}
                : new long[] {count, shape.size()};
    }

    private static float[] input(Shape shape, int count, float factor) {
        var values = numbers("input", count * shape.size());
        if (shape instanceof Shape.Image) {
            values = channelsLast(values, List.of(count, 4, 6, 5));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    private static float[] weights(Network network) {
        var values = new float[Math.toIntExact(Weights.count(network))];
        for (var placed : Weights.of(network)) {
            var plain = numbers(placed.path(), (int) placed.size());
            var shape = placed.weight().shape();
            var lying = shape.size() > 2 ? channelsLast(plain, shape) : plain;
            System.arraycopy(lying, 0, values, (int) placed.start(), lying.length);
        }
        return values;
    }

    /** From the order of PyTorch's indices to one in which the second lies last. */
    private static float[] channelsLast(float[] values, List<Integer> shape) {
        int channels = shape.get(1);
        int places = shape.subList(2, shape.size()).stream().reduce(1, (a, b) -> a * b);
        var result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i % places;
            int channel = i / places % channels;
            int item = i / places / channels;
            result[(item * places + place) * channels + channel] = values[i];
        }
        return result;
    }
}
