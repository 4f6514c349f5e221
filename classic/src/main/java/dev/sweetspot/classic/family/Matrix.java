package dev.sweetspot.classic.family;

/**
 * Rows of numbers, as a model takes them. Nobody changes the values once it is made.
 *
 * @param rows how many, at least 0
 * @param columns how many numbers a row has, at least 0
 * @param values row after row; NaN where one is missing, for families that know what to do with it
 */
@SuppressWarnings("ArrayRecordComponent") // a table of primitives, never compared
public record Matrix(int rows, int columns, float[] values) {
    /** Checks the size. */
    public Matrix {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + rows + " rows of " + columns);
        }
    }

    /** One number. */
    public float at(int row, int column) {
        return values[row * columns + column];
    }

    /** Some of the rows, in the order given. */
    public Matrix some(int[] chosen) {
        var some = new float[Math.multiplyExact(chosen.length, columns)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, some, i * columns, columns);
        }
        return new Matrix(chosen.length, columns, some);
    }
}
