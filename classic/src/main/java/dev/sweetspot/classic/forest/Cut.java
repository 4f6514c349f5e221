package dev.sweetspot.classic.forest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The best cut of a node. It makes the sum over both sides of {@code (sum of squares of class weights) / weight} as large as
 * it can be, or of {@code (sum of numbers)^2 / rows}: that is the Gini impurity and the squared error (Breiman et al. 1984,
 * Classification and Regression Trees, sections 4.3 and 8.3).
 */
final class Cut {
    private final int[] labels;
    private final float[] values;
    private final int[] counts;
    private final int minLeaf;
    private final long[] sorted;
    /** By class; one sum of numbers where there are no classes. */
    private final double[] all;

    private final double[] left;
    private double weight;
    private int rows;

    private double best;
    private int column;
    private float threshold;

    /** @param most how many members a node may have */
    Cut(int most, int[] labels, float[] values, int[] counts, int outputs, int minLeaf) {
        this.labels = labels;
        this.values = values;
        this.counts = counts;
        this.minLeaf = minLeaf;
        this.sorted = new long[most];
        this.all = new double[outputs];
        this.left = new double[outputs];
    }

    /** A node begins: its members are those between two places. */
    void begin(int[] members, int from, int to) {
        Arrays.fill(all, 0);
        weight = 0;
        rows = 0;
        for (int i = from; i < to; i++) {
            int row = members[i];
            double own = weightOf(row);
            all[place(row)] += labels.length > 0 ? own : own * values[row];
            weight += own;
            rows += counts[row];
        }
        column = -1;
        best = score(all, weight) * (1 + 1e-9) + 1e-12;
    }

    private double weightOf(int row) {
        return labels.length > 0 ? (double) counts[row] * values[row] : counts[row];
    }

    private int place(int row) {
        return labels.length > 0 ? labels[row] : 0;
    }

    private static double score(double[] sums, double weight) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares / weight;
    }

    /** How many rows it has, as often as they were drawn. */
    int rows() {
        return rows;
    }

    /** Whether there is one class only. */
    boolean pure() {
        if (labels.length == 0) {
            return false;
        }
        int met = 0;
        for (double sum : all) {
            met += sum > 0 ? 1 : 0;
        }
        return met < 2;
    }

    /** What a leaf says: shares of classes, or the mean. */
    float[] answer() {
        var answer = new float[all.length];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) (all[i] / weight);
        }
        return answer;
    }

    boolean found() {
        return column >= 0;
    }

    int column() {
        return column;
    }

    /** Rows with at most this go left. */
    float threshold() {
        return threshold;
    }

    /** All places of a column. */
    void tryAll(int which, float[] numbers, int[] members, int from, int to) {
        int n = to - from;
        for (int i = 0; i < n; i++) {
            int row = members[from + i];
            sorted[i] = ((long) ordered(numbers[row]) << 32) | row;
        }
        Arrays.sort(sorted, 0, n);
        Arrays.fill(left, 0);
        double leftWeight = 0;
        int leftRows = 0;
        double leftSquares = 0;
        double rightSquares = labels.length > 0 ? score(all, 1) : 0;
        for (int i = 0; i + 1 < n; i++) {
            int row = (int) sorted[i];
            double own = weightOf(row);
            int c = place(row);
            double moved = labels.length > 0 ? own : own * values[row];
            // (a + b)^2 - a^2 = b (2 a + b), so that classes cost nothing but their own sum.
            double right = all[c] - left[c];
            leftSquares += moved * (2 * left[c] + moved);
            rightSquares -= moved * (2 * right - moved);
            left[c] += moved;
            leftWeight += own;
            leftRows += counts[row];
            float here = numbers[row];
            float next = numbers[(int) sorted[i + 1]];
            if (here < next && leftRows >= minLeaf && rows - leftRows >= minLeaf) {
                double score = labels.length > 0
                        ? leftSquares / leftWeight + rightSquares / (weight - leftWeight)
                        : left[0] * left[0] / leftWeight
                                + (all[0] - left[0]) * (all[0] - left[0]) / (weight - leftWeight);
                if (score > best) {
                    best = score;
                    column = which;
                    threshold = between(here, next);
                }
            }
        }
    }

    /** One place of a column, drawn between its least and its greatest number. */
    void tryRandom(int which, float[] numbers, int[] members, int from, int to, SplittableRandom random) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = numbers[members[i]];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        if (!(least < greatest)) {
            return;
        }
        float place = (float) (least + random.nextDouble() * ((double) greatest - least));
        place = place >= greatest ? least : place;
        Arrays.fill(left, 0);
        double leftWeight = 0;
        int leftRows = 0;
        for (int i = from; i < to; i++) {
            int row = members[i];
            if (numbers[row] <= place) {
                double own = weightOf(row);
                left[place(row)] += labels.length > 0 ? own : own * values[row];
                leftWeight += own;
                leftRows += counts[row];
            }
        }
        if (leftRows < minLeaf || rows - leftRows < minLeaf) {
            return;
        }
        double rightSquares = 0;
        for (int c = 0; c < all.length; c++) {
            rightSquares += (all[c] - left[c]) * (all[c] - left[c]);
        }
        double score = score(left, leftWeight) + rightSquares / (weight - leftWeight);
        if (score > best) {
            best = score;
            column = which;
            threshold = place;
        }
    }

    /** A whole number that is ordered as the number is. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    /** Where the middle of two numbers is the greater one, there is none between them. */
    private static float between(float here, float next) {
        float middle = (float) (((double) here + next) / 2);
        return middle < next ? middle : here;
    }
}
