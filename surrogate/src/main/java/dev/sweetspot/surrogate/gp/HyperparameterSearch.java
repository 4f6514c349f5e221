package dev.sweetspot.surrogate.gp;

import dev.sweetspot.math.linear.Cholesky;
import dev.sweetspot.math.optimizer.BoundedLbfgs;
import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the hyperparameters that make the values most likely, given what is likely before any value is seen: the maximum
 * of the marginal likelihood (Rasmussen and Williams 2006, equation 5.8, with mean and variance at their best values for
 * the others) times the prior.
 *
 * @param scale the prior's median of a length scale in a space of one parameter; it grows with the square root of the
 *     number of parameters, as distances do (Hvarfner, Hellsten and Nardi 2024)
 * @param spread the prior's standard deviation of the logarithm of a length scale
 * @param noise the prior's median of the noise over the variance
 * @param noiseSpread the prior's standard deviation of its logarithm
 */
public record HyperparameterSearch(double scale, double spread, double noise, double noiseSpread) {
    private static final double[] SCALE_BOUNDS = {Math.log(0.02), Math.log(50)};
    private static final double[] NOISE_BOUNDS = {Math.log(1e-7), Math.log(20)};
    private static final BoundedLbfgs OPTIMIZER = new BoundedLbfgs(60, 10, 1e-2);

    /** What suits spaces whose ranges a person chose. */
    public static HyperparameterSearch usual() {
        return new HyperparameterSearch(0.3, 1.5, 1e-4, 4.0);
    }

    /** The hyperparameters for values. */
    public Hyperparameters find(Columns columns, double[][] points, double[] values) {
        var likelihood = new Posterior(columns, points, values);
        int d = columns.size();
        var low = new double[d + 1];
        var high = new double[d + 1];
        Arrays.fill(low, SCALE_BOUNDS[0]);
        Arrays.fill(high, SCALE_BOUNDS[1]);
        low[d] = NOISE_BOUNDS[0];
        high[d] = NOISE_BOUNDS[1];
        var best = Optional.<BoundedLbfgs.Minimum>empty();
        // The same values can be a rough function or a smooth one under noise: a start on each side.
        for (double[] begin : new double[][] {{0, noise}, {0.7, 0.3}}) {
            var start = new double[d + 1];
            Arrays.fill(start, median(columns) + begin[0]);
            start[d] = Math.log(begin[1]);
            var found = OPTIMIZER.minimize(likelihood, start, low, high);
            if (best.isEmpty() || found.value() < best.get().value()) {
                best = Optional.of(found);
            }
        }
        return likelihood.hyperparameters(best.orElseThrow().point());
    }

    private double median(Columns columns) {
        return Math.log(scale) + 0.5 * Math.log(columns.usuallyActive());
    }

    /** The negative logarithm of likelihood times prior, by the logarithms of length scales and noise. */
    private final class Posterior implements BoundedLbfgs.Smooth {
        private final Columns columns;
        private final double[][] byColumn;
        private final double[] values;
        private final int n;
        private final int d;

        Posterior(Columns columns, double[][] points, double[] values) {
            this.columns = columns;
            this.byColumn = MixedMatern.byColumn(columns, points);
            this.values = values;
            this.n = points.length;
            this.d = columns.size();
        }

        Hyperparameters hyperparameters(double[] logarithms) {
            var scales = new double[d];
            for (int i = 0; i < d; i++) {
                scales[i] = Math.exp(logarithms[i]);
            }
            return new Hyperparameters(scales, Math.exp(logarithms[d]));
        }

        @Override
        public double at(double[] logarithms, double[] gradient) {
            var weights = hyperparameters(logarithms).weights();
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

            for (int i = 0; i < d; i++) {
                value += away(logarithms[i], median(columns), spread);
                gradient[i] += (logarithms[i] - median(columns)) / (spread * spread);
            }
            value += away(logarithms[d], Math.log(noise), noiseSpread);
            gradient[d] += (logarithms[d] - Math.log(noise)) / (noiseSpread * noiseSpread);
            return value;
        }

        private double away(double value, double median, double deviation) {
            double z = (value - median) / deviation;
            return 0.5 * z * z;
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
}
