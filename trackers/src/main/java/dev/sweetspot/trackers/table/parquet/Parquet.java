package dev.sweetspot.trackers.table.parquet;

import dev.sweetspot.trackers.table.Column;
import dev.sweetspot.trackers.table.TableFormat;
import dev.sweetspot.trackers.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Columns with their types: texts in UTF-8, whole numbers and times (microseconds in UTC) in 64 bits, real numbers in 64
 * bits, truth values; every cell may be empty. Not compressed and without statistics, so that the bytes follow from the
 * rows alone.
 */
public record Parquet() implements TableFormat {
    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String help() {
        return "columns with their types, for data frames and databases";
    }

    @Override
    public TableWriter open(OutputStream out, List<Column> columns) throws IOException {
        return new ParquetWriter(out, columns);
    }
}
