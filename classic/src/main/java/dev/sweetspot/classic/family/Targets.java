package dev.sweetspot.classic.family;

import java.util.Arrays;

/** What is to be predicted of each row. */
public sealed interface Targets {
    /** Number of rows. */
    int size();

    /** Whether all rows have the same: there is nothing to learn then. */
    boolean same();

    /** Those of some rows, in the order given. */
    Targets some(int[] rows);

    /**
     * A class.
     *
     * @param labels of each row, from 0 to {@code count - 1}; a class may have no row
     * @param count how many classes there are, at least 1
     * @param weights how much each row counts, mean 1
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of primitives, never compared
    record Classes(int[] labels, int count, float[] weights) implements Targets {
        /** Checks the sizes. */
        public Classes {
            if (labels.length != weights.length) {
                throw new IllegalArgumentException(weights.length + " weights for " + labels.length + " rows");
            }
        }

        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public boolean same() {
            return Arrays.stream(labels).distinct().count() < 2;
        }

        @Override
        public Classes some(int[] rows) {
            var of = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                of[i] = weights[rows[i]];
            }
            return new Classes(Arrays.stream(rows).map(row -> labels[row]).toArray(), count, of);
        }
    }

    /**
     * A number, on the scale on which the training rows have mean 0 and standard deviation 1.
     *
     * @param values of each row
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of primitives, never compared
    record Numbers(float[] values) implements Targets {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean same() {
            for (float value : values) {
                if (value != values[0]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Numbers some(int[] rows) {
            var some = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                some[i] = values[rows[i]];
            }
            return new Numbers(some);
        }
    }
}
