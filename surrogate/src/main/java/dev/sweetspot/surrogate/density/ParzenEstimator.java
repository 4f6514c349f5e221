package dev.sweetspot.surrogate.density;

import dev.sweetspot.surrogate.Column;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density over a space with conditions: a mixture of the prior and one kernel for each point, a product over the columns
 * that the point has.
 *
 * <p>All densities are relative to the prior, under which numbers are uniform on the unit interval and categories equally
 * likely. So a kernel says nothing (a factor of 1) about a column that its point does not have: a point in another branch
 * of a condition contributes to what the branches share. Of a column that is not active at the place that is looked at,
 * nothing is asked.
 *
 * <p>The kernels: numbers have a normal density truncated to the unit interval, averaged over the bin of a value where
 * values can be counted; categories keep their own value but for a share that is spread over all (Aitchison and Aitken
 * 1976, Biometrika 63, equation 5). Products over all columns instead of one estimate a column as in Falkner, Klein and
 * Hutter (2018, ICML 35, section 4.1). Immutable.
 */
public final class ParzenEstimator {
    /** Kernels so far below the largest, exp(-20), together change the logarithm by less than 1e-4 at 10,000 points. */
    private static final double NEGLIGIBLE = ExponentialTable.LEAST;

    private final double[][] points;
    private final double[] logFactors;
    private final double[] cumulative;
    private final double logPriorWeight;
    private final Kernels[] kernels;

    /**
     * An estimate from points.
     *
     * @param columns what the coordinates are
     * @param points in the unit cube, NaN where a point does not have a column; there may be none
     * @param weights one a point, above 0
     * @param priorWeight the weight of the prior, above 0, on the scale of the weights
     */
    public ParzenEstimator(
            List<Column> columns, double[][] points, double[] weights, double priorWeight, Bandwidth bandwidth) {
        this.points = points.clone();
        double total = priorWeight;
        for (double weight : weights) {
            total += weight;
        }
        this.logPriorWeight = StrictMath.log(priorWeight / total);
        var logWeights = new double[points.length];
        this.cumulative = new double[points.length];
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] / total;
            cumulative[i] = sum;
            boolean same = i > 0 && weights[i] == weights[i - 1];
            logWeights[i] = same ? logWeights[i - 1] : StrictMath.log(weights[i] / total);
        }
        double dimensions = dimensions(points);
        this.kernels = new Kernels[columns.size()];
        for (int c = 0; c < kernels.length; c++) {
            kernels[c] = new Kernels(columns.get(c), c, points, dimensions, bandwidth);
        }
        this.logFactors = logFactors(kernels, logWeights);
    }

    /** The weights over the masses that the columns leave to this, all as logarithms. */
    private static double[] logFactors(Kernels[] kernels, double[] logWeights) {
        var masses = new double[logWeights.length];
        Arrays.fill(masses, 1);
        for (var column : kernels) {
            column.factoredOut().ifPresent(inside -> {
                for (int i = 0; i < masses.length; i++) {
                    masses[i] *= inside[i];
                }
            });
        }
        var result = new double[masses.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = logWeights[i] - StrictMath.log(masses[i]);
        }
        return result;
    }

    private static double dimensions(double[][] points) {
        double count = 0;
        for (var point : points) {
            for (double coordinate : point) {
                count += Double.isNaN(coordinate) ? 0 : 1;
            }
        }
        return points.length == 0 ? 0 : count / points.length;
    }

    /** The standard deviation of the kernels of numbers on a column; of categories the share that is spread over all. */
    public double width(int column) {
        return kernels[column].width();
    }

    /**
     * The logarithm of the density at a place, relative to that of the prior.
     *
     * @param place in the unit cube; NaN for columns that are not active there
     */
    public double logDensity(double[] place) {
        var sums = logFactors.clone();
        for (int c = 0; c < place.length; c++) {
            if (Double.isNaN(place[c])) {
                kernels[c].factoredOut().ifPresent(inside -> multiply(sums, inside));
            } else if (kernels[c].size() > 0) {
                kernels[c].add(place[c], sums);
            }
        }
        double most = logPriorWeight;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double total = StrictMath.exp(logPriorWeight - most);
        for (double sum : sums) {
            if (sum - most > NEGLIGIBLE) {
                total += ExponentialTable.exp(sum - most);
            }
        }
        return most + StrictMath.log(total);
    }

    private static void multiply(double[] sums, double[] factors) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += StrictMath.log(factors[i]);
        }
    }

    /**
     * A point drawn from the density, with a coordinate for every column: those that turn out not to be active are not
     * to be looked at.
     */
    public double[] draw(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        int kernel = found < 0 ? -found - 1 : found;
        var drawn = new double[kernels.length];
        for (int c = 0; c < drawn.length; c++) {
            double centre = kernel < points.length ? points[kernel][c] : Double.NaN;
            drawn[c] = Double.isNaN(centre) ? random.nextDouble() : kernels[c].draw(centre, random);
        }
        return drawn;
    }
}
