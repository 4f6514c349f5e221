package dev.sweetspot.deep.transfer;

import dev.sweetspot.data.Shown;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Average;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.TensorFile;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Weights of a file as the beginning of a network. The last layer, whose classes are others, is drawn anew.
 */
public final class Pretrained {
    private static final Map<String, String> SUFFIXES = Map.of(
            "kernel", "weight",
            "bias", "bias",
            "scale", "weight",
            "shift", "bias",
            "mean", "running_mean",
            "variance", "running_var");
    private static final int OURS = 0x53575332;
    private static final int ZIP = 0x504b0304;

    private final Network network;
    private final Path file;
    private final Module.State state;

    private Pretrained(Network network, Path file, RandomGenerator random) {
        this.network = network;
        this.file = file;
        var statistics = new float[Weights.statisticsCount(network)];
        for (var placed : Weights.statistics(network)) {
            int start = (int) placed.start();
            Arrays.fill(statistics, start, start + placed.statistic().size(), (float)
                    placed.statistic().first());
        }
        this.state = new Module.State(Weights.initial(network, random), statistics);
    }

    /**
     * The beginning of a network of a blueprint, perhaps with layers without weights before it.
     *
     * @param keys the blueprint's
     * @param file safetensors, a plain dictionary of PyTorch, TorchScript, or one of our own models
     * @param random draws the last layer
     * @throws InvalidInputException when it cannot be read, or does not fit: the first mismatch is named
     */
    public static Module.State start(Network network, List<String> keys, Path file, RandomGenerator random) {
        var pretrained = new Pretrained(network, file, random);
        try {
            if (magic(file) == OURS) {
                pretrained.fillFromModel();
            } else {
                pretrained.fill(keys, magic(file) == ZIP ? TensorFile.read(file) : SafeTensors.read(file));
            }
        } catch (IOException e) {
            var refusal = pretrained.refused("must be a file of weights that can be read, but " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
        return pretrained.state;
    }

    /** The beginning of any network from one of our own models with the same layers but for the last. */
    public static Module.State start(Network network, Path file, RandomGenerator random) {
        return start(network, List.of(), file, random);
    }

    private static int magic(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(Integer.BYTES);
            return bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
        }
    }

    private InvalidInputException refused(String rule) {
        return new InvalidInputException("pretrained", Shown.name(file.toString()), rule, "");
    }

    private int head() {
        return Weights.of(network).stream()
                .mapToInt(Weights.Placed::layer)
                .max()
                .orElse(0);
    }

    private void fill(List<String> keys, Map<String, TensorFile.Numbers> found) {
        if (keys.isEmpty()) {
            throw refused("must be one of our own models: this network has no usual names of its weights");
        }
        var names = names(keys);
        var expected = new HashSet<String>();
        var headKey = keys.get(keys.size() - 1);
        for (var placed : Weights.of(network)) {
            var key = key(placed.path(), names);
            expected.add(key);
            if (placed.layer() != head()) {
                var shape = placed.weight().shape().stream()
                        .mapToLong(Integer::longValue)
                        .toArray();
                var values = require(found, key, shape).values();
                copy(inOurOrder(placed, values), state.weights(), placed.start());
            }
        }
        for (var placed : Weights.statistics(network)) {
            var key = key(placed.path(), names);
            expected.add(key);
            copy(
                    require(found, key, new long[] {placed.statistic().size()}).values(),
                    state.statistics(),
                    placed.start());
        }
        for (var key : found.keySet()) {
            if (!expected.contains(key) && !key.startsWith(headKey + ".")) {
                throw refused("has " + key + ", which this network has not: another network's weights");
            }
        }
    }

    private TensorFile.Numbers require(Map<String, TensorFile.Numbers> found, String key, long[] shape) {
        var numbers = found.get(key);
        if (numbers == null) {
            throw refused("has no " + key + ", which should be of shape " + Arrays.toString(shape));
        }
        if (!Arrays.equals(numbers.shape(), shape)) {
            throw refused("has " + key + " of shape " + Arrays.toString(numbers.shape()) + ", which should be of shape "
                    + Arrays.toString(shape));
        }
        return numbers;
    }

    private static void copy(float[] values, float[] into, long start) {
        System.arraycopy(values, 0, into, (int) start, values.length);
    }

    /** The blueprint's keys by the paths of our layers. */
    private Map<String, String> names(List<String> keys) {
        var names = new LinkedHashMap<String, String>();
        var at = keys.iterator();
        for (var path : Weights.layersWithWeights(network)) {
            names.put(path, at.next());
        }
        return names;
    }

    private static String key(String path, Map<String, String> names) {
        int dot = path.lastIndexOf('.');
        return names.get(path.substring(0, dot)) + "." + SUFFIXES.get(path.substring(dot + 1));
    }

    /** Ours lie with channels last; behind an image that was flattened, so do the columns of a dense kernel. */
    private float[] inOurOrder(Weights.Placed placed, float[] values) {
        var shape = placed.weight().shape();
        if (shape.size() > 2) {
            int places = (int) (placed.size() / shape.get(0) / shape.get(1));
            return turned(values, shape.get(1), places);
        }
        int before = placed.layer() - 1;
        if (shape.size() == 2 && before >= 0 && network.layers().get(before) instanceof Flatten) {
            var image = (Shape.Image) network.shapes().get(before);
            return turned(values, image.channels(), image.height() * image.width());
        }
        return values;
    }

    /** From channel after channel to place after place. */
    private static float[] turned(float[] values, int channels, int places) {
        var result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i % places;
            int channel = i / places % channels;
            int row = i / places / channels;
            result[(row * places + place) * channels + channel] = values[i];
        }
        return result;
    }

    private void fillFromModel() throws IOException {
        var content = SnapshotFile.read(file);
        var fields = Fields.of(content.header());
        if (fields.find("network").isEmpty()) {
            throw new IOException("it is a checkpoint, not a model");
        }
        var other = NetworkForms.fromForm(fields.require("network"));
        if (other.layers().get(0) instanceof Average average) {
            throw new InvalidInputException(
                    "pretrained",
                    Shown.name(file.toString()),
                    "is the average of " + average.members().size() + " networks, and a training begins with one",
                    "a model that was trained with members=1?");
        }
        var theirs = new HashMap<String, Weights.Placed>();
        Weights.of(other).forEach(placed -> theirs.put(placed.path(), placed));
        for (var placed : Weights.of(network)) {
            if (placed.layer() != head()) {
                var same = theirs.get(placed.path());
                if (same == null
                        || !same.weight().shape().equals(placed.weight().shape())) {
                    throw refused((same == null
                                    ? "has no " + placed.path()
                                    : "has " + placed.path() + " of shape "
                                            + same.weight().shape())
                            + ", which should be of shape " + placed.weight().shape());
                }
                System.arraycopy(
                        content.arrays().get(0), (int) same.start(), state.weights(), (int) placed.start(), (int)
                                placed.size());
            }
        }
        checkNothingElse(other);
        System.arraycopy(content.arrays().get(1), 0, state.statistics(), 0, state.statistics().length);
    }

    private void checkNothingElse(Network other) {
        var paths = paths(network);
        for (var path : paths(other)) {
            if (!paths.contains(path)) {
                throw refused("has " + path + ", which this network has not: another network's weights");
            }
        }
        if (Weights.statisticsCount(other) != Weights.statisticsCount(network)) {
            throw refused("has other running statistics than this network");
        }
    }

    private static Set<String> paths(Network network) {
        return Weights.of(network).stream().map(Weights.Placed::path).collect(Collectors.toSet());
    }
}
