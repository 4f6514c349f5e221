package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.form.Form.MapForm;

/** What was learnt of one column: which numbers a model gets in its place. */
sealed interface Learnt permits NumberColumn, OneHotColumn, OrdinalColumn, CodedColumn {
    /** The name of the column. */
    String name();

    /** Whether the column holds numbers; else categories. */
    default boolean number() {
        return false;
    }

    /** How many numbers a model gets. */
    int width();

    /**
     * Writes those of a row into cells that hold 0.
     *
     * @throws IllegalArgumentException when the column is of another kind
     */
    Writer writer(Column column);

    /** For a model file. */
    MapForm toForm();

    /** Writes the numbers of a row. */
    @FunctionalInterface
    interface Writer {
        void write(int row, float[] into, int at);
    }

    /** A column of categories. */
    static Column.Categories categories(Column column) {
        if (column instanceof Column.Categories categories) {
            return categories;
        }
        throw other(column);
    }

    /** A column of another kind than what was learnt of. */
    static IllegalArgumentException other(Column column) {
        return new IllegalArgumentException(column.name() + ": is of another kind than what was learnt from");
    }
}
