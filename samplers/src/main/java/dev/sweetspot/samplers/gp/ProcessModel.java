package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import dev.sweetspot.surrogate.gp.Imagined;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A Gaussian process asked about whole trials. Where trials have parts it has one column more, for how much of a trial was
 * run, and is always asked about all of it: what was seen of a trial that was stopped early counts for as much as such
 * a part tells.
 */
final class ProcessModel implements Model {
    private final GaussianProcess process;
    private final boolean parts;

    /**
     * A model.
     *
     * @param parts whether the process has a last column for the fidelity
     */
    ProcessModel(GaussianProcess process, boolean parts) {
        this.process = process;
        this.parts = parts;
    }

    private double[] whole(double[] point) {
        if (!parts) {
            return point;
        }
        var longer = Arrays.copyOf(point, point.length + 1);
        longer[point.length] = 1;
        return longer;
    }

    private double[][] whole(double[][] points) {
        return parts ? Arrays.stream(points).map(this::whole).toArray(double[][]::new) : points;
    }

    @Override
    public Prediction predict(double[] point) {
        return process.predict(whole(point));
    }

    @Override
    public Prediction[] predict(double[][] points) {
        return process.predict(whole(points));
    }

    @Override
    public double[] means(double[][] points) {
        return process.means(whole(points));
    }

    @Override
    public Prediction predict(double[] point, double[] meanSlope, double[] varianceSlope) {
        if (!parts) {
            return process.predict(point, meanSlope, varianceSlope);
        }
        var longMean = new double[point.length + 1];
        var longVariance = new double[point.length + 1];
        var prediction = process.predict(whole(point), longMean, longVariance);
        System.arraycopy(longMean, 0, meanSlope, 0, point.length);
        System.arraycopy(longVariance, 0, varianceSlope, 0, point.length);
        return prediction;
    }

    /** The variance of the noise as a share of that of the process. */
    double noise() {
        return process.hyperparameters().noise();
    }

    /** What the noiseless values at some points may be; of whole trials without parts only. */
    Imagined imagining(double[][] where, int draws, RandomGenerator random) {
        return process.imagining(where, draws, random);
    }

    /** How far each parameter's influence reaches. */
    double[] lengthScales() {
        return process.hyperparameters().lengthScales();
    }

    @Override
    public Model believing(double[][] pending) {
        return pending.length == 0 ? this : new ProcessModel(process.believing(whole(pending)), parts);
    }

    /** What would have been predicted for each value by all the others: a row of means and one of deviations. */
    double[][] leftOut() {
        var left = process.leaveOneOut();
        return new double[][] {
            Arrays.stream(left).mapToDouble(Prediction::mean).toArray(),
            Arrays.stream(left).mapToDouble(Prediction::deviation).toArray()
        };
    }
}
