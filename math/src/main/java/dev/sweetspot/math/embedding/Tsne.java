package dev.sweetspot.math.embedding;

import java.util.OptionalDouble;
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
 * <p>The same points, settings and seed give the same places. Time grows with the square of the points: for 500 points some
 * tenths of a second, for 2,000 some seconds.
 *
 * @param perplexity how many neighbours of each point count, at least 1; of few points at most a third of the others
 * @param steps of the descent, at least 1; 250 to 1,000
 * @param rate how far a step goes, above 0; empty for {@link #usualRate}
 * @param exaggeration how much harder the first quarter of the steps pulls together, so that clusters form (section 3.4), at least
 *     1; 4 to 32
 * @param start where places are before the first step
 */
public record Tsne(double perplexity, int steps, OptionalDouble rate, double exaggeration, Start start) {
    /** What the paper's authors use in their program, and others since. */
    public static final double USUAL_EXAGGERATION = 12;

    private static final double BEGIN = 1e-4;

    /** Where places are before the first step. */
    public enum Start {
        /** The principal components, very small: what is far apart stays far apart (Kobak and Berens 2019, Nature Communications 10). */
        COMPONENTS,
        /** By chance, as in the paper. */
        RANDOM
    }

    /** Thirty neighbours, 500 steps. */
    public static Tsne usual() {
        return new Tsne(30, 500);
    }

    /** As far as nothing else is said. */
    public Tsne(double perplexity, int steps) {
        this(perplexity, steps, OptionalDouble.empty(), USUAL_EXAGGERATION, Start.COMPONENTS);
    }

    /** Checks the ranges. */
    public Tsne {
        if (!(perplexity >= 1) || steps < 1) {
            throw new IllegalArgumentException(
                    "perplexity = " + perplexity + ", steps = " + steps + ": must be at least 1, at least 1");
        }
        if (!(rate.orElse(1) > 0) || !(exaggeration >= 1)) {
            throw new IllegalArgumentException(
                    "rate = " + rate + ", exaggeration = " + exaggeration + ": must be above 0, at least 1");
        }
    }

    /** A rate that grows with the points (Belkina and others 2019, Nature Communications 10): a 48th of them, and at least 50. */
    public static double usualRate(int points) {
        return Math.max(50, points / USUAL_EXAGGERATION / 4);
    }

    /** The most neighbours that can count among so many points: a third of the others, and at least 1. */
    public static double mostPerplexity(int points) {
        return Math.max(1, (points - 1) / 3.0);
    }

    /**
     * A place in the plane for each point.
     *
     * @param points n rows of d finite coordinates, d at least 1
     * @return n rows of 2 coordinates, with their mean at 0
     */
    public double[][] embed(double[][] points, long seed) {
        if (points.length == 0) {
            return new double[0][];
        }
        var layout = begin(Points.of(points), seed);
        while (!layout.isDone()) {
            layout.step();
        }
        return layout.places();
    }

    /** The map before its first step. */
    public Layout begin(Points points, long seed) {
        int n = points.size();
        return new Layout(
                this,
                rate.orElseGet(() -> usualRate(n)),
                Nearness.of(points, Math.min(perplexity, mostPerplexity(n))),
                places(points, seed));
    }

    /** Very small, and a little apart where points are the same. */
    private double[][] places(Points points, long seed) {
        var random = new SplittableRandom(seed);
        var places = new double[2][points.size()];
        double squares = 0;
        for (int i = 0; i < points.size() && start == Start.COMPONENTS; i++) {
            var projected = points.projected(i);
            for (int k = 0; k < projected.length; k++) {
                places[k][i] = projected[k];
            }
            squares += places[0][i] * places[0][i];
        }
        double scale = squares > 0 ? BEGIN / Math.sqrt(squares / points.size()) : 1;
        double chance = start == Start.COMPONENTS ? 0.01 * BEGIN : BEGIN;
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < points.size(); i++) {
                places[k][i] = places[k][i] * scale + chance * random.nextGaussian();
            }
        }
        return places;
    }
}
