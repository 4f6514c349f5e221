package dev.sweetspot.surrogate.gp;

import dev.sweetspot.math.linear.Cholesky;
import dev.sweetspot.math.optimizer.BoundedLbfgs;
import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The negative logarithm of likelihood times prior, by the logarithms of length scales, of the noise, and of the two shapes
 * of each range that may be stretched: for d columns the coordinates 0 to d-1, d, and from d+1 on in pairs.
 */
final class Likelihood implements BoundedLbfgs.Smooth {
    private final HyperparameterSearch prior;
    private final Columns columns;
    private final double[][] points;
    private final double[] values;
    private final int[] stretched;
    private final int n;
    private final int d;

    /**
     * A likelihood.
     *
     * @param prior what is likely before any value is seen
     * @param stretched the columns of numbers whose ranges may be stretched
     */
    Likelihood(HyperparameterSearch prior, Columns columns, double[][] points, double[] values, int[] stretched) {
        this.prior = prior;
        this.columns = columns;
        this.points = points;
        this.values = values;
        this.stretched = stretched;
        this.n = points.length;
        this.d = columns.size();
    }

    /** The columns that hold numbers. */
    static int[] numbers(Columns columns) {
        return IntStream.range(0, columns.size())
                .filter(column -> !columns.named(column))
                .toArray();
    }

    /** How many coordinates there are. */
    int unknowns() {
        return d + 1 + 2 * stretched.length;
    }

    Hyperparameters hyperparameters(double[] logarithms) {
        var scales = new double[d];
        for (int i = 0; i < d; i++) {
            scales[i] = Math.exp(logarithms[i]);
        }
        return new Hyperparameters(scales, Math.exp(logarithms[d]), warp(logarithms));
    }

    private InputWarp warp(double[] logarithms) {
        if (stretched.length == 0) {
            return InputWarp.none(d);
        }
        var a = new double[d];
        var b = new double[d];
        Arrays.fill(a, 1);
        Arrays.fill(b, 1);
        for (int k = 0; k < stretched.length; k++) {
            a[stretched[k]] = Math.exp(logarithms[d + 1 + 2 * k]);
            b[stretched[k]] = Math.exp(logarithms[d + 2 + 2 * k]);
        }
        return InputWarp.of(a, b);
    }

    @Override
    public double at(double[] logarithms, double[] gradient) {
        var weights = hyperparameters(logarithms).weights();
        var warp = warp(logarithms);
        var byColumn = warp.byColumn(columns, points);
        double noiseNow = Math.exp(logarithms[d]);
        var matrix = new double[n][n];
        var slopes = new double[n][n];
        for (int a = 0; a < n; a++) {
            var row = matrix[a];
            for (int i = 0; i < d; i++) {
                MixedMatern.addSquares(row, byColumn[i][a], byColumn[i], weights[i], columns.named(i), a + 1, n);
            }
            for (int b = a + 1; b < n; b++) {
                double squared = row[b];
                double r = Math.sqrt(5 * squared);
                double decay = Math.exp(-r);
                row[b] = (1 + r + r * r / 3) * decay;
                slopes[a][b] = 5.0 / 3 * (1 + r) * decay;
            }
            row[a] = 1 + noiseNow;
        }
        var factored = Cholesky.of(matrix);
        if (factored.isEmpty()) {
            return Double.NaN;
        }
        var factor = factored.get();
        var inverse = factor.inverse();
        var rowSums = new double[n];
        var solved = new double[n];
        double all = 0;
        double weighted = 0;
        for (int a = 0; a < n; a++) {
            double sum = 0;
            double product = 0;
            for (int b = 0; b < n; b++) {
                sum += inverse[a][b];
                product += inverse[a][b] * values[b];
            }
            rowSums[a] = sum;
            solved[a] = product;
            all += sum;
            weighted += product;
        }
        double mean = weighted / all;
        double square = 0;
        for (int a = 0; a < n; a++) {
            solved[a] -= mean * rowSums[a];
            square += solved[a] * (values[a] - mean);
        }
        double variance = Math.max(1e-12, square / n);
        double value = 0.5 * n * Math.log(variance) + 0.5 * factor.logDeterminant();

        double trace = 0;
        Arrays.fill(gradient, 0);
        for (int a = 0; a < n; a++) {
            var row = slopes[a];
            for (int b = a + 1; b < n; b++) {
                row[b] *= inverse[a][b] - solved[a] * solved[b] / variance;
            }
            trace += inverse[a][a] - solved[a] * solved[a] / variance;
        }
        for (int i = 0; i < d; i++) {
            gradient[i] = weights[i] * pairs(slopes, byColumn[i], columns.named(i));
        }
        gradient[d] = 0.5 * noiseNow * trace;

        for (int k = 0; k < stretched.length; k++) {
            shapes(k, slopes, byColumn[stretched[k]], weights[stretched[k]], warp, gradient);
        }
        double median = prior.median(columns);
        for (int i = 0; i < d; i++) {
            value += away(logarithms[i], median, prior.spread(), gradient, i);
        }
        value += away(logarithms[d], Math.log(prior.noise()), prior.noiseSpread(), gradient, d);
        for (int i = d + 1; i < logarithms.length; i++) {
            value += away(logarithms[i], 0, prior.shapeSpread(), gradient, i);
        }
        return value;
    }

    /** The price of a coordinate away from its median, and the slope of that. */
    private static double away(double value, double median, double deviation, double[] gradient, int coordinate) {
        double z = (value - median) / deviation;
        gradient[coordinate] += z / deviation;
        return 0.5 * z * z;
    }

    /** The slopes by the two shapes of a column: of the derivative by each point's coordinate, what that changes. */
    private void shapes(int k, double[][] factors, double[] column, double weight, InputWarp warp, double[] gradient) {
        var pulls = new double[n];
        for (int a = 0; a < n; a++) {
            var row = factors[a];
            double own = column[a];
            double sum = 0;
            for (int b = a + 1; b < n; b++) {
                double pull = row[b] * (own - column[b]);
                sum += pull;
                pulls[b] -= pull;
            }
            pulls[a] += sum;
        }
        double byA = 0;
        double byB = 0;
        for (int a = 0; a < n; a++) {
            double x = points[a][stretched[k]];
            if (!Double.isNaN(x)) {
                byA += pulls[a] * warp.byLogA(stretched[k], x);
                byB += pulls[a] * warp.byLogB(stretched[k], x);
            }
        }
        gradient[d + 1 + 2 * k] = -weight * byA;
        gradient[d + 2 + 2 * k] = -weight * byB;
    }

    /** The sum over all pairs of factor times squared difference in one column. */
    private double pairs(double[][] factors, double[] column, boolean named) {
        double total = 0;
        for (int a = 0; a < n; a++) {
            var row = factors[a];
            double own = column[a];
            double sum = 0;
            if (named) {
                for (int b = a + 1; b < n; b++) {
                    sum += Math.abs(own - column[b]) > 1e-9 ? row[b] : 0;
                }
            } else {
                for (int b = a + 1; b < n; b++) {
                    double difference = own - column[b];
                    sum += row[b] * difference * difference;
                }
            }
            total += sum;
        }
        return total;
    }
}
