package dev.sweetspot.trackers.table;

import java.io.Closeable;
import java.io.IOException;

/** Writes one table. What it has written is whole when it has been closed. For one thread. */
public interface TableWriter extends Closeable {
    /** Adds a row. */
    void row(Row row) throws IOException;
}
