package dev.sweetspot.math.front;

import java.util.Collections;
import java.util.List;

/**
 * A way from several losses to one order: what a person prefers, written down. All losses are minimised, and so are the
 * scores. Scores hold among the points they were computed for, as losses are measured in the width of their front.
 */
public sealed interface Scalarization permits WeightedSum, Tchebycheff, Lexicographic, InRegion {
    /**
     * A score for each point, smaller is better. A point with a loss that is NaN scores NaN: it is worse than any number.
     *
     * @param losses n rows of m losses
     * @return n scores
     * @throws IllegalArgumentException when the rows do not fit the weights
     */
    double[] scores(double[][] losses);

    /** What it prefers, for people. */
    String inWords();

    /** Which point scores best, of equals the first; -1 when there is none with a score. */
    default int best(double[][] losses) {
        var scores = scores(losses);
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i]) && (best < 0 || scores[i] < scores[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Equal weights. */
    static Scalarization weightedSum(int objectives) {
        return new WeightedSum(Collections.nCopies(objectives, 1.0));
    }

    /** Equal weights, the ideal point as reference. */
    static Scalarization tchebycheff(int objectives) {
        return new Tchebycheff(Collections.nCopies(objectives, 1.0), List.of(), Tchebycheff.AUGMENTATION);
    }
}
