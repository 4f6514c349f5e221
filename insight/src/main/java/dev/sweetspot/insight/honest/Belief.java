package dev.sweetspot.insight.honest;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.choice.TopScale;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import dev.sweetspot.surrogate.gp.Hyperparameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What noisy results make one believe of the true losses: Gaussian processes of many length scales and noises, each weighed
 * by how probable it makes the results. A single process is surer than it may be, because the same results can be a rough
 * function or a smooth one under noise. What is believed given all results stays true whatever was chosen by them (Dawid
 * 1994): that corrects the winner's value for having been chosen.
 *
 * <p>What neighbours cannot foretell of a result is luck, or a function that is rough between the places that were tried. One
 * result a place cannot tell the two apart; repeats can. So every share is thought possible, small ones more than large ones.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>l, l0, d</td><td>length scales, their prior median, number of columns</td></tr>
 *   <tr><td>g</td><td>what neighbours cannot foretell, over the variance of the process</td></tr>
 *   <tr><td>n²</td><td>the same as a variance</td></tr>
 *   <tr><td>r</td><td>the share of it that is the function and no luck</td></tr>
 *   <tr><td>q(r)</td><td>its prior</td></tr>
 *   <tr><td>S, f</td><td>sum of squares of repeats about their means, number of repeats</td></tr>
 *   <tr><td>weight</td><td>p(y | l, g) g^(1/4) exp(-sum (ln l - ln l0)² / (2 1.5²)) q(r) p(S | (1 - r) n²)</td></tr>
 *   <tr><td>k</td><td>mean square of the leave-one-out residuals of the best quarter over their variances, at least 1</td></tr>
 *   <tr><td>m, v</td><td>what all others foretell of the smooth part at a configuration, and the variance of that, times 1.2 k n / (n - 3)</td></tr>
 *   <tr><td>y, c</td><td>mean of its results, number of runs</td></tr>
 *   <tr><td>w = (v + r n²) / (v + r n² + (1 - r) n² / c)</td><td>how much its own results count</td></tr>
 *   <tr><td>m + w (y - m), w (1 - r) n² / c</td><td>mean and variance of its true loss</td></tr>
 * </table>
 */
final class Belief {
    /** Fewer results tell nothing. */
    static final int FEWEST = 5;

    private static final double SPREAD = 1.5;
    private static final double[] STRETCHES = {0.4, 0.63, 1, 1.6, 2.5};
    private static final double LEAST_NOISE = -4;
    private static final double MOST_NOISE = 1;
    private static final double STEP_OF_NOISE = 0.5;
    /** A process with less than this share of the largest weight changes nothing. */
    private static final double NEGLIGIBLE = 1e-3;

    /** Length scales that were found by the same results make a process too sure; by so much on functions made for that. */
    private static final double PLUGGED_IN = 1.2;

    private static final double[] ROUGH = {0, 0.2, 0.4, 0.6, 0.8, 0.98};
    private static final double[] ROUGH_WEIGHTS = {0.4, 0.2, 0.12, 0.09, 0.07, 0.12};

    private static final int FEWEST_BEST = 5;
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;
    private static final double FAR = 8;

    private final TopScale scale;
    private final Rows rows;
    private final double[] values;
    private final List<Part> parts;

    /**
     * One of the processes, with one share of roughness.
     *
     * @param weight of all one
     * @param left what all others foretell of each result
     * @param inflation by which its variances are multiplied
     * @param rough the share of what neighbours cannot foretell that is no luck
     */
    private record Part(double weight, GaussianProcess process, List<Prediction> left, double inflation, double rough) {
        /** The variance of what neighbours cannot foretell. */
        double nugget() {
            return process.noiseVariance();
        }
    }

    private record Bell(double weight, double mean, double variance) {}

    private Belief(TopScale scale, Rows rows, double[] values, List<Part> parts) {
        this.scale = scale;
        this.rows = rows;
        this.values = values;
        this.parts = parts;
    }

    /**
     * Learns from results.
     *
     * @param rows at least {@link #FEWEST}
     */
    static Belief of(Columns columns, Rows rows) {
        var points = rows.points();
        var scale = TopScale.of(rows.losses());
        var values = Arrays.stream(rows.losses()).map(scale::scaled).toArray();
        double median = HyperparameterSearch.usual().scale() * Math.sqrt(columns.usuallyActive());
        var weights = new ArrayList<Double>();
        var processes = new ArrayList<GaussianProcess>();
        for (var begin : candidates(columns, points, values, median)) {
            for (double stretch : STRETCHES) {
                var scales = Arrays.stream(begin.lengthScales())
                        .map(length -> Math.max(0.02, Math.min(50, length * stretch)))
                        .toArray();
                double prior = Arrays.stream(scales)
                        .map(length -> Math.log(length / median) / SPREAD)
                        .map(z -> -0.5 * z * z)
                        .sum();
                for (double power = LEAST_NOISE; power < MOST_NOISE + STEP_OF_NOISE / 2; power += STEP_OF_NOISE) {
                    double noise = Math.pow(10, power);
                    var process = GaussianProcess.of(
                            columns, points, values, begin.with(scales).with(noise));
                    processes.add(process);
                    weights.add(process.logEvidence() + prior + 0.25 * Math.log(noise));
                }
            }
        }
        double squares = rows.squares() / (scale.width() * scale.width());
        return new Belief(scale, rows, values, weighed(processes, weights, values, squares, rows.repeats()));
    }

    /** Where noise explains much, where it explains little, and where all columns count alike. */
    private static List<Hyperparameters> candidates(
            Columns columns, double[][] points, double[] values, double median) {
        double scale = HyperparameterSearch.usual().scale();
        var alike = new double[columns.size()];
        Arrays.fill(alike, median);
        return List.of(
                new HyperparameterSearch(scale, 1, 0.5, 1, 0).find(columns, points, values),
                new HyperparameterSearch(scale, 1, 1e-3, 1, 0).find(columns, points, values),
                new Hyperparameters(alike, 1));
    }

