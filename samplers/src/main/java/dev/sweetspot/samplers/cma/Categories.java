package dev.sweetspot.samplers.cma;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The probabilities of choices, moved along the natural gradient with a step that adapts itself (CatCMA: Hamano, Saito,
 * Nomura, Uchida and Shirakawa 2024, GECCO, section 3; the step: Akimoto et al. 2019, ICML, algorithm 2). A margin keeps
 * every choice alive.
 */
final class Categories {
    private static final double ALPHA = 1.5;

    private final double[][] chances;
    private final double[] least;
    private final double[] path;
    private double shrink = 1;
    private double normalisation;

    /** @param counts the number of choices of each parameter, at least 2 */
    Categories(int[] counts) {
        chances = new double[counts.length][];
        least = new double[counts.length];
        int free = 0;
        for (int k = 0; k < counts.length; k++) {
            chances[k] = new double[counts[k]];
            Arrays.fill(chances[k], 1.0 / counts[k]);
            least[k] = (1 - Math.pow(0.73, 1.0 / counts.length)) / (counts[k] - 1);
            free += counts[k] - 1;
        }
        path = new double[free];
    }

    private Categories(Categories other) {
        chances = Arrays.stream(other.chances).map(double[]::clone).toArray(double[][]::new);
        least = other.least;
        path = other.path.clone();
        shrink = other.shrink;
        normalisation = other.normalisation;
    }

    Categories copy() {
        return new Categories(this);
    }

    double[] chances(int k) {
        return chances[k];
    }

    int[] draw(RandomGenerator random) {
        var drawn = new int[chances.length];
        for (int k = 0; k < drawn.length; k++) {
            double left = random.nextDouble();
            while (drawn[k] < chances[k].length - 1 && left >= chances[k][drawn[k]]) {
                left -= chances[k][drawn[k]++];
            }
        }
        return drawn;
    }

    /**
     * One generation.
     *
     * @param choices for each trial the choice of each parameter, -1 where it was not active
     * @param weights one for each trial; only positive ones count
     */
    void update(int[][] choices, double[] weights) {
        if (path.length == 0) {
            return;
        }
        var gradient = new double[chances.length][];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = new double[chances[k].length];
            for (int i = 0; i < choices.length; i++) {
                if (weights[i] > 0 && choices[i][k] >= 0) {
                    for (int c = 0; c < gradient[k].length; c++) {
                        gradient[k][c] += weights[i] * ((choices[i][k] == c ? 1 : 0) - chances[k][c]);
                    }
                }
            }
        }
        var direction = flattened(gradient);
        double length = 0;
        for (double value : direction) {
            length += value * value;
        }
        length = Math.sqrt(length) + 1e-30;
        double rate = 1 / (shrink * Math.sqrt(path.length));
        double pathLength = 0;
        for (int i = 0; i < path.length; i++) {
            path[i] = (1 - rate) * path[i] + Math.sqrt(rate * (2 - rate)) * direction[i] / length;
            pathLength += path[i] * path[i];
        }
        normalisation = (1 - rate) * (1 - rate) * normalisation + rate * (2 - rate);
        shrink = Math.max(1, shrink * Math.exp(rate * (normalisation - pathLength / ALPHA)));
        for (int k = 0; k < chances.length; k++) {
            for (int c = 0; c < chances[k].length; c++) {
                chances[k][c] += gradient[k][c] / length / shrink;
            }
            keepAlive(chances[k], least[k]);
        }
    }

    /** The gradient in coordinates in which the Fisher metric is the usual one, one fewer than choices a parameter. */
    private double[] flattened(double[][] gradient) {
        var flat = new double[path.length];
        int place = 0;
        for (int k = 0; k < gradient.length; k++) {
            int last = gradient[k].length - 1;
            double sum = 0;
            for (int c = 0; c < last; c++) {
                sum += gradient[k][c];
            }
            double root = Math.sqrt(chances[k][last]);
            for (int c = 0; c < last; c++) {
                double own = Math.sqrt(chances[k][c]);
                flat[place++] = gradient[k][c] / own + own * sum / (chances[k][last] + root);
            }
        }
        return flat;
    }

    private static void keepAlive(double[] chances, double least) {
        double sum = 0;
        for (int c = 0; c < chances.length; c++) {
            chances[c] = Math.max(chances[c], least);
            sum += chances[c];
        }
        double above = sum - least * chances.length;
        double all = 0;
        for (int c = 0; c < chances.length; c++) {
            chances[c] -= above > 0 ? (sum - 1) * (chances[c] - least) / above : 0;
            all += chances[c];
        }
        for (int c = 0; c < chances.length; c++) {
            chances[c] /= all;
        }
    }
}
