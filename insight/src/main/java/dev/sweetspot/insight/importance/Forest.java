package dev.sweetspot.insight.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Small forests, each of another resample of the configurations: all of them together foretell, and how they differ says how
 * far other configurations would have led elsewhere (bags of little bootstraps: Sexton and Laake 2009, Computational
 * Statistics and Data Analysis 53).
 */
final class Forest {
    private static final int PATIENCE = 15;

    private final Cube cube;
    private final List<Bag> bags;

    /** Trees of one resample, each grown from what those before it left over. */
    static final class Bag {
        private final List<Tree> trees;
        private final int[] drawn;

        private Bag(List<Tree> trees, int[] drawn) {
            this.trees = List.copyOf(trees);
            this.drawn = drawn;
        }

        /** What they foretell of a point: all of them together. */
        double at(byte[][] columns, int row) {
            double sum = 0;
            for (var tree : trees) {
                sum += tree.at(columns, row);
            }
            return sum;
        }

        /** The trees: their sum foretells. */
        List<Tree> trees() {
            return trees;
        }

        /** How often each configuration is in the resample. */
        int[] drawn() {
            return drawn;
        }

        /** Whether a configuration was kept from it. */
        boolean without(int row) {
            return drawn[row] == 0;
        }
    }

    private Forest(Cube cube, List<Bag> bags) {
        this.cube = cube;
        this.bags = bags;
    }

    /**
     * Grows all of them; the bags one beside the other, each by a seed of its own, so that they are the same on every
     * machine.
     *
     * @param columns the parts in which configurations lie
     * @param values of the configurations
     * @param spreads how uncertain each value is: every bag draws its own
     */
    static Forest grow(
            FunctionalAnova growth, Cube cube, byte[][] columns, double[] values, double[] spreads, long seed) {
        var root = new SplittableRandom(seed);
        var seeds = new long[growth.bags()];
        Arrays.setAll(seeds, bag -> root.nextLong());
        var bags = IntStream.range(0, seeds.length)
                .parallel()
                .mapToObj(bag -> bag(growth, cube, columns, values, spreads, new SplittableRandom(seeds[bag])))
                .toList();
        return new Forest(cube, bags);
    }

    private static Bag bag(
            FunctionalAnova growth,
            Cube cube,
            byte[][] columns,
            double[] values,
            double[] spreads,
            SplittableRandom random) {
        var drawn = new int[values.length];
        var rows = new int[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(values.length);
            drawn[rows[i]]++;
        }
        var imagined = values.clone();
        for (int i = 0; i < imagined.length; i++) {
            imagined[i] += spreads[i] > 0 ? spreads[i] * random.nextGaussian() : 0;
        }
        var grower = new Grower(cube, columns, growth.columnShare(), growth.leastLeaf(), growth.depth(), growth.rate());
        var trees = new ArrayList<Tree>();
        double mean = 0;
        for (int row : rows) {
            mean += imagined[row] / rows.length;
        }
        var base = new Tree(cube, 1);
        base.leaf(mean);
        trees.add(base);
        var left = imagined.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= mean;
        }
        double best = error(left, drawn);
        int bestSize = 1;
        while (trees.size() <= growth.trees() && trees.size() < bestSize + PATIENCE) {
            var tree = grower.grow(rows, left, random);
            trees.add(tree);
            for (int i = 0; i < left.length; i++) {
                left[i] -= tree.at(columns, i);
            }
            double error = error(left, drawn);
            if (error < best) {
                best = error;
                bestSize = trees.size();
            }
        }
        trees.subList(bestSize, trees.size()).clear();
        return new Bag(trees, drawn);
    }

    /** Of the configurations that were not drawn. */
    private static double error(double[] left, int[] drawn) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += drawn[i] == 0 ? left[i] * left[i] : 0;
        }
        return sum;
    }

    /** The cube. */
    Cube cube() {
        return cube;
    }

    /** The small forests. */
    List<Bag> bags() {
        return bags;
    }

    /** What those bags foretell of each configuration that do not have it; NaN where all have it. */
    double[] unseen(byte[][] columns, int rows) {
        var result = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            int count = 0;
            for (var bag : bags) {
                if (bag.without(i)) {
                    sum += bag.at(columns, i);
                    count++;
                }
            }
            result[i] = count == 0 ? Double.NaN : sum / count;
        }
        return result;
    }
}
