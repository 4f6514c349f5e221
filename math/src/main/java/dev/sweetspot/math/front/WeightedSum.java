package dev.sweetspot.math.front;

import java.util.List;
import java.util.stream.Collectors;

/**
 * sum_k w_k (f_k - ideal_k) / (nadir_k - ideal_k). Plain, but only points on the convex part of a front can win, whatever
 * the weights (Das and Dennis 1997, Structural Optimization 14).
 *
 * @param weights one an objective, at least 0, one above 0
 */
public record WeightedSum(List<Double> weights) implements Scalarization {
    /** Keeps a copy and checks the range. */
    public WeightedSum {
        weights = List.copyOf(weights);
        Weights.check(weights);
    }

    @Override
    public double[] scores(double[][] losses) {
        Weights.fit(losses, weights.size());
        var widths = Widths.of(losses, weights.size());
        var scores = new double[losses.length];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < weights.size(); k++) {
                // A weight of 0 leaves an objective out, also where its loss is infinite.
                if (weights.get(k) > 0 || Double.isNaN(losses[i][k])) {
                    scores[i] += weights.get(k) * (losses[i][k] - widths.ideal[k]) / widths.width[k];
                }
            }
        }
        return scores;
    }

    @Override
    public String inWords() {
        return "the sum of the losses, weighted "
                + weights.stream().map(String::valueOf).collect(Collectors.joining(" : "));
    }
}
