package dev.sweetspot.deep.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against torchvision: networks.py beside networks.txt says what the numbers are. */
class PretrainedTest {
    private static final Shape IMAGE = new Shape.Image(64, 64, 3);
    private static final int CLASSES = 1000;

    @TempDir
    Path folder;

    private static Blueprint blueprint(String name) {
        return switch (name) {
            case "resnet18" -> Blueprints.resNet18(CLASSES, 0);
            case "resnet50" -> Blueprints.resNet50(CLASSES, 0);
            case "vgg19" -> Blueprints.vgg19(CLASSES, 0.5);
            default -> Blueprints.mobileNetV2(CLASSES, 0.2);
        };
    }

    private static List<String> golden(String name) throws IOException {
        try (var stream = PretrainedTest.class.getResourceAsStream("networks.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length() + 1))
                    .toList();
        }
    }

    private static Map<String, int[]> shapes(String name) throws IOException {
        var shapes = new LinkedHashMap<String, int[]>();
        for (var line : golden(name)) {
            if (!line.startsWith("|")) {
                var words = line.split(" ", -1);
                shapes.put(
                        words[0],
                        Arrays.stream(words[1].split("x", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray());
            }
        }
        return shapes;
    }

    private static float[] numbers(String key, int... shape) {
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        long seed = key.chars().sum();
        var values = new float[count];
        double factor = shape.length > 1
                ? 3.5 / Math.sqrt((double) count / shape[0])
                : key.endsWith("running_mean") || key.endsWith("bias") ? 0.1 : 1;
        double shift = shape.length == 1 && factor == 1 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            values[i] = (float) (shift + factor * ((37L * i + 101 * seed) % 97 / 97.0 - 0.5));
        }
        return values;
    }

    private static void write(Path file, Map<String, int[]> shapes) throws IOException {
        var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        long at = 0;
        for (var entry : shapes.entrySet()) {
            int size = 4 * Arrays.stream(entry.getValue()).reduce(1, (a, b) -> a * b);
            header.append(",\"")
                    .append(entry.getKey())
                    .append("\":{\"dtype\":\"F32\",\"shape\":")
                    .append(Arrays.toString(entry.getValue()))
                    .append(",\"data_offsets\":[")
                    .append(at)
                    .append(',')
                    .append(at + size)
                    .append("]}");
            at += size;
        }
        var text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate((int) (8 + text.length + at)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        for (var entry : shapes.entrySet()) {
            for (float value : numbers(entry.getKey(), entry.getValue())) {
                bytes.putFloat(value);
            }
        }
        Files.write(file, bytes.array());
    }

    private static Module.State start(Network network, List<String> keys, Path file) {
        return Pretrained.start(network, keys, file, new SplittableRandom(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet50", "vgg19", "mobilenet_v2"})
    void everyNetworkHasTheWeightsOfItsReference(String name) throws IOException {
        var blueprint = blueprint(name);
        var network = new Network(new Shape.Image(224, 224, 3), blueprint.layers());
        var paths = Weights.layersWithWeights(network);
        assertThat(blueprint.keys()).hasSameSizeAs(paths);
        var shapes = shapes(name);
        var ours = new ArrayList<String>();
        for (var placed : Weights.of(network)) {
            int layer = paths.indexOf(placed.path().substring(0, placed.path().lastIndexOf('.')));
            var suffix = placed.path().endsWith("kernel") || placed.path().endsWith("scale") ? ".weight" : ".bias";
            var key = blueprint.keys().get(layer) + suffix;
            ours.add(key);
            assertThat(shapes.get(key))
                    .as(key)
                    .isEqualTo(placed.weight().shape().stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
        assertThat(ours)
                .containsExactlyInAnyOrderElementsOf(shapes.keySet().stream()
                        .filter(key -> !key.contains("running"))
                        .toList());
        // As torchvision's pages of its models say.
        var counts = Map.of(
                "resnet18", 11_689_512L, "resnet50", 25_557_032L, "vgg19", 143_667_240L, "mobilenet_v2", 3_504_872L);
        assertThat(network.parameterCount()).isEqualTo(counts.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "mobilenet_v2"})
    void loadedWeightsSayWhatTheySayInPython(String name) throws IOException {
        saysWhatItSaysInPython(name);
    }

    /** 100 and 570 MB. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "vgg19"})
    void largeLoadedWeightsSayWhatTheySayInPython(String name) throws IOException {
        saysWhatItSaysInPython(name);
    }

    private void saysWhatItSaysInPython(String name) throws IOException {
        var shapes = shapes(name);
        var file = folder.resolve("weights.safetensors");
        write(file, shapes);
        var blueprint = blueprint(name);
        var network = new Network(IMAGE, blueprint.layers());
        var state = start(network, blueprint.keys(), file);
        var head = blueprint.keys().get(blueprint.keys().size() - 1);
        for (var placed : Weights.of(network)) {
            if (placed.layer() == network.layers().size() - 1) {
                var key = head + (placed.path().endsWith("kernel") ? ".weight" : ".bias");
                var values = numbers(key, shapes.get(key));
                System.arraycopy(values, 0, state.weights(), (int) placed.start(), values.length);
            }
        }
        var line = golden(name).stream()
                .filter(each -> each.startsWith("|"))
                .findFirst()
                .orElseThrow();
        var expected = Arrays.stream(line.replace("|", "").trim().split("\\s+", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        try (var scope = Scope.open();
                var off = Gradients.off();
                var module = new Module(network, state.weights(), ElementType.FLOAT32)) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            module.set(state);
            var out = module.forward(image(), false, new Draws(1)).floats();
            double absolute = 0;
            for (float value : out) {
                absolute += Math.abs(value);
            }
            for (int i = 0; i < 5; i++) {
                assertThat((double) out[i]).isCloseTo(expected[i], within(1e-3 * expected[6] / out.length));
            }
            assertThat(absolute).isCloseTo(expected[6], within(1e-4 * expected[6]));
        }
    }

    private static Tensor image() {
        var plain = new float[3 * 64 * 64];
        var seed = 101L * "input".chars().sum();
        for (int i = 0; i < plain.length; i++) {
            int place = i % 4096;
            plain[place * 3 + i / 4096] = (float) ((37L * i + seed) % 97 / 97.0 - 0.5);
        }
        return Tensor.of(plain, 1, 64, 64, 3).channelsLastView();
    }

    private static final List<String> KEYS = List.of("conv", "bn", "hidden", "fc");

    private static Network small(int classes) {
        return new Network(
                new Shape.Image(4, 5, 2),
                List.of(
                        new Convolution(3, 3, false),
                        new BatchNorm(),
                        new Activation(ActivationFunction.RELU),
                        new Flatten(),
                        new Dense(6),
                        new Dense(classes)));
    }

    private static Map<String, int[]> smallShapes() {
        var shapes = new LinkedHashMap<String, int[]>();
        shapes.put("conv.weight", new int[] {3, 2, 3, 3});
        for (var name : List.of("weight", "bias", "running_mean", "running_var")) {
            shapes.put("bn." + name, new int[] {3});
        }
        shapes.put("hidden.weight", new int[] {6, 60});
        shapes.put("hidden.bias", new int[] {6});
        shapes.put("fc.weight", new int[] {9, 6});
        shapes.put("fc.bias", new int[] {9});
        return shapes;
    }

    @Test
    void numbersComeToLieInOurOrderAndTheLastLayerIsDrawnAnew() throws IOException {
        var file = folder.resolve("w.safetensors");
        write(file, smallShapes());
        var state = start(small(4), KEYS, file);
        // Filter 1, channel 1, row 2, column 0 of the convolution: with channels last, 1 x 18 + (2 x 3 + 0) x 2 + 1.
        assertThat(state.weights()[31]).isEqualTo(numbers("conv.weight", 3, 2, 3, 3)[18 + 9 + 6]);
        // Unit 4, channel 2 of place 7 (of 20): our columns go place by place.
        assertThat(state.weights()[54 + 4 * 60 + 7 * 3 + 2])
                .isEqualTo(numbers("hidden.weight", 6, 60)[4 * 60 + 2 * 20 + 7]);
        assertThat(Arrays.copyOfRange(state.statistics(), 3, 6)).isEqualTo(numbers("bn.running_var", 3));
        assertThat(Arrays.copyOfRange(state.weights(), 54 + 360, 54 + 360 + 24))
                .isEqualTo(Arrays.copyOfRange(Weights.initial(small(4), new SplittableRandom(1)), 414, 438));
    }

    @Test
    void aFileThatDoesNotFitIsRefusedNamingTheFirstMismatch() throws IOException {
        var file = folder.resolve("w.safetensors");
        var shapes = smallShapes();
        shapes.put("hidden.weight", new int[] {6, 61});
        write(file, shapes);
        assertThatThrownBy(() -> start(small(4), KEYS, file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("hidden.weight of shape [6, 61], which should be of shape [6, 60]");
        shapes.remove("hidden.weight");
        write(file, shapes);
        assertThatThrownBy(() -> start(small(4), KEYS, file))
                .hasMessageContaining("has no hidden.weight, which should be of shape [6, 60]");
        shapes.put("hidden.weight", new int[] {6, 60});
        shapes.put("more.weight", new int[] {2});
        write(file, shapes);
        assertThatThrownBy(() -> start(small(4), KEYS, file)).hasMessageContaining("has more.weight");
        Files.writeString(file, "not a file of weights");
        assertThatThrownBy(() -> start(small(4), KEYS, file)).hasMessageContaining("no safetensors file");
        assertThatThrownBy(() -> start(small(4), KEYS, folder.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    /** PyTorch 2.13 wrote them: networks_files.py. */
    @ParameterizedTest
    @ValueSource(strings = {"small.pt", "small.ts"})
    void whatPyTorchWroteIsRead(String name) throws IOException {
        var file = folder.resolve(name);
        try (var stream = PretrainedTest.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(stream), file);
        }
        var plain = folder.resolve("w.safetensors");
        write(plain, smallShapes());
        assertThat(start(small(4), KEYS, file).sameAs(start(small(4), KEYS, plain)))
                .isTrue();
    }

    @Test
    void oneOfOurModelsIsABeginningForOtherClasses() throws IOException {
        var file = folder.resolve("model.sweetspot");
        var before = small(9);
        var weights = Weights.initial(before, new SplittableRandom(5));
        var statistics = new float[] {1, 2, 3, 4, 5, 6};
        SnapshotFile.write(
                file,
                new SnapshotFile.Content(
                        Form.of(Map.of("network", NetworkForms.toForm(before))), List.of(weights, statistics)));
        var state = Pretrained.start(small(4), file, new SplittableRandom(1));
        assertThat(state.statistics()).isEqualTo(statistics);
        assertThat(Arrays.copyOfRange(state.weights(), 0, 414)).isEqualTo(Arrays.copyOfRange(weights, 0, 414));

        var other = new Network(
                new Shape.Image(4, 5, 2),
                List.of(new Convolution(5, 3, false), new BatchNorm(), new Flatten(), new Dense(4)));
        assertThatThrownBy(() -> Pretrained.start(other, file, new SplittableRandom(1)))
                .hasMessageContaining("has 0.kernel of shape [3, 2, 3, 3], which should be of shape [5, 2, 3, 3]");
    }

    @Test
    void halvesAreReadAsTheyAreMeant() {
        // IEEE 754: 1, -2, the largest, the smallest.
        assertThat(SafeTensors.half((short) 0x3c00)).isEqualTo(1);
        assertThat(SafeTensors.half((short) 0xc000)).isEqualTo(-2);
        assertThat(SafeTensors.half((short) 0x7bff)).isEqualTo(65504);
        assertThat((double) SafeTensors.half((short) 1)).isEqualTo(0x1p-24);
    }
}
