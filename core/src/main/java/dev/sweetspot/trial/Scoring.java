package dev.sweetspot.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One loss made of several by a preference that has one order, in the measure of the trials there are. With the losses f_k,
 * the best values z_k and the widths s_k of the front of these trials, and the weights w_k:
 *
 * <ul>
 *   <li>weighted sum: sum_k w_k (f_k - z_k) / s_k, the weights divided by their sum
 *   <li>Tchebycheff: max_k d_k + 0.05 sum_k d_k with d_k = w_k (f_k - z_k) / s_k (Knowles 2006, IEEE Transactions on
 *       Evolutionary Computation 10, equation 2), z the point aspired to where there is one
 *   <li>lexicographic, of m objectives in their order: with b_k the best f_k among the trials within the tolerances of the
 *       objectives before it, e_k = f_k - b_k - tolerance_k, k the first with e_k above 0, or the last, whose tolerance is
 *       0: (m - k) + e_k / (s_k + |e_k|), where m - k counts the objectives behind it. So an objective that is beyond its
 *       tolerance outweighs all behind it, and scores still grow evenly enough to be modelled.
 * </ul>
 *
 * <p>The width of a loss is that of the front of the trials; where the front has none, the range of all of them; where that
 * is 0, 1.
 */
final class Scoring {
    private static final double AUGMENTATION = 0.05;

    private final Preference preference;
    private final int[] order;
    private final double[] weights;
    private final double[] tolerances;
    private final double[] best;
    private final double[] widths;

    private Scoring(
            Preference preference, int[] order, double[] weights, double[] tolerances, double[] best, double[] widths) {
        this.preference = preference;
        this.order = order;
        this.weights = weights;
        this.tolerances = tolerances;
        this.best = best;
        this.widths = widths;
    }

    /**
     * The score in the measure of these losses.
     *
     * @param preference with one order, that fits the objectives
     * @param losses finite; may be none
     */
    static Scoring of(Preference preference, List<Objective> objectives, List<double[]> losses) {
        int m = objectives.size();
        var front = NonDominated.members(losses).stream().map(losses::get).toList();
        var best = column(front, m, false);
        var widths = widths(losses, front, m);
        var order = new int[m];
        Arrays.setAll(order, k -> k);
        var weights = new double[m];
        var tolerances = new double[m];
        if (preference instanceof Preference.WeightedSum sum) {
            override(objectives, sum.widths(), widths, 1);
            fill(objectives, sum.weights(), weights);
        } else if (preference instanceof Preference.Tchebycheff distance) {
            override(objectives, distance.widths(), widths, 1);
            fill(objectives, distance.weights(), weights);
            for (int k = 0; k < m; k++) {
                var aspired = distance.aspired().get(objectives.get(k).name());
                best[k] = aspired == null ? best[k] : objectives.get(k).loss(aspired);
            }
        } else if (preference instanceof Preference.Lexicographic lexicographic) {
            var names = objectives.stream().map(Objective::name).toList();
            Collection<double[]> in = losses;
            for (int place = 0; place < m; place++) {
                var priority = lexicographic.order().get(place);
                int k = names.indexOf(priority.objective());
                order[place] = k;
                tolerances[k] = place == m - 1 ? 0 : priority.tolerance();
                best[k] = in.stream().mapToDouble(row -> row[k]).min().orElse(0);
                double limit = best[k] + tolerances[k];
                in = in.stream().filter(row -> row[k] <= limit).toList();
            }
        }
        return new Scoring(preference, order, weights, tolerances, best, widths);
    }

    private static double[] widths(List<double[]> losses, List<double[]> front, int m) {
        var widths = new double[m];
        var best = column(front, m, false);
        var worst = column(front, m, true);
        var worstOfAll = column(losses, m, true);
        for (int k = 0; k < m; k++) {
            double width = worst[k] - best[k] > 0 ? worst[k] - best[k] : worstOfAll[k] - best[k];
            widths[k] = width > 0 && Double.isFinite(width) ? width : 1;
        }
        return widths;
    }

    private static double[] column(List<double[]> losses, int m, boolean largest) {
        var result = new double[m];
        for (int k = 0; k < m; k++) {
            int column = k;
            var values = losses.stream().mapToDouble(row -> row[column]);
            result[k] = (largest ? values.max() : values.min()).orElse(0);
        }
        return result;
    }

    private static void override(
            List<Objective> objectives, Map<String, Double> given, double[] values, double otherwise) {
        for (int k = 0; k < values.length && !given.isEmpty(); k++) {
            values[k] = given.getOrDefault(objectives.get(k).name(), otherwise);
        }
    }

    private static void fill(List<Objective> objectives, Map<String, Double> given, double[] weights) {
        override(objectives, given, weights, 0);
        double sum = Arrays.stream(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }

    /** The score, smaller is better; NaN when a loss is not finite. */
    double score(double[] losses) {
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return Double.NaN;
            }
        }
        return preference instanceof Preference.Lexicographic ? inTurn(losses) : weighed(losses);
    }

    private double weighed(double[] losses) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < losses.length; k++) {
            if (weights[k] > 0) {
                double distance = weights[k] * (losses[k] - best[k]) / widths[k];
                sum += distance;
                largest = Math.max(largest, distance);
            }
        }
        return preference instanceof Preference.WeightedSum ? sum : largest + AUGMENTATION * sum;
    }

    private double inTurn(double[] losses) {
        int last = order.length - 1;
        for (int place = 0; ; place++) {
            int k = order[place];
            double excess = losses[k] - best[k] - tolerances[k];
            if (excess > 0 || place == last) {
                return last - place + excess / (widths[k] + Math.abs(excess));
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scoring that
                && preference.equals(that.preference)
                && Arrays.equals(order, that.order)
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(tolerances, that.tolerances)
                && Arrays.equals(best, that.best)
                && Arrays.equals(widths, that.widths);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(best) + Arrays.hashCode(widths);
    }

    /** The rows of losses that trials gave, finite ones only. */
    static List<double[]> losses(List<Objective> objectives, Iterable<Measurements> values) {
        var rows = new ArrayList<double[]>();
        for (var each : values) {
            var row = losses(objectives, each);
            if (Arrays.stream(row).allMatch(Double::isFinite)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** NaN where there is no value. */
    static double[] losses(List<Objective> objectives, Measurements values) {
        return objectives.stream()
                .mapToDouble(each -> each.loss(values.find(each.name()).orElse(Double.NaN)))
                .toArray();
    }
}
