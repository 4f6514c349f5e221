package dev.sweetspot.data.table;

import dev.sweetspot.form.InvalidInputException;

/**
 * What says when each row of a table was.
 *
 * @param column of numbers or ISO dates; {@value #ROWS} for the order in which the rows stand, unless a column is called so
 * @param gap so many different moments are left out between what is learnt from and what is judged by, from 0 to 10,000
 */
public record TimeOrder(String column, int gap) {
    /** Stands for the order of the rows. */
    public static final String ROWS = "row";

    private static final int MOST = 10_000;

    /** Without a gap. */
    public TimeOrder(String column) {
        this(column, 0);
    }

    /** Checks the range. */
    public TimeOrder {
        if (gap < 0 || gap > MOST) {
            throw new InvalidInputException("gap", gap, "must be from 0 to 10000", "0?");
        }
    }
}
