package dev.sweetspot.insight.importance;

import dev.sweetspot.math.sequence.Sobol;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The variance of a forest over the whole space, in components. Each is the mean product of two different bags: what bags
 * agree on, without what each of them makes of its own resample.
 */
final class Components {
    private static final int POINTS = 1024;

    private final List<OfBag> bags;
    private final Mains ones;
    private final Pairs twos;
    private final double total;
    private final double[] mains;
    private final double[] pairs;

    private Components(List<OfBag> bags, Mains ones, Pairs twos) {
        this.bags = bags;
        this.ones = ones;
        this.twos = twos;
        total = agreed(bag -> bag.foretold, Components::square);
        mains = IntStream.range(0, bags.get(0).centred.length)
                .mapToDouble(c -> agreed(bag -> bag.centred[c], function -> ones.square(c, function)))
                .toArray();
        pairs = IntStream.range(0, twos.pairs().size())
                .parallel()
                .mapToDouble(p -> agreed(bag -> bag.grids[p], function -> twos.square(p, function)))
                .toArray();
    }

    /** What one bag has. */
    private static final class OfBag {
        final double[][] centred;
        final double[] means;
        final double[][] grids;
        final double[] foretold = new double[POINTS];

        OfBag(Forest.Bag bag, Mains ones, Pairs twos, byte[][] points) {
            var curves = ones.of(bag.trees());
            centred = new double[curves.length][];
            means = new double[curves.length];
            for (int c = 0; c < curves.length; c++) {
                centred[c] = ones.centred(c, curves[c]);
                means[c] = curves[c][0] - centred[c][0];
            }
            grids = twos.of(bag.trees());
            double mean = 0;
            for (int i = 0; i < POINTS; i++) {
                foretold[i] = bag.at(points, i);
                mean += foretold[i] / POINTS;
            }
            for (int i = 0; i < POINTS; i++) {
                foretold[i] -= mean;
            }
        }
    }

    static Components of(Forest forest, Mains ones, Pairs twos, long seed) {
        var points = points(forest.cube(), seed);
        var bags = forest.bags().parallelStream()
                .map(bag -> new OfBag(bag, ones, twos, points))
                .toList();
        return new Components(bags, ones, twos);
    }

    /** The mean product of two different ones: the square of their sum holds each product twice, and all squares. */
    private double agreed(Function<OfBag, double[]> part, ToDoubleFunction<double[]> square) {
        double squares = 0;
        var sum = new double[part.apply(bags.get(0)).length];
        for (var bag : bags) {
            var function = part.apply(bag);
            squares += square.applyAsDouble(function);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += function[i];
            }
        }
        double n = bags.size();
        return Math.max(0, (square.applyAsDouble(sum) - squares) / (n * (n - 1)));
    }

    private static double square(double[] centred) {
        return Arrays.stream(centred).map(value -> value * value).sum() / centred.length;
    }

    /** Points spread evenly over the cube. */
    private static byte[][] points(Cube cube, long seed) {
        var random = new SplittableRandom(seed);
        boolean even = cube.size() <= Sobol.MOST_DIMENSIONS;
        var sequence = Sobol.scrambled(even ? Math.max(1, cube.size()) : 1, seed);
        var points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = even ? sequence.point(i) : random.doubles(cube.size()).toArray();
        }
        return cube.columns(points);
    }

    /** The variance of all. */
    double total() {
        return total;
    }

    /** What each coordinate does alone. */
    double main(int column) {
        return mains[column];
    }

    /** What each pair does beyond that. */
    double pair(int index) {
        return pairs[index];
    }

    /** The variance of a bag. */
    double total(int bag) {
        return square(bags.get(bag).foretold);
    }

    /** The same of one bag. */
    double main(int bag, int column) {
        return ones.square(column, bags.get(bag).centred[column]);
    }

    /** The same of one bag. */
    double pair(int bag, int index) {
        return twos.square(index, bags.get(bag).grids[index]);
    }

    /** How many coordinates. */
    int columns() {
        return mains.length;
    }

    /** How many pairs. */
    int pairs() {
        return pairs.length;
    }

    /** How many bags. */
    int bags() {
        return bags.size();
    }

    /** What a coordinate does alone, as a bag sees it: for each part the difference from the mean. */
    double[] centred(int bag, int column) {
        return bags.get(bag).centred[column];
    }

    /** The mean of a bag where a parameter is active. */
    double mean(int bag, int column) {
        return bags.get(bag).means[column];
    }

    /** What a pair does beyond that, as a bag sees it: a row for each part of the first. */
    double[] grid(int bag, int index) {
        return bags.get(bag).grids[index];
    }
}
