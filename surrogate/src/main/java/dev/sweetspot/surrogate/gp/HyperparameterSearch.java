package dev.sweetspot.surrogate.gp;

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
 * @param shapeSpread the prior's standard deviation of the logarithms of the shapes by which a range is stretched (Snoek et
 *     al. 2014); their median leaves it as it is; 0 leaves all as they are
 */
public record HyperparameterSearch(double scale, double spread, double noise, double noiseSpread, double shapeSpread) {
    private static final double[] SCALE_BOUNDS = {Math.log(0.02), Math.log(50)};
    private static final double[] NOISE_BOUNDS = {Math.log(1e-7), Math.log(20)};
    private static final BoundedLbfgs OPTIMIZER = new BoundedLbfgs(60, 10, 1e-2);

    /** What suits spaces whose ranges a person chose. */
    public static HyperparameterSearch usual() {
        return new HyperparameterSearch(0.3, 1.5, 1e-4, 4.0, 0.75);
    }

    private static final double[] SHAPE_BOUNDS = {Math.log(0.25), Math.log(4)};
    /** Of fewer values nothing is asked about where in a range they change quickly. */
    private static final int FEWEST_FOR_SHAPES = 12;

    /** What suits answers of yes and no: their one step would be taken for a range that is to be stretched without end. */
    public static HyperparameterSearch ofAnswers() {
        return new HyperparameterSearch(0.3, 1.5, 1e-4, 4.0, 0);
    }

    /** The hyperparameters for values. */
    public Hyperparameters find(Columns columns, double[][] points, double[] values) {
        var first = straight(columns, points, values);
        if (shapeSpread == 0 || values.length < FEWEST_FOR_SHAPES) {
            return first;
        }
        var likelihood = new Likelihood(this, columns, points, values, Likelihood.numbers(columns));
        int d = columns.size();
        var start =
                Arrays.copyOf(Arrays.stream(first.lengthScales()).map(Math::log).toArray(), likelihood.unknowns());
        start[d] = Math.log(first.noise());
        return likelihood.hyperparameters(minimum(likelihood, d, start).point());
    }

    /** The same values can be a rough function or a smooth one under noise: a start on each side. */
    private Hyperparameters straight(Columns columns, double[][] points, double[] values) {
        var likelihood = new Likelihood(this, columns, points, values, new int[0]);
        int d = columns.size();
        var best = Optional.<BoundedLbfgs.Minimum>empty();
        for (double[] begin : new double[][] {{0, noise}, {0.7, 0.3}}) {
            var start = new double[d + 1];
            Arrays.fill(start, median(columns) + begin[0]);
            start[d] = Math.log(begin[1]);
            var found = minimum(likelihood, d, start);
            if (best.isEmpty() || found.value() < best.get().value()) {
                best = Optional.of(found);
            }
        }
        return likelihood.hyperparameters(best.orElseThrow().point());
    }

    private static BoundedLbfgs.Minimum minimum(Likelihood likelihood, int d, double[] start) {
        var low = new double[start.length];
        var high = new double[start.length];
        Arrays.fill(low, SHAPE_BOUNDS[0]);
        Arrays.fill(high, SHAPE_BOUNDS[1]);
        Arrays.fill(low, 0, d, SCALE_BOUNDS[0]);
        Arrays.fill(high, 0, d, SCALE_BOUNDS[1]);
        low[d] = NOISE_BOUNDS[0];
        high[d] = NOISE_BOUNDS[1];
        return OPTIMIZER.minimize(likelihood, start, low, high);
    }

    double median(Columns columns) {
        return Math.log(scale) + 0.5 * Math.log(columns.usuallyActive());
    }
}
