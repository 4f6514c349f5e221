package dev.sweetspot.trackers.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A form in which tables are written. Found by its name in the service file; any number of threads may use it. */
public interface TableFormat {
    /** Its name, which is the ending of its files too: "csv". */
    String name();

    /** One sentence about who reads it, for the help of the command line. */
    String help();

    /**
     * Begins a file.
     *
     * @param out is closed with the writer
     */
    TableWriter open(OutputStream out, List<Column> columns) throws IOException;
}
