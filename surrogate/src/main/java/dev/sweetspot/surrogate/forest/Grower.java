package dev.sweetspot.surrogate.forest;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Grows one tree after the other from the same values.
 *
 * <p>A number's column offers one cut, drawn evenly between the smallest and the largest coordinate that the node has
 * (Geurts, Ernst and Wehenkel 2006, Machine Learning 63, table 1), with those that do not have the column on either side, or
 * alone. A column of categories offers the best division of those the node has: by the mean of their values, which finds it
 * among all subsets (Fisher 1958, Journal of the American Statistical Association 53). What the node has not seen, a
 * category or a missing coordinate, goes to a side at random, so that trees disagree about it. Of the columns looked at,
 * the offer that reduces the sum of squares most is taken.
 */
final class Grower {
    private static final double SAME = 1e-14;
    private static final int BITS = 64;

    private final int[] categories;
    private final double[][] columns;
    private final double[] values;
    private final Growth growth;
    private final int[] sample;
    private final int[] buffer;
    private final int[] order;
    private final double[] categorySums = new double[BITS + 1];
    private final int[] categoryCounts = new int[BITS + 1];
    private final int[] byMean = new int[BITS + 1];
    private final Offer best = new Offer();

    /** The best division found so far of the node that is being looked at. */
    private static final class Offer {
        double gain;
        int column;
        double threshold;
        long leftCategories;
        boolean missingLeft;
    }

    /**
     * Growers of trees over points.
     *
     * @param categories how many a column has; 0 for numbers
     */
    Grower(int[] categories, double[][] points, double[] values, Growth growth) {
        this.categories = categories;
        this.values = values;
        this.growth = growth;
        this.columns = new double[categories.length][values.length];
        for (int c = 0; c < categories.length; c++) {
            for (int i = 0; i < values.length; i++) {
                columns[c][i] = points[i][c];
            }
        }
        this.sample = new int[values.length];
        this.buffer = new int[values.length];
        this.order = new int[categories.length];
        Arrays.setAll(order, c -> c);
    }

    /** The category at a coordinate; those above the 64th share the places of the first. */
    static int category(double coordinate, int categories) {
        return (int) Math.min(categories - 1.0, coordinate * categories) & (BITS - 1);
    }

    Tree grow(RandomGenerator random) {
        Arrays.setAll(sample, i -> i);
        var tree = new Tree(2 * values.length);
        divide(tree, 0, values.length, random);
        return tree;
    }

