package dev.sweetspot.classic.linear;

import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import java.util.Arrays;

/**
 * The mean loss of weighted sums, with its l2 penalty: smooth and convex. A point is the weights of the first sum, of the
 * second and so on, and then the constants of all sums, which are not penalised.
 */
final class Loss implements OrthantWise.Smooth {
    /** How sums are read. */
    enum Kind {
        /** One sum is the number. */
        NUMBER,
        /** One sum says how much more probable the second of two classes is. */
        TWO_CLASSES,
        /** A sum for each class: softmax. */
        CLASSES
    }

    private final Matrix rows;
    private final Targets targets;
    private final double l2;
    private final Kind kind;
    private final int sums;

    /** @param l2 factor of half the squares of weights */
    Loss(Matrix rows, Targets targets, double l2) {
        this.rows = rows;
        this.targets = targets;
        this.l2 = l2;
        this.kind = targets instanceof Targets.Classes classes
                ? classes.count() == 2 ? Kind.TWO_CLASSES : Kind.CLASSES
                : Kind.NUMBER;
        this.sums = kind == Kind.CLASSES ? ((Targets.Classes) targets).count() : 1;
    }

    Kind kind() {
        return kind;
    }

    /** How many weighted sums there are. */
    int sums() {
        return sums;
    }

    @Override
    public int size() {
        return sums * (rows.columns() + 1);
    }

    @Override
    public double value(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        int columns = rows.columns();
        var out = new double[sums];
        double loss = 0;
        for (int row = 0; row < rows.rows(); row++) {
            int at = row * columns;
            for (int s = 0; s < sums; s++) {
                out[s] = LinearModel.sum(rows.values(), at, columns, point, s * columns) + point[sums * columns + s];
            }
            // What is left in out is the derivative of the loss by each sum.
            loss += lossOf(row, out);
            for (int s = 0; s < sums; s++) {
                add(out[s], at, gradient, s * columns);
                gradient[sums * columns + s] += out[s];
            }
        }
        int n = rows.rows();
        double squares = 0;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= n;
            if (i < sums * columns) {
                gradient[i] += l2 * point[i];
                squares += point[i] * point[i];
            }
        }
        return loss / n + l2 / 2 * squares;
    }

    private void add(double factor, int at, double[] gradient, int from) {
        var values = rows.values();
        for (int j = 0; j < rows.columns(); j++) {
            gradient[from + j] += factor * values[at + j];
        }
    }

    private double lossOf(int row, double[] out) {
        return switch (kind) {
            case NUMBER -> {
                double error = out[0] - ((Targets.Numbers) targets).values()[row];
                out[0] = error;
                yield error * error / 2;
            }
            case TWO_CLASSES -> {
                var classes = (Targets.Classes) targets;
                double weight = classes.weights()[row];
                double sign = classes.labels()[row] == 1 ? 1 : -1;
                double margin = sign * out[0];
                // log(1 + exp(-margin)), which overflows for no margin.
                double loss = Math.max(0, -margin) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
                out[0] = -weight * sign / (1 + StrictMath.exp(margin));
                yield weight * loss;
            }
            case CLASSES -> {
                var classes = (Targets.Classes) targets;
                double weight = classes.weights()[row];
                int label = classes.labels()[row];
                double own = out[label];
                double total = LinearModel.softmax(out);
                for (int s = 0; s < out.length; s++) {
                    out[s] *= weight;
                }
                out[label] -= weight;
                yield weight * (total - own);
            }
        };
    }
}
