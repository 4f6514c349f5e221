package dev.sweetspot.surrogate.gp;

import dev.sweetspot.math.linear.Cholesky;
import dev.sweetspot.surrogate.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A Gaussian process with a constant mean, conditioned on values (Rasmussen and Williams 2006, chapter 2; the mean and the
 * variance of the process by generalised least squares). Immutable.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>n, d</td><td>number of points, of columns</td></tr>
 *   <tr><td>C, g</td><td>correlations of the points, noise over variance</td></tr>
 *   <tr><td>R = C + g I</td><td>what is factorised</td></tr>
 *   <tr><td>m, s²</td><td>mean and variance of the process</td></tr>
 *   <tr><td>a = inverse(R) (y - m)</td><td>weights of the points in a prediction</td></tr>
 * </table>
 */
public final class GaussianProcess {
    private static final double LEAST_VARIANCE = 1e-10;
    /** So little is left open of a value that is taken as known, for the sake of the arithmetic. */
    private static final double LATENT_NOISE = 1e-8;

    private final Hyperparameters hyperparameters;
    private final MixedMatern kernel;
    private final double[][] points;
    private final double[][] byColumn;
    private final double[] values;
    private final Cholesky factor;
    private final double mean;
    private final double variance;
    private final double[] weights;

    private GaussianProcess(
            Hyperparameters hyperparameters,
            MixedMatern kernel,
            double[][] points,
            double[] values,
            Cholesky factor,
            double mean,
            double variance) {
        this.hyperparameters = hyperparameters;
        this.kernel = kernel;
        this.points = points;
        this.byColumn = kernel.byColumn(points);
        this.values = values;
        this.factor = factor;
        this.mean = mean;
        this.variance = variance;
        var residuals = new double[values.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = values[i] - mean;
        }
        this.weights = factor.solve(residuals);
    }

    /**
     * Conditions on values.
     *
     * @param points rows of {@code columns.size()} coordinates in 0..1, NaN where a parameter is not active; at least one
     * @param values finite, one a point
     */
    public static GaussianProcess of(
            Columns columns, double[][] points, double[] values, Hyperparameters hyperparameters) {
        var kernel = new MixedMatern(columns, hyperparameters.weights(), hyperparameters.warp());
        var factor = factorise(kernel, points, hyperparameters.noise());
        var ones = new double[values.length];
        Arrays.fill(ones, 1);
        var solvedOnes = factor.solve(ones);
        double mean = dot(solvedOnes, values) / sum(solvedOnes);
        var residuals = new double[values.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = values[i] - mean;
        }
        var whitened = factor.forward(residuals);
        double variance = Math.max(LEAST_VARIANCE, dot(whitened, whitened) / values.length);
        return new GaussianProcess(hyperparameters, kernel, points, values, factor, mean, variance);
    }

    /** The same process with more points, at which it is certain of what it predicts now: for trials that run. */
    public GaussianProcess believing(double[][] more) {
        if (more.length == 0) {
            return this;
        }
        var allPoints = Arrays.copyOf(points, points.length + more.length);
        var allValues = Arrays.copyOf(values, values.length + more.length);
        for (int i = 0; i < more.length; i++) {
            allPoints[points.length + i] = more[i];
            allValues[values.length + i] = predict(more[i]).mean();
        }
        var wider = factorise(kernel, allPoints, hyperparameters.noise());
        return new GaussianProcess(hyperparameters, kernel, allPoints, allValues, wider, mean, variance);
    }

