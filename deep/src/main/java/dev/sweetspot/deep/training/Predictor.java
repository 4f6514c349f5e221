package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import java.util.Arrays;

/** Asks a module for its answers, batch by batch: probabilities of classes, numbers, or reconstructions. */
public final class Predictor {
    /**
     * Examples that are predicted at once where the network is not so large that they would need more memory than its
     * training. It follows from the network alone, because the last bits may depend on it.
     */
    private static final int BATCH = 256;

    private static final long BYTES_AT_ONCE = 256L << 20;

    private final Module module;
    private final Examples examples;
    private final Examples.Writer writer;
    private final ElementType type;
    private final Draws draws;
    private final Readout readout;

    Predictor(Module module, Examples examples, ElementType type, Draws draws, Readout readout) {
        this.module = module;
        this.examples = examples;
        this.writer = examples.writer(type);
        this.type = type;
        this.draws = draws;
        this.readout = readout;
    }

    /**
     * Predicts with a module that was loaded, just as the training that made it did.
     *
     * @param chosen the indices of those to predict
     * @param precision that of the module
     * @param readout how its outputs are read
     * @return a row an example: a probability for each class, or the numbers themselves
     */
    public static float[][] predict(
            Module module, Examples examples, int[] chosen, Precision precision, Readout readout) {
        return new Predictor(module, examples, precision.inputs(examples.shape()), new Draws(0), readout)
                .predict(chosen);
    }

    float[][] predict(int[] chosen) {
        int batchSize = module.network().itemsWithin(BYTES_AT_ONCE, Float.BYTES, BATCH);
        int outputs = module.network().outputs();
        var rows = new float[chosen.length][outputs];
        try (var outer = Scope.open();
                var off = Gradients.off()) {
            assert outer != null && off != null;
            for (int start = 0; start < chosen.length; start += batchSize) {
                int size = Math.min(batchSize, chosen.length - start);
                try (var scope = Scope.open();
                        var batch = new Batch(size, examples.shape(), type)) {
                    assert scope != null;
                    writer.fill(batch, Arrays.copyOfRange(chosen, start, start + size));
                    var answers = readout.of(module.forward(batch.signal(module.device()), false, draws)
                                    .values())
                            .floats();
                    for (int i = 0; i < size; i++) {
                        System.arraycopy(answers, i * outputs, rows[start + i], 0, outputs);
                    }
                }
            }
        }
        return rows;
    }
}
