package dev.sweetspot.trackers.table;

import java.io.IOException;
import java.util.List;

/** Rows of a study, one after the other: a long study has more than should be held at once. */
public interface Table {
    /** What its file is called, without an ending: "trials". */
    String name();

    /** Its columns in order. */
    List<Column> columns();

    /** Hands each row over, in order. */
    void rows(Taker taker) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface Taker {
        /** One row. */
        void take(Row row) throws IOException;
    }
}
