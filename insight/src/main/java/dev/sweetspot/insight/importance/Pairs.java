package dev.sweetspot.insight.importance;

import java.util.ArrayList;
import java.util.List;

/**
 * What some trees together foretell as a function of two coordinates, beyond what each of the two does alone; where both are
 * active.
 */
final class Pairs {
    private final Cube cube;
    private final List<Pair> pairs = new ArrayList<>();

    /** Two coordinates, with the weights of the parts of each where both are active. */
    static final class Pair {
        private final int one;
        private final int other;
        private final Region region;
        private final double[] own;
        private final double[] others;

        private Pair(int one, int other, Region region, double[] own, double[] others) {
            this.one = one;
            this.other = other;
            this.region = region;
            this.own = own;
            this.others = others;
        }

        int one() {
            return one;
        }

        int other() {
            return other;
        }

        /** How many parts the second has: how long the rows of grids are. */
        int columns() {
            return others.length;
        }
    }

    /** All pairs of coordinates that can be active at once. */
    Pairs(Cube cube) {
        this.cube = cube;
        for (int i = 0; i < cube.size(); i++) {
            for (int j = i + 1; j < cube.size(); j++) {
                var region = new Region(cube, cube.active(i, j));
                if (region.volume() > 0) {
                    pairs.add(new Pair(i, j, region, weights(i, region), weights(j, region)));
                }
            }
        }
    }

    private double[] weights(int column, Region region) {
        var bins = cube.bins(column);
        long set = region.of(column);
        double width = bins.width(set);
        var result = new double[bins.count()];
        for (int part = 0; part < result.length; part++) {
            result[part] = (set >>> part & 1) != 0 ? bins.width(part) / width : 0;
        }
        return result;
    }

    /** The pairs, in the order of {@link #of}. */
    List<Pair> pairs() {
        return pairs;
    }

    /** For each pair its function, one row after the other: a row for each part of the first coordinate. */
    double[][] of(List<Tree> trees) {
        var grids = new double[pairs.size()][];
        for (int p = 0; p < grids.length; p++) {
            grids[p] = new double[(pairs.get(p).own.length + 1) * (pairs.get(p).others.length + 1)];
        }
        for (var tree : trees) {
            tree.visit((value, volume, sides, widths) -> add(grids, value * volume, sides, widths));
        }
        for (int p = 0; p < grids.length; p++) {
            grids[p] = alone(pairs.get(p), summed(pairs.get(p), grids[p]));
        }
        return grids;
    }

    /**
     * Adds a leaf to grids of differences. A leaf that does not divide a coordinate says nothing of what it does together
     * with another.
     */
    private void add(double[][] grids, double weighed, long[] sides, double[] widths) {
        for (int p = 0; p < grids.length; p++) {
            var pair = pairs.get(p);
            int i = pair.one();
            int j = pair.other();
            if (widths[i] == 1 || widths[j] == 1) {
                continue;
            }
            long rows = sides[i] & pair.region.of(i);
            long columns = sides[j] & pair.region.of(j);
            double share = weighed / (widths[i] * widths[j]) * pair.region.factor(sides, widths, i, j);
            if (rows != 0 && columns != 0 && share != 0) {
                spread(grids[p], pair.others.length + 1, rows, columns, share);
            }
        }
    }

    private static void spread(double[] grid, int width, long rows, long columns, double share) {
        for (long r = rows; r != 0; ) {
            int top = Long.numberOfTrailingZeros(r);
            int bottom = end(r, top);
            for (long c = columns; c != 0; ) {
                int left = Long.numberOfTrailingZeros(c);
                int right = end(c, left);
                grid[top * width + left] += share;
                grid[top * width + right] -= share;
                grid[bottom * width + left] -= share;
                grid[bottom * width + right] += share;
                c = right == 64 ? 0 : c & (-1L << right);
            }
            r = bottom == 64 ? 0 : r & (-1L << bottom);
        }
    }

    /** Where the run of ones ends that begins at a bit. */
    private static int end(long set, int begin) {
        long after = ~(set >>> begin);
        return after == 0 ? 64 : Math.min(64, begin + Long.numberOfTrailingZeros(after));
    }

    private static double[] summed(Pair pair, double[] differences) {
        int height = pair.own.length;
        int width = pair.others.length;
        var result = new double[height * width];
        var above = new double[width];
        for (int r = 0; r < height; r++) {
            double row = 0;
            for (int c = 0; c < width; c++) {
                row += differences[r * (width + 1) + c];
                above[c] += row;
                result[r * width + c] = above[c];
            }
        }
        return result;
    }

    /** The function less what each coordinate does alone. */
    private static double[] alone(Pair pair, double[] joint) {
        int height = pair.own.length;
        int width = pair.others.length;
        var columnMeans = new double[width];
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                columnMeans[c] += pair.own[r] * joint[r * width + c];
            }
        }
        double mean = 0;
        for (int c = 0; c < width; c++) {
            mean += pair.others[c] * columnMeans[c];
        }
        for (int r = 0; r < height; r++) {
            double rowMean = 0;
            for (int c = 0; c < width; c++) {
                rowMean += pair.others[c] * joint[r * width + c];
            }
            for (int c = 0; c < width; c++) {
                joint[r * width + c] -= rowMean + columnMeans[c] - mean;
            }
        }
        return joint;
    }

    /** The mean of a square over where both are active, weighed by how often that is. */
    double square(int index, double[] function) {
        var pair = pairs.get(index);
        int width = pair.others.length;
        double sum = 0;
        for (int r = 0; r < pair.own.length; r++) {
            double row = 0;
            for (int c = 0; c < width; c++) {
                row += pair.others[c] * function[r * width + c] * function[r * width + c];
            }
            sum += pair.own[r] * row;
        }
        return sum * pair.region.volume();
    }
}
