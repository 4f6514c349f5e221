package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;

/** Examples as a network gets them when it predicts, in 32 bits: what reconstructions are held against. */
public final class PreparedInputs {
    private PreparedInputs() {}

    /** A row an example; images row by row with their channels last. */
    public static float[][] of(Examples examples, int[] items) {
        int width = examples.shape().size();
        var rows = new float[items.length][width];
        if (items.length == 0) {
            return rows;
        }
        try (var scope = Scope.open();
                var batch = new Batch(items.length, examples.shape(), ElementType.FLOAT32)) {
            assert scope != null;
            examples.writer(ElementType.FLOAT32).fill(batch, items);
            var all = batch.inputs().asFloatBuffer();
            for (var row : rows) {
                all.get(row);
            }
        }
        return rows;
    }
}
