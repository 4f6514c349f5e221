package dev.sweetspot.math.front;

import java.util.Arrays;
import java.util.List;

/**
 * A preference region: points whose losses lie at or below limits come first, ordered by another scalarisation; the others
 * follow, the nearer to the region the better. The distance is the largest excess over a limit, measured in the width of
 * the front.
 *
 * @param limits the largest loss that is acceptable, one an objective; positive infinity for no limit
 * @param inside the order among acceptable points
 */
public record InRegion(List<Double> limits, Scalarization inside) implements Scalarization {
    /** Keeps a copy and checks the ranges. */
    public InRegion {
        limits = List.copyOf(limits);
        if (limits.isEmpty() || limits.stream().anyMatch(limit -> Double.isNaN(limit))) {
            throw new IllegalArgumentException("limits = " + limits + ": one number for each objective is needed");
        }
    }

    /** Whether losses lie in the region. */
    public boolean holds(double[] losses) {
        return excess(losses, null) <= 0;
    }

    @Override
    public double[] scores(double[][] losses) {
        Weights.fit(losses, limits.size());
        var widths = Widths.of(losses, limits.size());
        var scores = inside.scores(losses);
        double worst = Arrays.stream(scores).filter(Double::isFinite).max().orElse(0);
        for (int i = 0; i < scores.length; i++) {
            if (!holds(losses[i]) && !Double.isNaN(scores[i])) {
                scores[i] = worst + 1 + excess(losses[i], widths);
            }
        }
        return scores;
    }

    private double excess(double[] losses, @org.jspecify.annotations.Nullable Widths widths) {
        double largest = 0;
        for (int k = 0; k < losses.length; k++) {
            if (!(losses[k] <= limits.get(k))) {
                double width = widths == null ? 1 : widths.width[k];
                largest = Math.max(largest, (losses[k] - limits.get(k)) / width);
            }
        }
        return largest;
    }

    @Override
    public String inWords() {
        return "within the limits " + limits + " first, there by " + inside.inWords();
    }
}
