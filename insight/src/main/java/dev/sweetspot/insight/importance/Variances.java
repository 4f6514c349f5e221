package dev.sweetspot.insight.importance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The variances of components after {@link Calibration}: of all bags together, and of each as another study might show them.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>V, V<sub>u</sub>, s</td><td>the variance of all, of a component, and V<sub>u</sub> / V</td></tr>
 *   <tr><td>n, E</td><td>configurations; mean square of what is not foretold of those that were kept from the forest</td></tr>
 *   <tr><td>k</td><td>how many free numbers tell a component: a slope and a bend of a number, one less than the names of a
 *       category; of a pair the product</td></tr>
 *   <tr><td>e = sqrt(E / (n V))</td><td>the standard error of each of them, in roots of shares</td></tr>
 *   <tr><td>a = (sqrt(s) + e (1.96 + sqrt(k)))²</td><td>all that may be there, whatever the forest has found of it; a / (a + 1 -
 *       s) is the share of that</td></tr>
 *   <tr><td>(sqrt(s) - 1.96 e)²</td><td>all that has to be there</td></tr>
 * </table>
 *
 * <p>What a forest does not find it does not find in any bag: that the bags agree on nothing is no sign that nothing is there.
 * So the reach of an interval is that of the bags and that of the error of n configurations, as the root of the sum of their
 * squares.
 */
final class Variances {
    private static final double NORMAL_95 = 1.96;

    private final int columns;
    private final double[] all;
    private final double[][] byBag;
    private final double[] factors;
    private final double[][] factorsByBag;
    /** In roots of shares; endless where nothing is there that shares could be of. */
    private final double error;
    /** How many numbers tell each component. */
    private final int[] free;

    private Variances(
            int columns,
            double[] all,
            double[][] byBag,
            double[] factors,
            double[][] factorsByBag,
            double error,
            int[] free) {
        this.columns = columns;
        this.all = all;
        this.byBag = byBag;
        this.factors = factors;
        this.factorsByBag = factorsByBag;
        this.error = error;
        this.free = free;
    }

    /**
     * Those of a forest.
     *
     * @param named the pairs that have a factor of their own
     * @param free how many numbers tell each parameter, then each pair
     */
    static Variances of(Forest forest, Components components, Unseen unseen, int[] named, int[] free) {
        int columns = components.columns();
        int pairs = components.pairs();
        var factors = spread(unseen.factors(), columns, pairs, named);
        var all = new double[columns + pairs + 1];
        double raw = 0;
        for (int k = 0; k < columns + pairs; k++) {
            double variance = k < columns ? components.main(k) : components.pair(k - columns);
            raw += variance;
            all[k] = variance * factors[k] * factors[k];
        }
        close(all, components.total() - raw, factors);
        var factorsByBag = forest.bags().parallelStream()
                .map(bag -> spread(unseen.factors(bag.drawn()), columns, pairs, named))
                .toArray(double[][]::new);
        var byBag = IntStream.range(0, factorsByBag.length)
                .parallel()
                .mapToObj(bag -> ofBag(components, bag, factorsByBag[bag]))
                .toArray(double[][]::new);
        double error = Math.sqrt(unseen.error() / all[columns + pairs]);
        return new Variances(columns, all, byBag, factors, factorsByBag, error, free);
    }

    /** A factor for each component: that of the rest for those without one of their own. */
    private static double[] spread(double[] fitted, int columns, int pairs, int[] named) {
        var result = new double[columns + pairs + 1];
        Arrays.fill(result, fitted[fitted.length - 1]);
        System.arraycopy(fitted, 0, result, 0, columns);
        for (int k = 0; k < named.length; k++) {
            result[columns + named[k]] = fitted[columns + k];
        }
        return result;
    }

    private static double[] ofBag(Components components, int bag, double[] factors) {
        int columns = components.columns();
        var result = new double[factors.length];
        double raw = 0;
        for (int k = 0; k < result.length - 1; k++) {
            double variance = k < columns ? components.main(bag, k) : components.pair(bag, k - columns);
            raw += variance;
            result[k] = variance * factors[k] * factors[k];
        }
        close(result, components.total(bag) - raw, factors);
        return result;
    }

    /** The last is the total: what three and more do together is what is left of it. */
    private static void close(double[] variances, double left, double[] factors) {
        int last = variances.length - 1;
        double sum = 0;
        for (int k = 0; k < last; k++) {
            sum += variances[k];
        }
        variances[last] = sum + Math.max(0, left) * factors[last] * factors[last];
    }

    /** The factor of what a parameter does alone. */
    double factor(int column) {
        return factors[column];
    }

    /** The same of a bag. */
    double factor(int bag, int column) {
        return factorsByBag[bag][column];
    }

    /** How much a parameter accounts for. */
    Importance main(int column, List<String> names) {
        return share(column, names);
    }

    /** How much a pair does. */
    Importance pair(int index, List<String> names) {
        return share(columns + index, names);
    }

    private Importance share(int k, List<String> names) {
        double share = share(all, k);
        var shares = Arrays.stream(byBag).mapToDouble(bag -> share(bag, k)).toArray();
        double mean = Arrays.stream(shares).average().orElse(share);
        double squares =
                Arrays.stream(shares).map(each -> (each - mean) * (each - mean)).sum();
        if (!Double.isFinite(error)) {
            return new Importance(names, share, 0, 1);
        }
        double reach = NORMAL_95 * Math.sqrt(squares / (shares.length - 1));
        double root = Math.sqrt(share);
        double most = Math.pow(root + error * (NORMAL_95 + Math.sqrt(free[k])), 2);
        double least = Math.pow(Math.max(0, root - error * NORMAL_95), 2);
        return new Importance(
                names,
                share,
                Math.max(0, share - Math.hypot(reach, share - least)),
                Math.min(1, share + Math.hypot(reach, Math.max(0, most / (most + 1 - share) - share))));
    }

    private static double share(double[] variances, int k) {
        double total = variances[variances.length - 1];
        return total > 0 ? Math.min(1, variances[k] / total) : 0;
    }
}
