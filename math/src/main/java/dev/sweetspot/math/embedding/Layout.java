package dev.sweetspot.math.embedding;

import java.util.Arrays;

/**
 * A map that is being laid out by {@link Tsne}, step by step: gradient descent with momentum and a rate of its own for each
 * coordinate (Jacobs 1988), as in section 3.4 of the paper. Not safe for several threads.
 */
public final class Layout {
    private static final double LEAST_GAIN = 0.01;

    private final Tsne settings;
    private final double rate;
    private final double[][] near;
    private final double[][] places;
    private final double[][] moves;
    private final double[][] gains;
    private final double[][] pull;
    private final double[][] push;
    private int done;

    Layout(Tsne settings, double rate, double[][] near, double[][] places) {
        int n = near.length;
        this.settings = settings;
        this.rate = rate;
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

    /** How many steps of the descent were made. */
    public int done() {
        return done;
    }

    /** Whether all steps were made. */
    public boolean isDone() {
        return done >= settings.steps();
    }

    /** Makes one step; O(n²). Nothing is left to do after the last. */
    public void step() {
        if (done >= settings.steps()) {
            return;
        }
        boolean early = done < settings.steps() / 4;
        if (near.length > 2) {
            step(early ? settings.exaggeration() : 1, early ? 0.5 : 0.8);
        }
        done++;
    }

    private void step(double exaggeration, double momentum) {
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

    /**
     * How much is lost by the map as it is: the divergence of the nearness in it from that of the points, in nats, 0 for none.
     * Maps of the same points are compared by it only where their perplexity is the same.
     */
    public double divergence() {
        double all = 0;
        for (int i = 0; i < near.length; i++) {
            for (int j = 0; j < i; j++) {
                all += 2 * nearInMap(i, j);
            }
        }
        double sum = 0;
        for (int i = 0; i < near.length; i++) {
            for (int j = 0; j < i; j++) {
                double p = near[i][j];
                if (p > 0) {
                    sum += 2 * p * Math.log(p * all / nearInMap(i, j));
                }
            }
        }
        return sum;
    }

    private double nearInMap(int i, int j) {
        double dx = places[0][i] - places[0][j];
        double dy = places[1][i] - places[1][j];
        return 1 / (1 + dx * dx + dy * dy);
    }

    /** Where each point is now: n rows of 2 coordinates, with their mean at 0. */
    public double[][] places() {
        var result = new double[near.length][];
        for (int i = 0; i < result.length; i++) {
            result[i] = new double[] {places[0][i], places[1][i]};
        }
        return result;
    }
}
