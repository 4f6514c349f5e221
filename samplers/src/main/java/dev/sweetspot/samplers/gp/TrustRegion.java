package dev.sweetspot.samplers.gp;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A box around the best trial, in which the next one is looked for where parameters are many (Eriksson, Pearce, Gardner,
 * Turner and Poloczek 2019, NeurIPS, "TuRBO"). In a large cube nearly everything is far from what was tried, so that
 * the largest expected improvement is where nothing is known, again and again; near the best a model knows something. The
 * box grows after improvements and shrinks after failures; when it has become too small to matter it begins anew. It is
 * as long in each direction as the length scales say, and holds a function of the ended trials in their order.
 */
final class TrustRegion {
    private static final double LARGEST = 1.6;
    private static final double FIRST = 0.8;
    private static final double SMALLEST = 1.0 / 128;
    private static final int SUCCESSES = 3;
    /** A success has to be one by a thousandth. */
    private static final double BY = 1e-3;
    /** So many parameters of the best are changed at once. */
    private static final double CHANGED = 20;

    private final Columns columns;
    private final double[] centre;
    private final double[] low;
    private final double[] high;

    private TrustRegion(Columns columns, double[] centre, double[] low, double[] high) {
        this.columns = columns;
        this.centre = centre;
        this.low = low;
        this.high = high;
    }

    /**
     * The region after these trials.
     *
     * @param columns of the space
     * @param points of feasible trials in the order in which they ended, at least one
     * @param losses one a point
     * @param lengthScales one a column
     */
    static TrustRegion of(Columns columns, double[][] points, double[] losses, double[] lengthScales) {
        int best = 0;
        double length = FIRST;
        int successes = 0;
        int failures = 0;
        double patience = Math.max(4, Math.min(12, Math.ceil(columns.usuallyActive() / 3)));
        for (int i = 1; i < losses.length; i++) {
            boolean success = losses[i] < losses[best] - BY * Math.abs(losses[best]);
            best = losses[i] < losses[best] ? i : best;
            successes = success ? successes + 1 : 0;
            failures = success ? 0 : failures + 1;
            if (successes == SUCCESSES) {
                length = Math.min(LARGEST, 2 * length);
                successes = 0;
            } else if (failures >= patience) {
                length = length / 2 < SMALLEST ? FIRST : length / 2;
                failures = 0;
            }
        }
        return around(columns, points[best], length, lengthScales);
    }

    private static TrustRegion around(Columns columns, double[] centre, double length, double[] lengthScales) {
        double sum = 0;
        int numbers = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.named(i)) {
                sum += Math.log(lengthScales[i]);
                numbers++;
            }
        }
        double usual = Math.exp(sum / Math.max(1, numbers));
        var low = new double[columns.size()];
        var high = new double[columns.size()];
        for (int i = 0; i < low.length; i++) {
            boolean bounded = !columns.named(i) && !Double.isNaN(centre[i]);
            double half = length / 2 * lengthScales[i] / usual;
            low[i] = bounded ? Math.max(0, centre[i] - half) : 0;
            high[i] = bounded ? Math.min(1, centre[i] + half) : 1;
        }
        return new TrustRegion(columns, centre, low, high);
    }

    /** Where it begins in a column. */
    double low(int column) {
        return low[column];
    }

    /** Where it ends in a column. */
    double high(int column) {
        return high[column];
    }

    /** Some parameters of its centre drawn anew within it. */
    Optional<Configuration> draw(Encoding encoding, RandomGenerator random) {
        double share = Math.min(1, CHANGED / columns.usuallyActive());
        var point = new double[centre.length];
        for (int i = 0; i < point.length; i++) {
            boolean gap = Double.isNaN(centre[i]);
            boolean anew = gap || random.nextDouble() < (columns.named(i) ? share / 4 : share);
            point[i] = anew ? low[i] + random.nextDouble() * (high[i] - low[i]) : centre[i];
        }
        return encoding.decode(point).or(() -> encoding.repair(point, random));
    }
}
