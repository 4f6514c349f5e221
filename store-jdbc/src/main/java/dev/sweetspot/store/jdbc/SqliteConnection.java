package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection, used by one thread at a time. Transactions are begun and ended by hand ({@code BEGIN IMMEDIATE}), as
 * the driver's own mode would take the write lock again right after each commit. A locked file is tried again after a
 * short random wait: SQLite's own waiting starves some of several busy processes.
 */
final class SqliteConnection implements AutoCloseable {
    /** "SWSP": marks the file as ours. */
    private static final int APPLICATION_ID = 0x53575350;

    private static final int SCHEMA = 1;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final List<String> TABLES = List.of(
            "create table study (id integer primary key, name text not null unique, created_at text not null,"
                    + " description text not null)",
            "create table event (position integer primary key autoincrement, study integer not null, body text not null)",
            "create index event_of_study on event (study, position)",
            "create table trial (study integer not null, number integer not null, version integer not null,"
                    + " primary key (study, number)) without rowid",
            "create table lease (study integer not null, trial integer not null, worker text not null,"
                    + " until integer not null, primary key (study, trial)) without rowid");

    private final Path file;
    private final Connection connection;
    private final RandomGenerator waits = new SplittableRandom(System.nanoTime());

    private SqliteConnection(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** What is done in a transaction. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    static SqliteConnection open(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            var opened = new SqliteConnection(file, connection);
            try {
                opened.prepare();
                return opened;
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "store = " + file + ": cannot be opened (" + e.getMessage() + "). Maybe another --store?", e);
        }
    }

    private void prepare() {
        retrying(() -> {
            // One transaction, so that a file which another process is making right now is seen before or after, whole.
            execute("begin");
            try {
                refuseStrangers();
            } finally {
                rollBack();
            }
            pragma("journal_mode = wal");
            pragma("synchronous = full");
            return true;
        });
        write(c -> {
            if (value("application_id") == 0) {
                for (var table : TABLES) {
                    try (var statement = c.createStatement()) {
                        statement.execute(table);
                    }
                }
                pragma("application_id = " + APPLICATION_ID);
                pragma("user_version = " + SCHEMA);
            }
            return true;
        });
    }

    private void refuseStrangers() throws SQLException {
        long id = value("application_id");
        long version = value("user_version");
        boolean empty;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from sqlite_master")) {
            empty = rows.next() && rows.getLong(1) == 0;
        }
        if (id != APPLICATION_ID && !empty) {
            throw new InvalidInputException("store", file, "is a database of another program", "another --store?");
        }
        if (id == APPLICATION_ID && version > SCHEMA) {
            throw new InvalidInputException(
                    "store",
                    file,
                    "was written by a newer version (schema " + version + ", this one knows " + SCHEMA + ")",
                    "update Sweetspot?");
        }
    }

    private void pragma(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma " + text);
        }
    }

    private long value(String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma " + pragma)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Milliseconds on the clock of the database, which every process of this machine shares. */
    long now() throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select cast((julianday('now') - 2440587.5) * 86400000 as integer)")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Reads what is committed. */
    synchronized <T> T read(Work<T> work) {
        return retrying(() -> work.with(connection));
    }

    /** Does all of it or nothing; durable on return. */
    synchronized <T> T write(Work<T> work) {
        return retrying(() -> {
            execute("begin immediate");
            boolean committed = false;
            try {
                var result = work.with(connection);
                execute("commit");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollBack();
                }
            }
        });
    }

    private void rollBack() {
        try {
            execute("rollback");
        } catch (SQLException alreadyRolledBack) {
            // Some errors, a full disk among them, end the transaction by themselves.
            System.getLogger(getClass().getName()).log(System.Logger.Level.TRACE, "rollback", alreadyRolledBack);
        }
    }

    private void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private <T> T retrying(Attempt<T> attempt) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!busy(e) || System.nanoTime() > end) {
                    throw explained(e);
                }
                pause();
            }
        }
    }

    private static boolean busy(SQLException e) {
        if (!(e instanceof SQLiteException lite)) {
            return false;
        }
        int primary = lite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private void pause() {
        try {
            Thread.sleep(0, 100_000 + waits.nextInt(800_000));
        } catch (InterruptedException e) {
            // A transaction is short: it is finished, and whoever waits for the thread sees the interrupt after it.
            Thread.currentThread().interrupt();
        }
    }

    private RuntimeException explained(SQLException e) {
        int primary = e instanceof SQLiteException lite ? lite.getResultCode().code & 0xff : -1;
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new InvalidInputException(
                    "store = " + file + ": is no database of ours, or is damaged. Maybe another --store?", e);
        }
        var maybe = primary == SQLiteErrorCode.SQLITE_FULL.code
                ? "the disk is full; what was acknowledged is safe, free some room and resume"
                : primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                        ? "it is not yours to write; another --store?"
                        : busy(e) ? "another program holds it locked" : "the disk has a fault";
        return new StoreException("store = " + file + ": " + e.getMessage() + ". Maybe " + maybe + ".", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw explained(e);
        }
    }
}