    /**
     * What the noiseless values at some points may be: draws from all that is known, each with the process as it would be
     * if they were known for certain.
     *
     * @param where one row a point: trials that have ended, or run
     * @param draws how many, at least 1
     */
    public Imagined imagining(double[][] where, int draws, RandomGenerator random) {
        int n = points.length;
        int k = where.length;
        var allPoints = Arrays.copyOf(points, n + k);
        System.arraycopy(where, 0, allPoints, n, k);
        var means = means(where);
        // Rows of the joint factor below the first n are the factor of what is not known of the further points.
        var noises = new double[n + k];
        Arrays.fill(noises, 0, n, hyperparameters.noise());
        Arrays.fill(noises, n, n + k, LATENT_NOISE);
        var wider = factorise(kernel, allPoints, noises);
        var processes = new ArrayList<GaussianProcess>();
        var scale = Math.sqrt(variance);
        for (int m = 0; m < draws; m++) {
            var normal = new double[k];
            Arrays.setAll(normal, i -> random.nextGaussian());
            var allValues = Arrays.copyOf(values, n + k);
            for (int i = 0; i < k; i++) {
                double drawn = means[i];
                for (int j = 0; j <= i; j++) {
                    drawn += scale * wider.lower(n + i, n + j) * normal[j];
                }
                allValues[n + i] = drawn;
            }
            processes.add(new GaussianProcess(hyperparameters, kernel, allPoints, allValues, wider, mean, variance));
        }
        return new Imagined(processes, n);
    }

    private static Cholesky factorise(MixedMatern kernel, double[][] points, double noise) {
        var noises = new double[points.length];
        Arrays.fill(noises, noise);
        return factorise(kernel, points, noises);
    }

    private static Cholesky factorise(MixedMatern kernel, double[][] points, double[] noises) {
        var byColumn = kernel.byColumn(points);
        int n = points.length;
        var matrix = new double[n][];
        for (int a = 0; a < n; a++) {
            var row = kernel.squaredDistances(points[a], byColumn, n);
            for (int b = 0; b < n; b++) {
                row[b] = MixedMatern.correlation(row[b]);
            }
            matrix[a] = row;
        }
        double added = 0;
        while (true) {
            for (int a = 0; a < n; a++) {
                matrix[a][a] = 1 + Math.max(noises[a], added);
            }
            var factor = Cholesky.of(matrix);
            if (factor.isPresent()) {
                return factor.get();
            }
            added = Math.max(added * 10, 1e-10);
        }
    }

    /** A prediction of the noiseless value at a point. */
    public record Prediction(double mean, double variance) {
        /** The standard deviation. */
        public double deviation() {
            return Math.sqrt(variance);
        }
    }

    /** What is expected at a point. */
    public Prediction predict(double[] point) {
        var correlations = correlations(point);
        double predicted = mean + dot(correlations, weights);
        var whitened = factor.forward(correlations);
        return new Prediction(predicted, bounded(1 - dot(whitened, whitened)));
    }

    /** What is expected of the noiseless value at one point less that at another: much surer than either where both are near. */
    public Prediction difference(double[] one, double[] other) {
        var ofOne = correlations(one);
        var ofOther = correlations(other);
        double between =
                MixedMatern.correlation(kernel.squaredDistances(one, kernel.byColumn(new double[][] {other}), 1)[0]);
        for (int a = 0; a < ofOne.length; a++) {
            ofOne[a] -= ofOther[a];
        }
        var whitened = factor.forward(ofOne);
        return new Prediction(dot(ofOne, weights), bounded(2 - 2 * between - dot(whitened, whitened)));
    }

    /** The predicted means at many points: much cheaper than the variances. */
    public double[] means(double[][] many) {
        var result = new double[many.length];
        for (int i = 0; i < many.length; i++) {
            result[i] = mean + dot(correlations(many[i]), weights);
        }
        return result;
    }

    /** What is expected at many points. */
    public Prediction[] predict(double[][] many) {
        var columns = new double[points.length][many.length];
        var means = new double[many.length];
        for (int i = 0; i < many.length; i++) {
            var correlations = correlations(many[i]);
            means[i] = mean + dot(correlations, weights);
            for (int a = 0; a < correlations.length; a++) {
                columns[a][i] = correlations[a];
            }
        }
        factor.forwardInPlace(columns);
        var explained = new double[many.length];
        for (var row : columns) {
            for (int i = 0; i < row.length; i++) {
                explained[i] += row[i] * row[i];
            }
        }
        var result = new Prediction[many.length];
        for (int i = 0; i < many.length; i++) {
            result[i] = new Prediction(means[i], bounded(1 - explained[i]));
        }
        return result;
    }

