package dev.sweetspot.studio.table;

import java.util.List;

/**
 * A table or series at a glance.
 *
 * @param rows that were read
 * @param whole whether that are all
 * @param columns in the order of the file
 * @param first the first rows, each a text a column
 * @param notes what a person should know, as sentences
 * @param series the first of them; empty where the rows are items of their own
 * @param seriesCount how many there are among the rows that were read
 * @param shortest steps
 * @param longest steps
 */
public record TableLook(
        int rows,
        boolean whole,
        List<ColumnLook> columns,
        List<List<String>> first,
        List<String> notes,
        List<SeriesLook> series,
        int seriesCount,
        int shortest,
        int longest) {
    /** Keeps copies. */
    public TableLook {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
        notes = List.copyOf(notes);
        series = List.copyOf(series);
    }
}
