package dev.sweetspot.surrogate.density;

import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where good trials are, and where the others are.
 *
 * @param ofGood the density of the good ones
 * @param ofOthers the density of the others
 */
public record Contrast(ParzenEstimator ofGood, ParzenEstimator ofOthers) {
    /** More of the others make their density no better known, and every proposal slower: each stands for several then. */
    private static final int MOST_OTHERS = 1_000;

    /**
     * The densities of both parts of a ranking.
     *
     * @param pending where trials run; they count as not good, which keeps the next ones away from them
     * @param width of the kernels, see {@link Bandwidth}
     */
    public static Contrast of(Ranking ranking, List<double[]> pending, List<Column> columns, double width) {
        var good = ranking.good().stream().map(Observation::point).toArray(double[][]::new);
        int looked = Math.min(MOST_OTHERS, ranking.others().size());
        var others = new double[looked + pending.size()][];
        var weights = new double[others.length];
        Arrays.fill(weights, 1);
        var all = ranking.others();
        var lots = new SplittableRandom(all.size());
        for (int i = 0; i < looked; i++) {
            // One of each stretch, by lot: trials that follow a pattern would look otherwise if every tenth were taken.
            int from = (int) ((long) i * all.size() / looked);
            int to = (int) ((i + 1L) * all.size() / looked);
            others[i] = all.get(from + (to - from > 1 ? lots.nextInt(to - from) : 0))
                    .point();
            weights[i] = (double) all.size() / looked;
        }
        for (int i = 0; i < pending.size(); i++) {
            others[looked + i] = pending.get(i);
        }
        var bandwidth = new Bandwidth(width);
        return new Contrast(
                new ParzenEstimator(columns, good, weights(good.length), 1, bandwidth),
                new ParzenEstimator(columns, others, weights, 1, bandwidth));
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
