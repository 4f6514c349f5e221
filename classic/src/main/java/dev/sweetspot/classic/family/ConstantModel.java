package dev.sweetspot.classic.family;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Says the same of every row: what is left where there is nothing to learn from, or nothing to tell rows apart by. Of
 * classes it says how frequent they are, of numbers the mean.
 */
public final class ConstantModel implements ClassicModel {
    /** What files call it. */
    public static final String NAME = "constant";

    private final float[] answer;

    private ConstantModel(float[] answer) {
        this.answer = answer;
    }

    /** Whether anything else can be learnt. */
    public static boolean suits(Matrix rows, Targets targets) {
        return rows.columns() == 0 || rows.rows() < 2 || targets.same();
    }

    /** Of targets, at least one. */
    public static ConstantModel of(Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            var sums = new double[classes.count()];
            double all = 0;
            for (int i = 0; i < classes.size(); i++) {
                sums[classes.labels()[i]] += classes.weights()[i];
                all += classes.weights()[i];
            }
            var shares = new float[sums.length];
            for (int c = 0; c < shares.length; c++) {
                shares[c] = (float) (sums[c] / all);
            }
            return new ConstantModel(shares);
        }
        double sum = 0;
        for (float value : ((Targets.Numbers) targets).values()) {
            sum += value;
        }
        return new ConstantModel(new float[] {(float) (sum / targets.size())});
    }

    /**
     * From a file.
     *
     * @throws IOException when it is none
     */
    public static ConstantModel read(byte[] bytes) throws IOException {
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw new IOException("a constant model of " + bytes.length + " bytes");
        }
        var answer = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(answer);
        return new ConstantModel(answer);
    }

    @Override
    public float[][] predict(Matrix rows) {
        var all = new float[rows.rows()][];
        Arrays.setAll(all, i -> answer.clone());
        return all;
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public byte[] bytes() {
        var buffer = ByteBuffer.allocate(answer.length * Float.BYTES);
        buffer.asFloatBuffer().put(answer);
        return buffer.array();
    }
}
