package dev.sweetspot.samplers.tpe;

import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.density.Bandwidth;
import dev.sweetspot.surrogate.density.ParzenEstimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where good trials are, and where the others are.
 *
 * @param good how many were called good
 * @param others how many were not, running ones included
 * @param ofGood the density of the good ones
 * @param ofOthers the density of the others
 */
record Split(int good, int others, ParzenEstimator ofGood, ParzenEstimator ofOthers) {
    /** As many as this at most are called good: with more, their density stops following the best. */
    private static final int MOST_GOOD = 25;

    /**
     * Calls the best good.
     *
     * @param pending where trials run; they count as not good, which keeps the next ones away from them
     */
    static Split of(Ranking ranking, List<double[]> pending, List<Column> columns, double share, double width) {
        int all = ranking.trials().size();
        int good = (int) Math.min(MOST_GOOD, Math.ceil(share * all));
        good = Math.max(1, ranking.kept() > 0 ? Math.min(good, ranking.kept()) : good);
        var best = new double[good][];
        Arrays.setAll(best, i -> ranking.trials().get(i).point());
        var rest = new ArrayList<double[]>(all - good + pending.size());
        for (int i = good; i < all; i++) {
            rest.add(ranking.trials().get(i).point());
        }
        rest.addAll(pending);
        var equal = new double[rest.size()];
        Arrays.fill(equal, 1);
        var bandwidth = new Bandwidth(width);
        return new Split(
                good,
                rest.size(),
                new ParzenEstimator(columns, best, weights(good), 1, bandwidth),
                new ParzenEstimator(columns, rest.toArray(double[][]::new), equal, 1, bandwidth));
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
    double score(double[] place) {
        return ofGood.logDensity(place) - ofOthers.logDensity(place);
    }
}
