package dev.sweetspot.data;

import java.util.Arrays;
import java.util.List;

/** One column of a table, a value a row. Immutable. */
public sealed interface Column {
    /** As the header calls it. */
    String name();

    /** Number of rows. */
    int size();

    /** Whether the value of row {@code i} is missing. */
    boolean missing(int i);

    /** How many values are missing. */
    default int missing() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += missing(i) ? 1 : 0;
        }
        return count;
    }

    /** Numbers. */
    final class Numbers implements Column {
        private final String name;
        private final float[] values;

        /**
         * @param values NaN where one is missing, else finite
         */
        public Numbers(String name, float[] values) {
            this.name = name;
            this.values = values.clone();
            for (float value : values) {
                if (Float.isInfinite(value)) {
                    throw new IllegalArgumentException(name + " = " + value + ": must be finite, or NaN");
                }
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean missing(int i) {
            return Float.isNaN(values[i]);
        }

        /** The number of row {@code i}; NaN where it is missing. */
        public float value(int i) {
            return values[i];
        }

        /** The numbers of some rows; NaN where one is missing. */
        public float[] values(int[] rows) {
            var some = new float[rows.length];
            for (int k = 0; k < rows.length; k++) {
                some[k] = values[rows[k]];
            }
            return some;
        }
    }

    /** Words for one of several kinds, which have no order. */
    final class Categories implements Column {
        /** The code of a value that is missing. */
        public static final int MISSING = -1;

        private final String name;
        private final List<String> categories;
        private final int[] codes;

        /**
         * @param categories all that occur
         * @param codes of each row: an index into the categories, or {@link #MISSING}
         */
        public Categories(String name, List<String> categories, int[] codes) {
            this.name = name;
            this.categories = List.copyOf(categories);
            this.codes = codes.clone();
            for (int code : codes) {
                if (code < MISSING || code >= categories.size()) {
                    throw new IllegalArgumentException(
                            name + ": code " + code + " of " + categories.size() + " categories");
                }
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean missing(int i) {
            return codes[i] == MISSING;
        }

        /** All that occur. */
        public List<String> categories() {
            return categories;
        }

        /** The category of row {@code i}: an index into {@link #categories()}, or {@link #MISSING}. */
        public int code(int i) {
            return codes[i];
        }

        /** How many of these rows each category has. */
        public int[] counts(int[] rows) {
            var counts = new int[categories.size()];
            Arrays.stream(rows).map(row -> codes[row]).filter(code -> code >= 0).forEach(code -> counts[code]++);
            return counts;
        }
    }
}
