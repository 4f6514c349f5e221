package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.Precision;
import java.util.Arrays;

/** Asks a generator for images, batch by batch. */
public final class Painting {
    /** The same everywhere, because the last bits may depend on it. */
    private static final int BATCH = 200;

    private Painting() {}

    /**
     * Images of random vectors.
     *
     * @param latents a vector an image
     * @param precision that of the module
     * @return an image a row: from -1 to 1, row by row with its channels last
     */
    public static float[][] images(Module generator, float[][] latents, Precision precision) {
        int size = generator.network().outputs();
        var rows = new float[latents.length][];
        try (var off = Gradients.off()) {
            assert off != null;
            for (int start = 0; start < latents.length; start += BATCH) {
                int count = Math.min(BATCH, latents.length - start);
                try (var scope = Scope.open()) {
                    assert scope != null;
                    var in = Tensor.of(flat(latents, start, count), count, latents[start].length);
                    var out = generator.forward(
                            in.as(precision.inputs(generator.network().input())).on(generator.device()),
                            false,
                            new Draws(0));
                    var values = Operations.flatten(out)
                            .as(ElementType.FLOAT32)
                            .copy()
                            .floats();
                    for (int i = 0; i < count; i++) {
                        rows[start + i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
                    }
                }
            }
        }
        return rows;
    }

    private static float[] flat(float[][] rows, int start, int count) {
        int size = rows[start].length;
        var values = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[start + i], 0, values, i * size, size);
        }
        return values;
    }
}
