package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.Batch;
import dev.sweetspot.deep.training.Examples;
import java.util.Arrays;
import java.util.HashMap;

/**
 * A network that says what it sees in images: features, by which drawn images are compared with real ones. It is taught on the
 * data itself, always in the same way, by one thread: the same data gives the same features. Safe for many threads.
 */
public final class Onlooker {
    /** The same everywhere, because the last bits may depend on it. */
    private static final int BATCH = 200;

    private final Examples real;
    private final Network network;
    private final Module.State state;
    private final String inWords;
    private final float[][] seen;

    /**
     * The first layers of a network that was taught.
     *
     * @param real the real images, from -1 to 1
     * @param size how many there are
     * @param layers how many of its layers make the features
     * @param inWords what it was taught, as a sentence
     */
    Onlooker(Examples real, int size, Network taught, Module.State all, int layers, String inWords) {
        this.real = real;
        this.network = new Network(taught.input(), taught.layers().subList(0, layers), taught.initializer());
        this.state = cut(taught, all, network);
        this.inWords = inWords;
        this.seen = new float[size][];
    }

    /** The weights of the first layers alone. */
    private static Module.State cut(Network whole, Module.State all, Network part) {
        var starts = new HashMap<String, Long>();
        Weights.of(whole).forEach(placed -> starts.put(placed.path(), placed.start()));
        var weights = new float[Math.toIntExact(Weights.count(part))];
        for (var placed : Weights.of(part)) {
            int from = Math.toIntExact(starts.getOrDefault(placed.path(), 0L));
            System.arraycopy(all.weights(), from, weights, (int) placed.start(), (int) placed.size());
        }
        // Statistics lie in the order of the layers.
        return new Module.State(weights, Arrays.copyOf(all.statistics(), Weights.statisticsCount(part)));
    }

    /** What it was taught, as a sentence. */
    public String inWords() {
        return inWords;
    }

    /** Its features of real images: a row an image, kept once they were computed. */
    public synchronized float[][] ofReal(int[] items) {
        var missing = Arrays.stream(items).filter(item -> seen[item] == null).toArray();
        if (missing.length > 0) {
            var writer = real.writer(ElementType.FLOAT32);
            var rows = look(missing.length, (module, start, count) -> {
                try (var batch = new Batch(count, real.shape(), ElementType.FLOAT32, real.targets())) {
                    writer.fill(batch, Arrays.copyOfRange(missing, start, start + count));
                    return module.forward(batch.signal(Device.CPU), false, new Draws(0))
                            .values()
                            .floats();
                }
            });
            for (int i = 0; i < missing.length; i++) {
                seen[missing[i]] = rows[i];
            }
        }
        return Arrays.stream(items).mapToObj(item -> seen[item]).toArray(float[][]::new);
    }

    /**
     * Its features of drawn images: a row an image.
     *
     * @param images as {@link Painting} gives them
     */
    public float[][] ofDrawn(float[][] images) {
        var shape = real.shape();
        return look(images.length, (module, start, count) -> {
            try (var batch = new Batch(count, shape, ElementType.FLOAT32, real.targets())) {
                for (int i = 0; i < count; i++) {
                    batch.put(i * shape.size(), images[start + i], shape.size());
                }
                return module.forward(batch.signal(Device.CPU), false, new Draws(0))
                        .values()
                        .floats();
            }
        });
    }

    /** Looks at one batch. */
    private interface Look {
        float[] at(Module module, int start, int count);
    }

    private float[][] look(int images, Look look) {
        Native.useThreads(1);
        int width = network.outputs();
        var rows = new float[images][];
        try (var outer = Scope.open();
                var off = Gradients.off();
                var module = new Module(network, state.weights(), ElementType.FLOAT32)) {
            assert outer != null && off != null;
            module.set(state);
            for (int start = 0; start < images; start += BATCH) {
                int count = Math.min(BATCH, images - start);
                try (var scope = Scope.open()) {
                    assert scope != null;
                    var values = look.at(module, start, count);
                    for (int i = 0; i < count; i++) {
                        rows[start + i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
                    }
                }
            }
        }
        return rows;
    }
}
