package dev.sweetspot.math.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Points of many coordinates laid out in a plane so that near ones stay near: t-distributed stochastic neighbour embedding (van
 * der Maaten and Hinton 2008, Journal of Machine Learning Research 9), exactly. What is far apart in the plane need not have
 * been far apart, and the sizes of clusters mean nothing.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>p</td><td>how near two points are among all, equations 1 and 2 of the paper, symmetric</td></tr>
 *   <tr><td>w = 1 / (1 + |y_i - y_j|²), Z</td><td>how near they are in the plane, and the sum over all pairs</td></tr>
 *   <tr><td>4 Σ (p - w / Z) w (y_i - y_j)</td><td>where a place is moved from, equation 5</td></tr>
 * </table>
 *
 * <p>It begins from the principal components, which keeps what is far apart (Kobak and Berens 2019, Nature Communications 10). The
 * same points, settings and seed give the same places. Time grows with the square of the points: for 500 points some tenths of a
 * second, for 2,000 some seconds.
 *
 * @param perplexity how many neighbours of each point count, at least 1; of few points at most a third of the others
 * @param steps of the descent, at least 1; 250 to 1,000
 */
public record Tsne(double perplexity, int steps) {
    /** The first quarter of the steps pulls together harder, so that clusters form (section 3.4). */
    private static final double EXAGGERATION = 12;

    private static final double BEGIN = 1e-4;
    private static final int SEARCH = 60;
    private static final double LEAST_GAIN = 0.01;

    /** Thirty neighbours, 500 steps. */
    public static Tsne usual() {
        return new Tsne(30, 500);
    }

    /** Checks the ranges. */
    public Tsne {
        if (!(perplexity >= 1) || steps < 1) {
            throw new IllegalArgumentException(
                    "perplexity = " + perplexity + ", steps = " + steps + ": must be at least 1, at least 1");
        }
    }

    /**
     * A place in the plane for each point.
     *
     * @param points n rows of d finite coordinates, d at least 1
     * @return n rows of 2 coordinates, with their mean at 0
     */
    public double[][] embed(double[][] points, long seed) {
        int n = points.length;
        if (n == 0) {
            return new double[0][];
        }
        var descent = new Descent(near(points), begin(points, seed));
        double rate = Math.max(50, n / EXAGGERATION / 4);
        for (int step = 0; step < steps && n > 2; step++) {
            boolean early = step < steps / 4;
            descent.step(early ? EXAGGERATION : 1, early ? 0.5 : 0.8, rate);
        }
        return descent.places();
    }

    /** The principal components, very small, and a little apart where points are the same. */
    private static double[][] begin(double[][] points, long seed) {
        var components = PrincipalComponents.of(points, Math.min(2, points[0].length));
        var random = new SplittableRandom(seed);
        var places = new double[2][points.length];
        double squares = 0;
        for (int i = 0; i < points.length; i++) {
            var projected = components.project(points[i]);
            for (int k = 0; k < projected.length; k++) {
                places[k][i] = projected[k];
            }
            squares += places[0][i] * places[0][i];
        }
        double scale = squares > 0 ? BEGIN / Math.sqrt(squares / points.length) : 1;
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < points.length; i++) {
                places[k][i] = places[k][i] * scale + 0.01 * BEGIN * random.nextGaussian();
            }
        }
        return places;
    }

    /** How near all pairs are, a row for each point; all together 1. */
    private double[][] near(double[][] points) {
        int n = points.length;
        var squared = squaredDistances(points);
        double neighbours = Math.min(perplexity, Math.max(1, (n - 1) / 3.0));
        var near = new double[n][n];
        for (int i = 0; i < n && n > 1; i++) {
            conditional(squared[i], i, Math.log(neighbours), near[i]);
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

    private static double[][] squaredDistances(double[][] points) {
        int n = points.length;
        var squared = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < points[i].length; k++) {
                    double difference = points[i][k] - points[j][k];
                    sum += difference * difference;
                }
                squared[i][j] = sum;
                squared[j][i] = sum;
            }
        }
        return squared;
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

    /** Gradient descent with momentum and a rate of its own for each coordinate (Jacobs 1988), as in section 3.4. */
    private static final class Descent {
        private final double[][] near;
        private final double[][] places;
        private final double[][] moves;
        private final double[][] gains;
        private final double[][] pull;
        private final double[][] push;

        Descent(double[][] near, double[][] places) {
            int n = near.length;
            this.near = near;
            this.places = places;
            this.moves = new double[2][n];
            this.gains = new double[2][n];
            this.pull = new double[2][n];
            this.push = new double[2][n];
            for (var row : gains) {
                Arrays.fill(row, 1);
            }
        }

        void step(double exaggeration, double momentum, double rate) {
            double all = forces();
            for (int k = 0; k < 2; k++) {
                double mean = 0;
                for (int i = 0; i < near.length; i++) {
                    double slope = 4 * (exaggeration * pull[k][i] - push[k][i] / all);
                    boolean onward = slope * moves[k][i] <= 0;
                    gains[k][i] = Math.max(LEAST_GAIN, onward ? gains[k][i] + 0.2 : gains[k][i] * 0.8);
                    moves[k][i] = momentum * moves[k][i] - rate * gains[k][i] * slope;
                    places[k][i] += moves[k][i];
                    mean += places[k][i] / near.length;
                }
                for (int i = 0; i < near.length; i++) {
                    places[k][i] -= mean;
                }
            }
        }

        /** What pulls each place and what pushes it; the sum of how near all are. */
        private double forces() {
            var x = places[0];
            var y = places[1];
            int n = near.length;
            for (int k = 0; k < 2; k++) {
                Arrays.fill(pull[k], 0);
                Arrays.fill(push[k], 0);
            }
            double all = 0;
            for (int i = 0; i < n; i++) {
                var row = near[i];
                double pullX = 0;
                double pullY = 0;
                double pushX = 0;
                double pushY = 0;
                for (int j = 0; j < i; j++) {
                    double dx = x[i] - x[j];
                    double dy = y[i] - y[j];
                    double w = 1 / (1 + dx * dx + dy * dy);
                    all += w;
                    double in = row[j] * w;
                    double out = w * w;
                    pullX += in * dx;
                    pullY += in * dy;
                    pushX += out * dx;
                    pushY += out * dy;
                    pull[0][j] -= in * dx;
                    pull[1][j] -= in * dy;
                    push[0][j] -= out * dx;
                    push[1][j] -= out * dy;
                }
                pull[0][i] += pullX;
                pull[1][i] += pullY;
                push[0][i] += pushX;
                push[1][i] += pushY;
            }
            return 2 * all;
        }

        double[][] places() {
            var result = new double[near.length][];
            for (int i = 0; i < result.length; i++) {
                result[i] = new double[] {places[0][i], places[1][i]};
            }
            return result;
        }
    }
}