    /**
     * What is expected at a point, and how that changes with the coordinates of numbers.
     *
     * @param meanSlope written to: the derivative of the mean; 0 for names and inactive parameters
     * @param varianceSlope likewise for the variance
     */
    public Prediction predict(double[] point, double[] meanSlope, double[] varianceSlope) {
        var means = new double[1];
        double variance = predict(point, new double[][] {weights}, means, new double[][] {meanSlope}, varianceSlope);
        return new Prediction(means[0], variance);
    }

    /**
     * The same for several processes over the same points that differ in their values.
     *
     * @param manyWeights of each process its {@link #weights}
     * @param means written to: one a process
     * @param meanSlopes written to: a row for each process
     * @return the variance, which is the same in all
     */
    double predict(
            double[] point, double[][] manyWeights, double[] means, double[][] meanSlopes, double[] varianceSlope) {
        int n = points.length;
        var squared = kernel.squaredDistances(point, byColumn, n);
        var correlations = new double[n];
        var slopes = new double[n];
        for (int a = 0; a < n; a++) {
            correlations[a] = MixedMatern.correlation(squared[a]);
            slopes[a] = MixedMatern.slope(squared[a]);
        }
        var whitened = factor.forward(correlations);
        var solved = factor.backward(whitened);
        var changes = new double[n];
        for (int i = 0; i < point.length; i++) {
            Arrays.fill(changes, 0);
            if (!kernel.columns().named(i) && !Double.isNaN(point[i])) {
                var column = byColumn[i];
                double own = kernel.coordinate(i, point[i]);
                double twice = 2 * kernel.weight(i) * kernel.stretch(i, point[i]);
                for (int a = 0; a < n; a++) {
                    changes[a] = twice * slopes[a] * (own - column[a]);
                }
            }
            for (int m = 0; m < manyWeights.length; m++) {
                meanSlopes[m][i] = dot(manyWeights[m], changes);
            }
            varianceSlope[i] = -2 * variance * dot(solved, changes);
        }
        for (int m = 0; m < manyWeights.length; m++) {
            means[m] = mean + dot(correlations, manyWeights[m]);
        }
        return bounded(1 - dot(whitened, whitened));
    }

    private double bounded(double share) {
        return variance * Math.max(1e-12, share);
    }

    /** The value at one of the points that it is conditioned on, as it was given. */
    double value(int point) {
        return values[point];
    }

    /** The weights of all points in a mean. */
    double[] weights() {
        return weights;
    }

    private double[] correlations(double[] point) {
        var result = kernel.squaredDistances(point, byColumn, points.length);
        for (int a = 0; a < result.length; a++) {
            result[a] = MixedMatern.correlation(result[a]);
        }
        return result;
    }

    /**
     * What would have been predicted for each value by all the others (Rasmussen and Williams 2006, equation 5.12), noise
     * included.
     */
    public Prediction[] leaveOneOut() {
        var inverse = factor.inverse();
        var result = new Prediction[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = new Prediction(values[i] - weights[i] / inverse[i][i], variance / inverse[i][i]);
        }
        return result;
    }

    /**
     * How probable the values are, whatever the mean and the variance of the process may be: the logarithm of the likelihood
     * integrated over both, for the mean with a flat prior and for the variance with one that is flat in its logarithm (Rasmussen
     * and Williams 2006, section 2.7; Handcock and Stein 1993, Technometrics 35, equation 3.7); up to a constant that is the same
     * for all processes over as many values. For processes of {@link #of}.
     */
    public double logEvidence() {
        int n = values.length;
        var ones = new double[n];
        Arrays.fill(ones, 1);
        var whitened = factor.forward(ones);
        return -0.5 * factor.logDeterminant()
                - 0.5 * Math.log(dot(whitened, whitened))
                - 0.5 * (n - 1) * Math.log(variance * n);
    }

    /** The points that it is conditioned on, believed ones last. */
    public int size() {
        return points.length;
    }

    /** The hyperparameters. */
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    /** The variance of the process. */
    public double variance() {
        return variance;
    }

    /** The variance of the noise. */
    public double noiseVariance() {
        return variance * hyperparameters.noise();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sum(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += value;
        }
        return sum;
    }
}
