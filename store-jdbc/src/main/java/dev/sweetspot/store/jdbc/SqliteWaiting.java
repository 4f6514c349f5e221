package dev.sweetspot.store.jdbc;

import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * How a transaction waits for its turn at a file that another process has locked: it asks again and again, after pauses that
 * are much shorter than a commit, and all who wait ask equally often. SQLite's own waiting grows to a tenth of a second, which
 * starves some of several busy processes; and an answer that the file is locked costs more than the question, as it comes as
 * an exception.
 */
final class SqliteWaiting extends BusyHandler {
    /** Sleeping knows only milliseconds in Java 17, which is longer than most commits take. */
    private static final long PAUSE_NANOS = 50_000;

    /** After so many, at least ten milliseconds, whoever waits is told, and looks at his patience. */
    private static final int PAUSES = 200;

    /** Waits a moment; says whether SQLite shall ask once more (1) or not (0). */
    @Override
    protected int callback(int before) {
        if (before >= PAUSES || Thread.currentThread().isInterrupted()) {
            // An interrupted thread would not pause: whoever waits takes note of it first.
            return 0;
        }
        pause();
        return 1;
    }

    /** A moment. */
    static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
