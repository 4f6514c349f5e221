package dev.sweetspot.classic.neighbours;

import dev.sweetspot.classic.family.Matrix;
import java.util.Arrays;

/**
 * The nearest rows of several questions at once, which the processor compares side by side. Of rows that are equally near,
 * the first ones are taken.
 */
final class Nearest {
    /** So many that the processor compares eight and more of them in one step; their columns fit into its memory. */
    static final int TOGETHER = 128;

    private final Matrix rows;
    private final boolean absolute;
    private final float[][] distances;
    private final int[][] found;

    /**
     * @param absolute whether differences are added up as they are; else their squares
     * @param count how many are wanted
     */
    Nearest(Matrix rows, boolean absolute, int count) {
        this.rows = rows;
        this.absolute = absolute;
        this.distances = new float[TOGETHER][count];
        this.found = new int[TOGETHER][count];
    }

    /** Finds those of the questions between two places, at most {@link #TOGETHER}. */
    void find(Matrix questions, int from, int to) {
        int columns = rows.columns();
        var side = new float[columns * TOGETHER];
        for (int q = from; q < to; q++) {
            Arrays.fill(distances[q - from], Float.POSITIVE_INFINITY);
            for (int j = 0; j < columns; j++) {
                side[j * TOGETHER + q - from] = questions.at(q, j);
            }
        }
        var sums = new float[TOGETHER];
        var values = rows.values();
        for (int row = 0; row < rows.rows(); row++) {
            Arrays.fill(sums, 0);
            if (absolute) {
                addAbsolute(values, row * columns, columns, side, sums);
            } else {
                addSquares(values, row * columns, columns, side, sums);
            }
            for (int q = 0; q < to - from; q++) {
                keep(q, row, sums[q]);
            }
        }
    }

    private static void addSquares(float[] values, int at, int columns, float[] side, float[] sums) {
        for (int j = 0; j < columns; j++) {
            float value = values[at + j];
            int place = j * TOGETHER;
            for (int q = 0; q < TOGETHER; q++) {
                float difference = side[place + q] - value;
                sums[q] += difference * difference;
            }
        }
    }

    private static void addAbsolute(float[] values, int at, int columns, float[] side, float[] sums) {
        for (int j = 0; j < columns; j++) {
            float value = values[at + j];
            int place = j * TOGETHER;
            for (int q = 0; q < TOGETHER; q++) {
                sums[q] += Math.abs(side[place + q] - value);
            }
        }
    }

    /** In ascending order; what is no nearer than the last one is not kept. */
    private void keep(int question, int row, float distance) {
        var near = distances[question];
        int at = near.length - 1;
        if (!(distance < near[at])) {
            return;
        }
        var who = found[question];
        while (at > 0 && near[at - 1] > distance) {
            near[at] = near[at - 1];
            who[at] = who[at - 1];
            at--;
        }
        near[at] = distance;
        who[at] = row;
    }

    /** Those of a question, the nearest first. */
    int[] rows(int question) {
        return found[question];
    }

    /** How far each is; squared where squares were added up. */
    float[] distances(int question) {
        return distances[question];
    }
}
