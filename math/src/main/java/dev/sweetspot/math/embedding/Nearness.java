package dev.sweetspot.math.embedding;

/** How near all pairs of points are among all, for a number of neighbours that count: equations 1 and 2 of the paper of {@link Tsne}. */
final class Nearness {
    private static final int SEARCH = 60;

    private Nearness() {}

    /** A row for each point; symmetric, and all together 1. */
    static double[][] of(Points points, double neighbours) {
        int n = points.size();
        var near = new double[n][n];
        for (int i = 0; i < n && n > 1; i++) {
            conditional(points.squaredDistances(i), i, Math.log(neighbours), near[i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double both = (near[i][j] + near[j][i]) / (2 * n);
                near[i][j] = both;
                near[j][i] = both;
            }
        }
        return near;
    }

    /** The probabilities of the neighbours of a point, with the width of the normal that gives the entropy wanted. */
    private static void conditional(double[] squared, int self, double wanted, double[] probabilities) {
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        for (int j = 0; j < squared.length; j++) {
            if (j != self) {
                least = Math.min(least, squared[j]);
                mean += squared[j] / (squared.length - 1);
            }
        }
        double precision = mean > least ? 1 / (mean - least) : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < SEARCH; step++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < squared.length; j++) {
                // Less the least, so that not all of them vanish.
                double beyond = squared[j] - least;
                probabilities[j] = j == self ? 0 : Math.exp(-precision * beyond);
                sum += probabilities[j];
                weighted += probabilities[j] * beyond;
            }
            double entropy = Math.log(sum) + precision * weighted / sum;
            for (int j = 0; j < squared.length; j++) {
                probabilities[j] /= sum;
            }
            if (Math.abs(entropy - wanted) < 1e-6) {
                return;
            }
            if (entropy > wanted) {
                low = precision;
                precision = Double.isInfinite(high) ? precision * 2 : (low + high) / 2;
            } else {
                high = precision;
                precision = (low + high) / 2;
            }
        }
    }
}
