package dev.sweetspot.insight.importance;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Grows regression trees (Breiman, Friedman, Olshen and Stone 1984) over a cube in parts: at each node the division that
 * reduces the sum of squares most, of those of a random share of the columns. Numbers are divided at a border of parts,
 * drawn at random from those between the same two values; categories by their means, which finds the best of all subsets
 * (Fisher 1958, Journal of the American Statistical Association 53).
 *
 * <p>A parameter that is not always active is asked about only in boxes in which it is. Where it is active in a part of the
 * box, it offers what it would gain there, and if that wins, the box is divided by what makes it active: else a tree would
 * never see a parameter that matters in one branch only.
 */
final class Grower {
    private static final double SAME = 1e-12;
    /** A division that prepares the next one gains as much a step as the two of them together by half. */
    private static final double TWO_STEPS = 0.5;

    private final Cube cube;
    private final byte[][] columns;
    private final int leastLeaf;
    private final double columnShare;
    private final int depth;
    private final double rate;
    private final int[] order;
    private final int[] buffer;
    private final double[] sums = new double[64];
    private final int[] counts = new int[64];
    private final int[] byMean = new int[64];
    private int[] sample = {};
    private double[] values = {};
    private double bestGain;
    private int bestColumn;
    private long bestSet;

    /**
     * Growers over points.
     *
     * @param columns their parts, one array a coordinate
     * @param columnShare of the columns that each node looks at
     * @param leastLeaf the fewest values in a leaf
     */
    Grower(Cube cube, byte[][] columns, double columnShare, int leastLeaf, int depth, double rate) {
        this.depth = depth;
        this.rate = rate;
        this.cube = cube;
        this.columns = columns;
        this.columnShare = columnShare;
        this.leastLeaf = leastLeaf;
        this.order = new int[cube.size()];
        this.buffer = new int[columns.length == 0 ? 0 : columns[0].length];
        Arrays.setAll(order, c -> c);
    }

    /**
     * A tree.
     *
     * @param rows which points, some more than once; at least one, at most as many as there are points
     * @param of their values, one for each point that there is
     */
    Tree grow(int[] rows, double[] of, RandomGenerator random) {
        sample = rows.clone();
        values = of;
        var tree = new Tree(cube, 2 * rows.length);
        var sides = new long[cube.size()];
        for (int c = 0; c < sides.length; c++) {
            sides[c] = cube.bins(c).all();
        }
        divide(tree, 0, rows.length, 0, depth, sides, random);
        return tree;
    }

