package dev.sweetspot.surrogate.density;

import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where good trials are, and where the others are.
 *
 * @param ofGood the density of the good ones
 * @param ofOthers the density of the others
 */
public record Contrast(ParzenEstimator ofGood, ParzenEstimator ofOthers) {
    /**
     * The densities of both parts of a ranking.
     *
     * @param pending where trials run; they count as not good, which keeps the next ones away from them
     * @param width of the kernels, see {@link Bandwidth}
     */
    public static Contrast of(Ranking ranking, List<double[]> pending, List<Column> columns, double width) {
        var good = ranking.good().stream().map(Observation::point).toArray(double[][]::new);
        var others = new ArrayList<double[]>(ranking.others().size() + pending.size());
        ranking.others().forEach(observation -> others.add(observation.point()));
        others.addAll(pending);
        var equal = new double[others.size()];
        Arrays.fill(equal, 1);
        var bandwidth = new Bandwidth(width);
        return new Contrast(
                new ParzenEstimator(columns, good, weights(good.length), 1, bandwidth),
                new ParzenEstimator(columns, others.toArray(double[][]::new), equal, 1, bandwidth));
    }

    /** Falling with the square of the rank, with the sum {@code good}. */
    private static double[] weights(int good) {
        var weights = new double[good];
        double sum = 0;
        for (int i = 0; i < good; i++) {
            weights[i] = (double) (good - i) * (good - i);
            sum += weights[i];
        }
        for (int i = 0; i < good; i++) {
            weights[i] *= good / sum;
        }
        return weights;
    }

    /** The logarithm of how much more frequent good trials are at a place than others. */
    public double score(double[] place) {
        return ofGood.logDensity(place) - ofOthers.logDensity(place);
    }
}
