package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first objective decides; only among points that are as good as the best in it, up to a tolerance, the second, and so
 * on (lexicographic ordering with tolerances: Fishburn 1974, Management Science 20; Waltz 1967). Pairwise comparison with
 * tolerances would run in circles; so the tolerance is counted from the best among those still in, which gives an order.
 *
 * @param tolerances by how much a loss may be larger than the best one and still count as equal, in the loss's own
 *     measure; one an objective, in the order in which the objectives count; 0 for none
 */
public record Lexicographic(List<Double> tolerances) implements Scalarization {
    /** Keeps a copy and checks the ranges. */
    public Lexicographic {
        tolerances = List.copyOf(tolerances);
        for (double tolerance : tolerances) {
            if (!(tolerance >= 0)) {
                throw new IllegalArgumentException("tolerance = " + tolerance + ": must be at least 0");
            }
        }
        if (tolerances.isEmpty()) {
            throw new IllegalArgumentException("tolerances = []: one for each objective is needed");
        }
    }

    /** The scores are places, from 0; equal points share one. */
    @Override
    public double[] scores(double[][] losses) {
        Weights.fit(losses, tolerances.size());
        var scores = new double[losses.length];
        Arrays.fill(scores, Double.NaN);
        var left = new ArrayList<Integer>();
        for (int i = 0; i < losses.length; i++) {
            if (!Weights.hasNaN(losses[i])) {
                left.add(i);
            }
        }
        int place = 0;
        while (!left.isEmpty()) {
            var winners = winners(losses, left);
            for (int winner : winners) {
                scores[winner] = place;
            }
            place += winners.size();
            left.removeAll(winners);
        }
        return scores;
    }

    private List<Integer> winners(double[][] losses, List<Integer> left) {
        var in = left;
        for (int k = 0; k < tolerances.size(); k++) {
            int loss = k;
            boolean last = k == tolerances.size() - 1;
            double best = in.stream().mapToDouble(i -> losses[i][loss]).min().orElseThrow();
            double limit = best + (last ? 0 : tolerances.get(k));
            in = in.stream().filter(i -> losses[i][loss] <= limit).toList();
        }
        // Of points that tolerance made equal, those with the smaller first loss, and so on.
        var order = new ArrayList<>(in);
        order.sort((one, other) -> Dominance.compareLexicographic(losses[one], losses[other]));
        var first = losses[order.get(0)];
        return order.stream()
                .filter(i -> Dominance.compareLexicographic(losses[i], first) == 0)
                .toList();
    }

    @Override
    public String inWords() {
        return "the objectives in their order, a later one only among equals, tolerances " + tolerances;
    }
}
