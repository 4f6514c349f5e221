package dev.sweetspot.trackers.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a table: a cell for each of its columns, empty or of the column's kind. */
public final class Row {
    private final List<Column> columns;
    private final @Nullable Object[] cells;

    /** A row whose cells are all empty. */
    public Row(List<Column> columns) {
        this.columns = columns;
        this.cells = new @Nullable Object[columns.size()];
    }

    /**
     * Fills a cell.
     *
     * @throws IllegalArgumentException when the value is not of the column's kind
     */
    public void set(int column, Object value) {
        var expected = columns.get(column);
        if (!expected.kind().holds(value)) {
            throw new IllegalArgumentException(expected.name() + " = " + value + ": must be of the kind "
                    + expected.kind() + ", is of " + value.getClass().getName());
        }
        cells[column] = value;
    }

    /** What stands in a cell; null where it is empty. */
    public @Nullable Object get(int column) {
        return cells[column];
    }
}
