package dev.sweetspot.data.table;

import java.util.List;

/** A column as it stands in the file. */
sealed interface RawColumn {
    /** As the header calls it. */
    String name();

    /** Numbers, NaN where one is missing. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbers(String name, float[] values) implements RawColumn {}

    /** Numbers in double precision, NaN where one is missing. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Precise(String name, double[] values) implements RawColumn {}

    /**
     * Texts.
     *
     * @param words all that occur, in the order in which they do
     * @param codes of each row, -1 where it is missing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Texts(String name, List<String> words, int[] codes) implements RawColumn {
        /** The line of the first row that says this. */
        int lineOf(int code, int[] lines) {
            for (int row = 0; row < codes.length; row++) {
                if (codes[row] == code) {
                    return lines[row];
                }
            }
            throw new IllegalArgumentException("no row says " + words.get(code));
        }
    }

    /** Was not read. */
    record Nothing(String name) implements RawColumn {}
}
