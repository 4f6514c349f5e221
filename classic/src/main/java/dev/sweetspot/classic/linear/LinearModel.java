package dev.sweetspot.classic.linear;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Weighted sums that were fitted. */
final class LinearModel implements ClassicModel {
    private final int columns;
    private final Loss.Kind kind;
    private final double[] point;
    private final int passes;

    /** @param point weights and constants, as {@link Loss} orders them */
    LinearModel(int columns, Loss.Kind kind, double[] point, int passes) {
        this.columns = columns;
        this.kind = kind;
        this.point = point.clone();
        this.passes = passes;
    }

    static LinearModel read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int columns = in.readInt();
            var kind = Loss.Kind.valueOf(in.readUTF());
            int passes = in.readInt();
            int size = in.readInt();
            if (columns < 0 || size <= 0 || size % (columns + 1) != 0 || (long) size * Double.BYTES > bytes.length) {
                throw new IOException(size + " weights of " + columns + " columns");
            }
            var point = new double[size];
            for (int i = 0; i < size; i++) {
                point[i] = in.readDouble();
            }
            return new LinearModel(columns, kind, point, passes);
        } catch (IllegalArgumentException e) {
            throw new IOException("the weights cannot be read", e);
        }
    }

    /** Weights and constants. */
    double[] point() {
        return point.clone();
    }

    /** In a fixed order, so that it is the same on every machine. */
    static double sum(float[] values, int at, int columns, double[] point, int from) {
        double a = 0;
        double b = 0;
        int j = 0;
        for (; j + 1 < columns; j += 2) {
            a += values[at + j] * point[from + j];
            b += values[at + j + 1] * point[from + j + 1];
        }
        return j < columns ? a + b + values[at + j] * point[from + j] : a + b;
    }

    /** Makes probabilities of sums, in their place; returns the logarithm of the sum of their exponentials. */
    static double softmax(double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int s = 0; s < sums.length; s++) {
            sums[s] = StrictMath.exp(sums[s] - most);
            total += sums[s];
        }
        for (int s = 0; s < sums.length; s++) {
            sums[s] /= total;
        }
        return most + StrictMath.log(total);
    }

    @Override
    public float[][] predict(Matrix rows) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(rows.columns() + " columns, and it learnt from " + columns);
        }
        int sums = point.length / (columns + 1);
        var answers = new float[rows.rows()][];
        var out = new double[sums];
        for (int row = 0; row < answers.length; row++) {
            for (int s = 0; s < sums; s++) {
                out[s] = sum(rows.values(), row * columns, columns, point, s * columns) + point[sums * columns + s];
            }
            answers[row] = answer(out);
        }
        return answers;
    }

    private float[] answer(double[] out) {
        if (kind == Loss.Kind.NUMBER) {
            return new float[] {(float) out[0]};
        }
        if (kind == Loss.Kind.TWO_CLASSES) {
            double second = 1 / (1 + StrictMath.exp(-out[0]));
            return new float[] {(float) (1 - second), (float) second};
        }
        softmax(out);
        var shares = new float[out.length];
        for (int s = 0; s < shares.length; s++) {
            shares[s] = (float) out[s];
        }
        return shares;
    }

    @Override
    public int steps() {
        return passes;
    }

    @Override
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(columns);
            out.writeUTF(kind.name());
            out.writeInt(passes);
            out.writeInt(point.length);
            for (double value : point) {
                out.writeDouble(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
