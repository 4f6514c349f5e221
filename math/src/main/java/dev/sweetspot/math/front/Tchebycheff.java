package dev.sweetspot.math.front;

import java.util.List;

/**
 * The augmented weighted Tchebycheff distance, max_k w_k d_k + rho sum_k w_k d_k with d_k = (f_k - z_k) / (nadir_k -
 * ideal_k) (Steuer and Choo 1983, Mathematical Programming 26; Knowles 2006, IEEE Transactions on Evolutionary Computation
 * 10, equation 2). Every point of a front wins for some weights. With a reference point z that a person aspires to it is
 * the achievement function of Wierzbicki (1980): the distance goes on below zero where z is surpassed.
 *
 * @param weights one an objective, at least 0, one above 0
 * @param reference the values aspired to, in losses, one an objective; empty for the ideal point of what there is
 * @param augmentation rho, at least 0; small: it only refuses points that are merely weakly Pareto-optimal
 */
public record Tchebycheff(List<Double> weights, List<Double> reference, double augmentation) {
    /** The rho of Knowles 2006. */
    public static final double AUGMENTATION = 0.05;

    /** Keeps copies and checks the ranges. */
    public Tchebycheff {
        weights = List.copyOf(weights);
        reference = List.copyOf(reference);
        Weights.check(weights);
        if (!reference.isEmpty() && reference.size() != weights.size()) {
            throw new IllegalArgumentException("reference = " + reference + ": needs " + weights.size()
                    + " values, one for each objective, or none");
        }
        if (!(augmentation >= 0 && Double.isFinite(augmentation))) {
            throw new IllegalArgumentException("augmentation = " + augmentation + ": must be finite, at least 0");
        }
    }

    /**
     * A score for each point, smaller is better, in the width of the front of these points. A point with a loss that is NaN
     * scores NaN: it is worse than any number.
     *
     * @param losses n rows of m losses
     * @return n scores
     * @throws IllegalArgumentException when the rows do not fit the weights
     */
    public double[] scores(double[][] losses) {
        Weights.fit(losses, weights.size());
        var widths = Widths.of(losses, weights.size());
        var scores = new double[losses.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Weights.hasNaN(losses[i]) ? Double.NaN : score(losses[i], widths);
        }
        return scores;
    }

    private double score(double[] row, Widths widths) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            if (weights.get(k) > 0) {
                double from = reference.isEmpty() ? widths.ideal[k] : reference.get(k);
                double distance = weights.get(k) * (row[k] - from) / widths.width[k];
                largest = Math.max(largest, distance);
                sum += distance;
            }
        }
        return augmentation == 0 ? largest : largest + augmentation * sum;
    }
}
