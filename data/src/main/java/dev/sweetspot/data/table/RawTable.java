package dev.sweetspot.data.table;

import dev.sweetspot.data.csv.CsvFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A table as it stands in a file, by columns.
 *
 * @param lines on which the rows begin
 * @param columns in the order of the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawTable(CsvFile file, int[] lines, List<RawColumn> columns) {
    RawTable {
        columns = List.copyOf(columns);
    }

    /**
     * Reads all rows.
     *
     * @param reading as what each column is read, by its name
     * @throws dev.sweetspot.form.InvalidInputException when a row has more or fewer cells than the header
     */
    static RawTable read(CsvFile file, Function<String, Reading> reading) {
        var sinks = new ArrayList<CellSink>();
        for (var name : file.header()) {
            sinks.add(
                    switch (reading.apply(name)) {
                        case AUTOMATIC -> new CellSink.NumberSink(file, name, false);
                        case PRECISE -> new CellSink.NumberSink(file, name, true);
                        case TEXT -> new CellSink.TextSink(name);
                        case NONE -> new CellSink.NoSink(name);
                    });
        }
        var lines = walk(file, sinks);
        var again = new ArrayList<CellSink>();
        boolean any = false;
        for (int c = 0; c < sinks.size(); c++) {
            boolean words = sinks.get(c).disappointed();
            any |= words;
            var name = file.header().get(c);
            again.add(words ? new CellSink.TextSink(name) : new CellSink.NoSink(name));
        }
        if (any) {
            walk(file, again);
        }
        var columns = new ArrayList<RawColumn>();
        for (int c = 0; c < sinks.size(); c++) {
            columns.add((again.get(c) instanceof CellSink.TextSink ? again : sinks)
                    .get(c)
                    .column());
        }
        return new RawTable(file, lines, columns);
    }

    private static int[] walk(CsvFile file, List<CellSink> sinks) {
        var each = sinks.toArray(CellSink[]::new);
        var cells = file.rows();
        var lines = new int[1024];
        int rows = 0;
        while (cells.nextRow()) {
            int c = 0;
            while (cells.nextCell()) {
                if (c < each.length) {
                    each[c].take(cells);
                }
                c++;
            }
            if (c != each.length) {
                throw file.wrong(
                        cells.line(),
                        "has " + c + (c == 1 ? " cell" : " cells") + ", and the header has " + each.length,
                        c > each.length ? "a text with a separator in it needs quotes?" : "the line was cut off?");
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
            }
            lines[rows++] = cells.line();
        }
        return Arrays.copyOf(lines, rows);
    }

    /** Number of rows. */
    int rows() {
        return lines.length;
    }

    /** The column of that name. */
    RawColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }
}