    private int divide(Tree tree, int from, int to, RandomGenerator random) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[sample[i]];
        }
        int count = to - from;
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double distance = values[sample[i]] - mean;
            squares += distance * distance;
        }
        int node = tree.leaf(mean, squares / count);
        if (count < 2 * growth.leastLeaf() || squares <= SAME * count) {
            return node;
        }
        look(from, to, sum, random);
        if (!(best.gain > 0)) {
            return node;
        }
        tree.ask(node, best.column, best.threshold, best.leftCategories, best.missingLeft);
        int middle = partition(tree, node, from, to);
        int left = divide(tree, from, middle, random);
        tree.join(node, left, divide(tree, middle, to, random));
        return node;
    }

    /** Looks at columns in random order, until enough of them had anything to divide. */
    private void look(int from, int to, double sum, RandomGenerator random) {
        best.gain = 0;
        int wanted = (int) Math.ceil(growth.columnShare() * order.length);
        for (int k = 0; k < order.length && wanted > 0; k++) {
            int chosen = k + random.nextInt(order.length - k);
            int c = order[chosen];
            order[chosen] = order[k];
            order[k] = c;
            boolean divisible = categories[c] > 0
                    ? lookAtCategories(c, from, to, sum, random)
                    : lookAtNumbers(c, from, to, sum, random);
            wanted -= divisible ? 1 : 0;
        }
    }

    private boolean lookAtNumbers(int c, int from, int to, double sum, RandomGenerator random) {
        var column = columns[c];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double missingSum = 0;
        int missing = 0;
        for (int i = from; i < to; i++) {
            double at = column[sample[i]];
            if (Double.isNaN(at)) {
                missingSum += values[sample[i]];
                missing++;
            } else {
                low = Math.min(low, at);
                high = Math.max(high, at);
            }
        }
        int count = to - from;
        if (missing == count || (missing == 0 && low == high)) {
            return false;
        }
        if (missing > 0) {
            offer(c, missingSum, missing, sum, count, Double.NEGATIVE_INFINITY, 0, true);
        }
        if (low < high) {
            double threshold = Math.min(low + random.nextDouble() * (high - low), Math.nextDown(high));
            double leftSum = 0;
            int left = 0;
            for (int i = from; i < to; i++) {
                if (column[sample[i]] <= threshold) {
                    leftSum += values[sample[i]];
                    left++;
                }
            }
            boolean side = missing == 0 && random.nextBoolean();
            offer(c, leftSum, left, sum, count, threshold, 0, side);
            if (missing > 0) {
                offer(c, leftSum + missingSum, left + missing, sum, count, threshold, 0, true);
            }
        }
        return true;
    }

    private boolean lookAtCategories(int c, int from, int to, double sum, RandomGenerator random) {
        int kinds = Math.min(BITS, categories[c]);
        Arrays.fill(categorySums, 0);
        Arrays.fill(categoryCounts, 0);
        for (int i = from; i < to; i++) {
            double at = columns[c][sample[i]];
            int kind = Double.isNaN(at) ? kinds : category(at, categories[c]);
            categorySums[kind] += values[sample[i]];
            categoryCounts[kind]++;
        }
        int seen = 0;
        long left = 0;
        for (int kind = 0; kind < kinds; kind++) {
            if (categoryCounts[kind] > 0) {
                insert(kind, seen++);
            } else if (random.nextBoolean()) {
                left |= 1L << kind;
            }
        }
        boolean missingLeft = false;
        if (categoryCounts[kinds] > 0) {
            insert(kinds, seen++);
        } else {
            missingLeft = random.nextBoolean();
        }
        double leftSum = 0;
        int count = 0;
        for (int i = 0; i < seen - 1; i++) {
            int kind = byMean[i];
            leftSum += categorySums[kind];
            count += categoryCounts[kind];
            if (kind == kinds) {
                missingLeft = true;
            } else {
                left |= 1L << kind;
            }
            offer(c, leftSum, count, sum, to - from, 0, left, missingLeft);
        }
        return seen > 1;
    }

    /** Keeps the kinds seen in the order of their means. */
    private void insert(int kind, int seen) {
        double mean = categorySums[kind] / categoryCounts[kind];
        int at = seen;
        while (at > 0 && categorySums[byMean[at - 1]] / categoryCounts[byMean[at - 1]] > mean) {
            byMean[at] = byMean[at - 1];
            at--;
        }
        byMean[at] = kind;
    }

    private void offer(
            int c,
            double leftSum,
            int left,
            double sum,
            int count,
            double threshold,
            long categories,
            boolean missing) {
        int right = count - left;
        if (left < growth.leastLeaf() || right < growth.leastLeaf()) {
            return;
        }
        double rest = sum - leftSum;
        double gain = leftSum * leftSum / left + rest * rest / right - sum * sum / count;
        if (gain > best.gain) {
            best.gain = gain;
            best.column = c;
            best.threshold = threshold;
            best.leftCategories = categories;
            best.missingLeft = missing;
        }
    }

    private int partition(Tree tree, int node, int from, int to) {
        var column = columns[tree.column(node)];
        int kinds = categories[tree.column(node)];
        int middle = from;
        int others = 0;
        for (int i = from; i < to; i++) {
            if (tree.goesLeft(node, column[sample[i]], kinds)) {
                sample[middle++] = sample[i];
            } else {
                buffer[others++] = sample[i];
            }
        }
        System.arraycopy(buffer, 0, sample, middle, others);
        return middle;
    }
}
