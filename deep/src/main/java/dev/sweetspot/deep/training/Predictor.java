package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;

/** Asks a module for probabilities, batch by batch. */
public final class Predictor {
    /** Images that are predicted at once: the same everywhere, because the last bits may depend on it. */
    static final int BATCH = 256;

    private final Module module;
    private final ImageSet set;
    private final Pixels pixels;
    private final ElementType type;
    private final Draws draws;

    Predictor(Module module, ImageSet set, Pixels pixels, ElementType type, Draws draws) {
        this.module = module;
        this.set = set;
        this.pixels = pixels;
        this.type = type;
        this.draws = draws;
    }

    /**
     * Predicts images of a set with a module that was loaded, just as the training that made it did.
     *
     * @param precision that of the module
     */
    public static float[][] predict(
            Module module, ImageSet set, ChannelStatistics statistics, int[] images, Precision precision) {
        return new Predictor(module, set, new Pixels(set, statistics), precision.type(), new Draws(0))
                .predict(images, BATCH);
    }

    float[][] predict(int[] images, int batchSize) {
        int classes = module.network().outputs();
        var rows = new float[images.length][classes];
        try (var outer = Scope.open();
                var off = Gradients.off()) {
            assert outer != null && off != null;
            for (int start = 0; start < images.length; start += batchSize) {
                int size = Math.min(batchSize, images.length - start);
                try (var scope = Scope.open();
                        var batch = new Batch(size, set.height(), set.width(), set.channels(), type)) {
                    assert scope != null;
                    for (int i = 0; i < size; i++) {
                        pixels.write(images[start + i], false, 0, 0, batch.pixels(), i, type);
                    }
                    var probabilities = Operations.softmax(module.forward(batch.input(), false, draws))
                            .floats();
                    for (int i = 0; i < size; i++) {
                        System.arraycopy(probabilities, i * classes, rows[start + i], 0, classes);
                    }
                }
            }
        }
        return rows;
    }
}
