package dev.sweetspot.insight.honest;

import dev.sweetspot.insight.honest.Bells.Bell;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.choice.TopScale;
import dev.sweetspot.surrogate.gp.DrawnProcesses;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What noisy results make one believe of the true losses: Gaussian processes {@linkplain DrawnProcesses drawn} by how probable
 * the results make them. A single process is surer than it may be, because the same results can be a rough function or a
 * smooth one under noise. What is believed given all results stays true whatever was chosen by them (Dawid 1994): that
 * corrects the winner's value for having been chosen.
 *
 * <p>What neighbours cannot foretell of a result is luck, or a function that is rough between the places that were tried. One
 * result a place cannot tell the two apart; repeats can. So every share is thought possible, small ones more than large ones.
 *
 * <p>A process is equally steep everywhere, and functions are not: near their best they often fall off more steeply. So how
 * far a single configuration may truly be from what its neighbours say is taken for a draw from Student's distribution, which
 * believes in what lies far out (O'Hagan 1979), and its own result tells.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>n²</td><td>the variance of what neighbours cannot foretell</td></tr>
 *   <tr><td>r</td><td>the share of it that is the function and no luck</td></tr>
 *   <tr><td>q(r)</td><td>its prior</td></tr>
 *   <tr><td>S, f</td><td>sum of squares of repeats about their means, number of repeats</td></tr>
 *   <tr><td>p(S | r)</td><td>((1 - r) n²)^(-f/2) exp(-S / (2 (1 - r) n²))</td></tr>
 *   <tr><td>m, v</td><td>what all others foretell of the smooth part at a configuration, and the variance of that</td></tr>
 *   <tr><td>y, c</td><td>mean of its results, number of runs</td></tr>
 *   <tr><td>t, p(t)</td><td>by how much v is larger there; inverse gamma, so that three degrees of freedom come out</td></tr>
 *   <tr><td>weight of r, t</td><td>q(r) p(S | r) p(t) N(y; m, t v + r n² + (1 - r) n² / c) / N(y; m, v + r n² + (1 - r) n² / c)
 *       </td></tr>
 *   <tr><td>k</td><td>mean square of the leave-one-out residuals of the best quarter over their variances, at least 1; times n /
 *       (n - 3)</td></tr>
 *   <tr><td>V = k t v + r n², L = k (1 - r) n² / c</td><td>variances of the truth before its results, and of their luck</td></tr>
 *   <tr><td>w = V / (V + L)</td><td>how much its own results count</td></tr>
 *   <tr><td>m + w (y - m), w L</td><td>mean and variance of its true loss</td></tr>
 * </table>
 */
final class Belief {
    /** Fewer results tell nothing. */
    static final int FEWEST = 5;

    private static final double[] ROUGH = {0, 0.2, 0.4, 0.6, 0.8, 0.98};
    private static final double[] ROUGH_WEIGHTS = {0.4, 0.2, 0.12, 0.09, 0.07, 0.12};

    /** Powers of 4, each for all between its halves and doubles. */
    private static final double[] TIMES = {0.25, 1, 4, 16, 64, 256, 1024};
    /** The inverse gamma distribution of shape and scale 3/2 between 0, 1/2, 2, 8, 32, 128, 512 and the endless. */
    private static final double[] TIMES_WEIGHTS = {0.1116, 0.5707, 0.2631, 0.0472, 0.0065, 0.0008, 0.0001};

    private static final double TAIL = 0.025;
    private static final int FEWEST_BEST = 5;
    private static final double LEAST_LUCK = 1e-12;
    private static final long SEED = 1;

    private final TopScale scale;
    private final Rows rows;
    private final double[] values;
    private final List<Part> parts;

    /** One of the processes. */
    private static final class Part {
        private final GaussianProcess process;
        /** What all others foretell of each result. */
        private final Prediction[] left;
        /** By this its variances are multiplied. */
        private final double inflation;
        /** How probable each share of roughness is. */
        private final double[] shares;

        Part(GaussianProcess process, double[] values, double[] shares) {
            this.process = process;
            this.left = process.leaveOneOut();
            double n = values.length;
            this.inflation = surprise(left, values) * n / (n - 3);
            this.shares = shares;
        }

        /** The variance of what neighbours cannot foretell. */
        double nugget() {
            return process.noiseVariance();
        }

        /** The variance of the smooth part at a row, given all others. */
        double smooth(int row) {
            return Math.max(0, left[row].variance() - nugget());
        }

        /** The variance of the luck of one result. */
        double luck(int j) {
            return Math.max(LEAST_LUCK, (1 - ROUGH[j]) * nugget());
        }
    }

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
        var scale = TopScale.of(rows.losses());
        var values = Arrays.stream(rows.losses()).map(scale::scaled).toArray();
        double squares = rows.squares() / (scale.width() * scale.width());
        var parts = DrawnProcesses.usual()
                .of(columns, rows.points(), values, process -> ofRepeats(process, squares, rows.repeats()), SEED)
                .stream()
                .map(process -> new Part(process, values, shares(process, squares, rows.repeats())))
                .toList();
        return new Belief(scale, rows, values, parts);
    }

    /** How probable repeats are, whatever the share of roughness: as a logarithm. */
    private static double ofRepeats(GaussianProcess process, double squares, int repeats) {
        return repeats == 0 ? 0 : logarithmOfSum(logarithms(process, squares, repeats));
    }

    private static double[] shares(GaussianProcess process, double squares, int repeats) {
        var logarithms = logarithms(process, squares, repeats);
        double sum = logarithmOfSum(logarithms);
        return Arrays.stream(logarithms).map(each -> Math.exp(each - sum)).toArray();
    }

    private static double[] logarithms(GaussianProcess process, double squares, int repeats) {
        var result = new double[ROUGH.length];
        Arrays.setAll(result, j -> {
            double luck = Math.max(LEAST_LUCK, (1 - ROUGH[j]) * process.noiseVariance());
            return Math.log(ROUGH_WEIGHTS[j]) - 0.5 * repeats * Math.log(luck) - 0.5 * squares / luck;
        });
        return result;
    }

    private static double logarithmOfSum(double[] logarithms) {
        double most = Arrays.stream(logarithms).max().orElseThrow();
        return most
                + Math.log(Arrays.stream(logarithms)
                        .map(each -> Math.exp(each - most))
                        .sum());
    }

    /** By how much the best results are worse foretold by all others than the process thinks. */
    private static double surprise(Prediction[] left, double[] values) {
        var order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        int count = Math.min(values.length, Math.max(FEWEST_BEST, values.length / 4));
        double squares = 0;
        for (int k = 0; k < count; k++) {
            double residual = values[order[k]] - left[order[k]].mean();
            squares += residual * residual / left[order[k]].variance();
        }
        return Math.max(1, squares / count);
    }

    /** The true loss of the configuration in a row. */
    Estimate of(int row) {
        var bells = bells(row);
        return new Estimate(
                scale.loss(bells.quantile(0.5)),
                scale.loss(bells.quantile(TAIL)),
                scale.loss(bells.quantile(1 - TAIL)));
    }

    /** What the true loss of the configuration in a row is expected to be, on the scale that the belief is formed on. */
    double expected(int row) {
        return bells(row).mean();
    }

    private Bells bells(int row) {
        var bells = new ArrayList<Bell>();
        parts.forEach(part -> bells.addAll(bells(part, row)));
        return Bells.of(bells);
    }

    private List<Bell> bells(Part part, int row) {
        double smooth = part.smooth(row);
        double expected = part.left[row].mean();
        double residual = values[row] - expected;
        var bells = new ArrayList<Bell>();
        for (int j = 0; j < ROUGH.length; j++) {
            double rough = ROUGH[j] * part.nugget();
            double luck = part.luck(j) / rows.runs(row);
            double usual = logDensity(residual, smooth + rough + luck);
            for (int i = 0; i < TIMES.length; i++) {
                double weight = part.shares[j]
                        * TIMES_WEIGHTS[i]
                        * Math.exp(logDensity(residual, TIMES[i] * smooth + rough + luck) - usual);
                double before = part.inflation * TIMES[i] * smooth + rough;
                double inflated = part.inflation * luck;
                double share = before / (before + inflated);
                bells.add(Bell.of(weight, expected + share * residual, share * inflated));
            }
        }
        return bells;
    }

    private static double logDensity(double residual, double variance) {
        return -0.5 * (Math.log(variance) + residual * residual / variance);
    }

    /** By how much the true loss in another row is above that in a row. */
    Estimate gap(int row, int other) {
        double from = bells(row).quantile(0.5);
        var bells = gaps(row, other);
        return new Estimate(
                gap(from, bells.quantile(0.5)), gap(from, bells.quantile(TAIL)), gap(from, bells.quantile(1 - TAIL)));
    }

    private double gap(double from, double difference) {
        return scale.loss(from + difference) - scale.loss(from);
    }

    /** The probability that the true loss in a row is lower than in another. */
    double probabilityBetter(int row, int other) {
        return 1 - gaps(row, other).probability(0);
    }

    private Bells gaps(int row, int other) {
        boolean once = rows.runs(row) == 1 && rows.runs(other) == 1;
        var bells = new ArrayList<Bell>();
        for (var part : parts) {
            var smooth = part.process.difference(rows.points()[other], rows.points()[row]);
            for (int j = 0; j < ROUGH.length; j++) {
                bells.add(once ? joint(part, smooth, j, row, other) : apart(part, j, row, other));
            }
        }
        return Bells.of(bells);
    }

    /** Neighbours share what is not known of the smooth part. */
    private Bell joint(Part part, Prediction smooth, int j, int row, int other) {
        double r = ROUGH[j];
        return Bell.of(
                part.shares[j],
                (1 - r) * smooth.mean() + r * (values[other] - values[row]),
                part.inflation * ((1 - r) * (1 - r) * smooth.variance() + 2 * r * (1 - r) * part.nugget()));
    }

    private Bell apart(Part part, int j, int row, int other) {
        var one = alone(part, j, row);
        var two = alone(part, j, other);
        return Bell.of(
                part.shares[j],
                two.mean() - one.mean(),
                one.deviation() * one.deviation() + two.deviation() * two.deviation());
    }

    private Bell alone(Part part, int j, int row) {
        double expected = part.left[row].mean();
        double before = part.inflation * part.smooth(row) + ROUGH[j] * part.nugget();
        double luck = part.inflation * part.luck(j) / rows.runs(row);
        double share = before / (before + luck);
        return Bell.of(1, expected + share * (values[row] - expected), share * luck);
    }

    /** The standard deviation of a result under another seed, in units of the loss near the best ones. */
    double noise() {
        double sum = 0;
        for (var part : parts) {
            for (int j = 0; j < ROUGH.length; j++) {
                sum += part.shares[j] * (1 - ROUGH[j]) * part.nugget() / parts.size();
            }
        }
        return scale.width() * Math.sqrt(sum);
    }
}
