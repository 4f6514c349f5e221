package dev.sweetspot.classic.svm;

import dev.sweetspot.classic.family.Matrix;

/**
 * How like rows are to each other.
 *
 * @param rows those that machines need
 * @param gamma of the rbf kernel; 0 for the linear one
 */
record Kernel(Matrix rows, double gamma) {
    /** Of a row of another matrix to all of these. */
    double[] of(Matrix other, int row) {
        int columns = rows.columns();
        var values = rows.values();
        var asked = other.values();
        int at = row * columns;
        var all = new double[rows.rows()];
        for (int i = 0; i < all.length; i++) {
            int from = i * columns;
            double sum = 0;
            if (gamma > 0) {
                for (int j = 0; j < columns; j++) {
                    double difference = (double) values[from + j] - asked[at + j];
                    sum += difference * difference;
                }
                all[i] = StrictMath.exp(-gamma * sum);
            } else {
                for (int j = 0; j < columns; j++) {
                    sum += (double) values[from + j] * asked[at + j];
                }
                all[i] = sum;
            }
        }
        return all;
    }
}
