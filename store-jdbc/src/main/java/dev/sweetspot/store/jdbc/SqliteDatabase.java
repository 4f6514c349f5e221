package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection, used by one thread at a time. Transactions are begun and ended by hand ({@code BEGIN IMMEDIATE}), as
 * the driver's own mode would take the write lock again right after each commit. A locked file is waited for as
 * {@link SqliteWaiting} says.
 */
final class SqliteDatabase implements Database {
    /** "SWSP": marks the file as ours. */
    private static final int APPLICATION_ID = 0x53575350;

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long PATIENCE_OF_INTERRUPTED_NANOS = 5_000_000_000L;

    private static final Dialect DIALECT = new Dialect(
            "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
            "lease.until",
            "",
            "(select position from tally where study = (select id from study where name = ?))");

    private static final Properties SETTINGS = new Properties();

    static {
        // Nobody asks for them, and the driver would prepare a question for them after each insert.
        SETTINGS.setProperty("jdbc.get_generated_keys", "false");
    }

    private final Path file;
    private final Session session;

    private SqliteDatabase(Path file, Connection connection) {
        this.file = file;
        this.session = new Session(connection);
    }

    static SqliteDatabase open(Path file) {
        NetworkDrive.caution(file).ifPresent(caution -> System.getLogger(SqliteDatabase.class.getName())
                .log(System.Logger.Level.WARNING, caution));
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), SETTINGS);
            var opened = new SqliteDatabase(file, connection);
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
            // In the place of SQLite's own waiting, which the driver turns on.
            BusyHandler.setHandler(session.connection(), new SqliteWaiting());
            return true;
        });
        long found = retrying(() -> {
            // One transaction, so that a file which another process is making right now is seen before or after, whole.
            execute("begin");
            try {
                return version();
            } finally {
                rollBack();
            }
        });
        retrying(() -> {
            pragma("journal_mode = wal");
            pragma("synchronous = full");
            return true;
        });
        if (found < SqliteSchema.SCHEMA.version()) {
            write(migrating -> {
                SqliteSchema.SCHEMA.migrate(migrating, version());
                pragma("application_id = " + APPLICATION_ID);
                pragma("user_version = " + SqliteSchema.SCHEMA.version());
                return true;
            });
        }
    }

    /** How many steps its tables have taken; 0 for an empty file. Refuses what is not ours to use. */
    private long version() throws SQLException {
        boolean ours = value("application_id") == APPLICATION_ID;
        if (!ours && session.number("select count(*) from sqlite_master").orElse(0) > 0) {
            throw new InvalidInputException("store", file, "is a database of another program", "another --store?");
        }
        long found = ours ? value("user_version") : 0;
        if (found > SqliteSchema.SCHEMA.version()) {
            throw new InvalidInputException("store", file, SqliteSchema.SCHEMA.tooNew(found), "update Sweetspot?");
        }
        return found;
    }

    private void pragma(String text) throws SQLException {
        execute("pragma " + text);
    }

    private long value(String pragma) throws SQLException {
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery("pragma " + pragma)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public synchronized <T> T read(Work<T> work) {
        return retrying(() -> work.with(session));
    }

    @Override
    public synchronized <T> T write(Work<T> work) {
        return retrying(() -> transaction(work));
    }

    /**
     * Brings what the write-ahead log has into the file, so that the log is written from its beginning again. SQLite does so by
     * itself only when nobody writes meanwhile: where several processes always do, the log grows, which makes each commit
     * twice as long, and each tries in vain. Where it cannot be done now, it is done later.
     */
    synchronized void startLogAgain() {
        try {
            session.number("pragma wal_checkpoint(restart)");
        } catch (SQLException later) {
            System.getLogger(getClass().getName()).log(System.Logger.Level.DEBUG, "checkpoint of " + file, later);
        }
    }

    @Override
    public synchronized <T> T writeSoon(Work<T> work) {
        return retrying(() -> {
            pragma("synchronous = normal");
            try {
                return transaction(work);
            } finally {
                pragma("synchronous = full");
            }
        });
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        session.say("begin immediate");
        boolean committed = false;
        try {
            var result = work.with(session);
            session.say("commit");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
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
        session.execute(text);
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private <T> T retrying(Attempt<T> attempt) {
        long begin = System.nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return attempt.run();
                } catch (SQLException e) {
                    // A transaction is short: it is finished, and whoever waits for the thread sees the interrupt after
                    // it.
                    interrupted |= Thread.interrupted();
                    long patience = interrupted ? PATIENCE_OF_INTERRUPTED_NANOS : PATIENCE_NANOS;
                    if (!busy(e) || System.nanoTime() - begin > patience) {
                        throw explained(e);
                    }
                    // Not every lock is one that SQLite itself waits for.
                    SqliteWaiting.pause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
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
            session.close();
        } catch (SQLException e) {
            throw explained(e);
        }
    }
}