    private static List<Part> weighed(
            List<GaussianProcess> processes, List<Double> weights, double[] values, double squares, int repeats) {
        var logarithms = new double[processes.size() * ROUGH.length];
        for (int i = 0; i < processes.size(); i++) {
            for (int j = 0; j < ROUGH.length; j++) {
                double luck = Math.max(1e-12, (1 - ROUGH[j]) * processes.get(i).noiseVariance());
                logarithms[i * ROUGH.length + j] = weights.get(i)
                        + Math.log(ROUGH_WEIGHTS[j])
                        - 0.5 * repeats * Math.log(luck)
                        - 0.5 * squares / luck;
            }
        }
        double most = Arrays.stream(logarithms).max().orElseThrow();
        double sum = Arrays.stream(logarithms)
                .map(logarithm -> Math.exp(logarithm - most))
                .filter(weight -> weight > NEGLIGIBLE)
                .sum();
        double n = values.length;
        var parts = new ArrayList<Part>();
        for (int i = 0; i < processes.size(); i++) {
            List<Prediction> left = List.of();
            double inflation = 1;
            for (int j = 0; j < ROUGH.length; j++) {
                double weight = Math.exp(logarithms[i * ROUGH.length + j] - most);
                if (weight > NEGLIGIBLE) {
                    if (left.isEmpty()) {
                        left = List.of(processes.get(i).leaveOneOut());
                        inflation = PLUGGED_IN * surprise(left, values) * n / (n - 3);
                    }
                    parts.add(new Part(weight / sum, processes.get(i), left, inflation, ROUGH[j]));
                }
            }
        }
        return parts;
    }

    /** By how much the best results are worse foretold by all others than the process thinks. */
    private static double surprise(List<Prediction> left, double[] values) {
        var order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        int count = Math.min(values.length, Math.max(FEWEST_BEST, values.length / 4));
        double squares = 0;
        for (int k = 0; k < count; k++) {
            int i = order[k];
            squares += (values[i] - left.get(i).mean())
                    * (values[i] - left.get(i).mean())
                    / left.get(i).variance();
        }
        return Math.max(1, squares / count);
    }

    /** The true loss of the configuration in a row. */
    Estimate of(int row) {
        var bells = parts.stream().map(part -> bell(part, row)).toList();
        return new Estimate(
                scale.loss(quantile(bells, 0.5)),
                scale.loss(quantile(bells, TAIL)),
                scale.loss(quantile(bells, 1 - TAIL)));
    }

    private Bell bell(Part part, int row) {
        var left = part.left().get(row);
        double smooth = Math.max(0, left.variance() - part.nugget()) * part.inflation();
        double before = smooth + part.rough() * part.nugget();
        double luck = (1 - part.rough()) * part.nugget() * part.inflation() / rows.runs(row);
        double share = before / (before + luck);
        return new Bell(part.weight(), left.mean() + share * (values[row] - left.mean()), share * luck);
    }

    /** By how much the true loss in another row is above that in a row. */
    Estimate gap(int row, int other) {
        double from = quantile(parts.stream().map(part -> bell(part, row)).toList(), 0.5);
        var bells = gaps(row, other);
        return new Estimate(
                gap(from, quantile(bells, 0.5)),
                gap(from, quantile(bells, TAIL)),
                gap(from, quantile(bells, 1 - TAIL)));
    }

    private double gap(double from, double difference) {
        return scale.loss(from + difference) - scale.loss(from);
    }

    /** The probability that the true loss in a row is lower than in another. */
    double probabilityBetter(int row, int other) {
        return 1 - probability(gaps(row, other), 0);
    }

    private List<Bell> gaps(int row, int other) {
        return parts.stream()
                .map(part -> rows.runs(row) == 1 && rows.runs(other) == 1
                        ? joint(part, row, other)
                        : apart(part, row, other))
                .toList();
    }

    /** Neighbours share what is not known of the smooth part. */
    private Bell joint(Part part, int row, int other) {
        var smooth = part.process().difference(rows.points()[other], rows.points()[row]);
        double r = part.rough();
        return new Bell(
                part.weight(),
                (1 - r) * smooth.mean() + r * (values[other] - values[row]),
                part.inflation() * ((1 - r) * (1 - r) * smooth.variance() + 2 * r * (1 - r) * part.nugget()));
    }

    private Bell apart(Part part, int row, int other) {
        var one = bell(part, row);
        var two = bell(part, other);
        return new Bell(part.weight(), two.mean() - one.mean(), one.variance() + two.variance());
    }

    /** The standard deviation of a result under another seed, in units of the loss near the best ones. */
    double noise() {
        return scale.width()
                * Math.sqrt(parts.stream()
                        .mapToDouble(part -> part.weight() * (1 - part.rough()) * part.nugget())
                        .sum());
    }

    private static double probability(List<Bell> bells, double below) {
        double sum = 0;
        for (var bell : bells) {
            sum += bell.weight() * Normal.probability((below - bell.mean()) / deviation(bell));
        }
        return sum;
    }

    private static double deviation(Bell bell) {
        return Math.max(1e-9, Math.sqrt(bell.variance()));
    }

    private static double quantile(List<Bell> bells, double probability) {
        double low = bells.stream()
                .mapToDouble(bell -> bell.mean() - FAR * deviation(bell))
                .min()
                .orElseThrow();
        double high = bells.stream()
                .mapToDouble(bell -> bell.mean() + FAR * deviation(bell))
                .max()
                .orElseThrow();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probability(bells, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
