package dev.sweetspot.classic.svm;

/**
 * {@code sum of factor_i K(row_i, x) - offset}.
 *
 * @param rows places of the rows that it needs
 * @param factors of each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Machine(int[] rows, double[] factors, double offset) {
    /** @param kernels how like each row is to the one in question */
    double says(double[] kernels) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += factors[i] * kernels[rows[i]];
        }
        return sum - offset;
    }
}