    private int divide(Tree tree, int from, int to, double above, int levels, long[] sides, RandomGenerator random) {
        if (from == to) {
            // Where something could be active and never was: nothing more is known than of the box around it.
            return tree.leaf(rate * above);
        }
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double value = values[sample[i]];
            sum += value;
            squares += value * value;
        }
        int count = to - from;
        int node = tree.leaf(rate * sum / count);
        double within = squares - sum * sum / count;
        if (levels == 0 || count < 2 * leastLeaf || within <= SAME * squares) {
            return node;
        }
        look(from, to, sum, sides, random);
        if (!(bestGain > SAME * within)) {
            return node;
        }
        int c = bestColumn;
        long set = bestSet;
        tree.ask(node, c, set);
        int middle = partition(c, set, from, to);
        long side = sides[c];
        sides[c] = side & set;
        int left = divide(tree, from, middle, sum / count, levels - 1, sides, random);
        sides[c] = side & ~set;
        int right = divide(tree, middle, to, sum / count, levels - 1, sides, random);
        sides[c] = side;
        tree.join(node, left, right);
        return node;
    }

    private void look(int from, int to, double sum, long[] sides, RandomGenerator random) {
        bestGain = 0;
        int wanted = (int) Math.ceil(columnShare * order.length);
        for (int k = 0; k < order.length && wanted > 0; k++) {
            int chosen = k + random.nextInt(order.length - k);
            int c = order[chosen];
            order[chosen] = order[k];
            order[k] = c;
            wanted -= offer(c, from, to, sum, sides, random) ? 1 : 0;
        }
    }

    /** Whether the column had anything to divide. */
    private boolean offer(int c, int from, int to, double sum, long[] sides, RandomGenerator random) {
        var bins = cube.bins(c);
        int parts = bins.count();
        Arrays.fill(sums, 0, parts, 0);
        Arrays.fill(counts, 0, parts, 0);
        var column = columns[c];
        double hereSum = 0;
        int here = 0;
        for (int i = from; i < to; i++) {
            int row = sample[i];
            int part = column[row];
            if (part >= 0) {
                double value = values[row];
                sums[part] += value;
                counts[part]++;
                hereSum += value;
                here++;
            }
        }
        if (here < 2) {
            return false;
        }
        int maker = maker(c, sides);
        double base = hereSum * hereSum / here;
        double split = bins.named()
                ? names(c, parts, here, hereSum, sides, maker < 0, random)
                : numbers(c, parts, here, hereSum, maker < 0, base, random);
        if (maker >= 0 && here >= leastLeaf && to - from - here >= leastLeaf) {
            double rest = sum - hereSum;
            double without = rest * rest / (to - from - here) - sum * sum / (to - from);
            double gain = Math.max(base + without, TWO_STEPS * (Math.max(split, base) + without));
            if (gain > bestGain) {
                bestGain = gain;
                bestColumn = maker;
                bestSet = cube.active(c).getOrDefault(maker, 0L);
            }
        }
        return split > 0;
    }

    /** The first coordinate by which the box has to be divided for a parameter to be active in all of it; -1 if it is. */
    private int maker(int c, long[] sides) {
        for (Map.Entry<Integer, Long> side : cube.active(c).entrySet()) {
            if ((sides[side.getKey()] & ~side.getValue()) != 0) {
                return side.getKey();
            }
        }
        return -1;
    }

    /** The best division of numbers: the sum over both sides of (sum² / count); 0 if there is none. */
    private double numbers(
            int c, int parts, int here, double hereSum, boolean offered, double base, RandomGenerator random) {
        double best = 0;
        double leftSum = 0;
        int left = 0;
        int bestLow = -1;
        int bestHigh = -1;
        int last = -1;
        for (int part = 0; part < parts; part++) {
            if (counts[part] == 0) {
                continue;
            }
            if (last >= 0 && left >= leastLeaf && here - left >= leastLeaf) {
                double rest = hereSum - leftSum;
                double score = leftSum * leftSum / left + rest * rest / (here - left);
                if (score > best) {
                    best = score;
                    bestLow = last;
                    bestHigh = part;
                }
            }
            leftSum += sums[part];
            left += counts[part];
            last = part;
        }
        if (offered && best - base > bestGain) {
            int border = bestLow + 1 + random.nextInt(bestHigh - bestLow);
            bestGain = best - base;
            bestColumn = c;
            bestSet = (1L << border) - 1;
        }
        return best;
    }

    private double names(
            int c, int parts, int here, double hereSum, long[] sides, boolean offered, RandomGenerator random) {
        int seen = 0;
        long unseen = 0;
        for (int part = 0; part < parts; part++) {
            if (counts[part] > 0) {
                insert(part, seen++);
            } else if ((sides[c] >>> part & 1) != 0 && random.nextBoolean()) {
                unseen |= 1L << part;
            }
        }
        double best = 0;
        long bestNames = 0;
        double leftSum = 0;
        int left = 0;
        long set = unseen;
        for (int i = 0; i < seen - 1; i++) {
            leftSum += sums[byMean[i]];
            left += counts[byMean[i]];
            set |= 1L << byMean[i];
            double rest = hereSum - leftSum;
            double score = leftSum * leftSum / left + rest * rest / (here - left);
            if (left >= leastLeaf && here - left >= leastLeaf && score > best) {
                best = score;
                bestNames = set;
            }
        }
        if (offered && best - hereSum * hereSum / here > bestGain) {
            bestGain = best - hereSum * hereSum / here;
            bestColumn = c;
            bestSet = bestNames;
        }
        return best;
    }

    private void insert(int part, int seen) {
        double mean = sums[part] / counts[part];
        int at = seen;
        while (at > 0 && sums[byMean[at - 1]] / counts[byMean[at - 1]] > mean) {
            byMean[at] = byMean[at - 1];
            at--;
        }
        byMean[at] = part;
    }

    private int partition(int c, long set, int from, int to) {
        var column = columns[c];
        int middle = from;
        int others = 0;
        for (int i = from; i < to; i++) {
            if ((set >>> column[sample[i]] & 1) != 0) {
                sample[middle++] = sample[i];
            } else {
                buffer[others++] = sample[i];
            }
        }
        System.arraycopy(buffer, 0, sample, middle, others);
        return middle;
    }
}
