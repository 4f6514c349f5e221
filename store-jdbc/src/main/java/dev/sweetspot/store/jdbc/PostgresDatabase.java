package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StoreException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A few connections to PostgreSQL, made when they are needed. While the database is cut off, slow or restarted, calls wait
 * for it: each for as long as the {@link PostgresAddress#patience} of the address.
 */
final class PostgresDatabase implements Database {
    private static final System.Logger LOG = System.getLogger(PostgresDatabase.class.getName());

    /** More threads than this wait for one another: connections are dear on the server's side. */
    private static final int CONNECTIONS = 8;

    /** For how long the first connection is tried: a person waits for it, who may have mistyped. */
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);

    /** For the transaction that it stands in. */
    private static final String SOON = "set local synchronous_commit = off";

    /** "SWEETSPO", for the lock that whoever changes the tables holds. */
    private static final long MIGRATION = 0x5357454554535F4FL;

    private static final Dialect DIALECT = new Dialect(
            "(extract(epoch from clock_timestamp()) * 1000)::bigint",
            // While the database was down nobody could renew: who had a lease then has it for its length again.
            "case when lease.until < (extract(epoch from pg_postmaster_start_time()) * 1000)::bigint"
                    + " then (extract(epoch from pg_postmaster_start_time()) * 1000)::bigint + lease.length"
                    + " else lease.until end",
            " for update",
            // What a crash of the server may still take back is not seen: see PostgresStore.
            "(select coalesce(max(position), 0) from writer where study = (select id from study where name = ?))");

    private final PostgresAddress address;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore room = new Semaphore(CONNECTIONS, true);
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean reached;
    private volatile boolean closed;

    private PostgresDatabase(PostgresAddress address) {
        this.address = address;
    }

    static PostgresDatabase open(PostgresAddress address) {
        var database = new PostgresDatabase(address);
        try {
            database.persistently(database.firstPatience(), database::prepare);
            database.reached = true;
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** An address that was never reached may be mistyped. */
    private Duration firstPatience() {
        return FIRST_PATIENCE.compareTo(address.patience()) < 0 ? FIRST_PATIENCE : address.patience();
    }

    private boolean prepare(Session session) throws SQLException {
        // Until the lock is held another process may be making the tables: what is half there says nothing.
        if (ours(session) && version(session) == PostgresSchema.SCHEMA.version()) {
            return true;
        }
        return transaction(session, migrating -> {
            migrating.number("select 1 from pg_advisory_xact_lock(" + MIGRATION + ")");
            // Who may not make schemas may not say so either, though it is there already.
            if (migrating
                    .number("select 1 from pg_namespace where nspname = ?", address.schema())
                    .isEmpty()) {
                migrating.execute("create schema " + address.quotedSchema());
            }
            long found = version(migrating);
            PostgresSchema.SCHEMA.migrate(migrating, found);
            migrating.update("update sweetspot_schema set version = ?", (long) PostgresSchema.SCHEMA.version());
            return true;
        });
    }

    private boolean ours(Session session) throws SQLException {
        return session.number(
                        "select 1 from pg_tables where schemaname = ? and tablename = 'sweetspot_schema'",
                        address.schema())
                .isPresent();
    }

    /** How many steps the tables have taken; 0 when there are none. Refuses what is not ours to use. */
    private long version(Session session) throws SQLException {
        if (!ours(session)) {
            var schema = address.schema();
            if (session.number("select 1 from pg_tables where schemaname = ? limit 1", schema)
                    .isPresent()) {
                throw new InvalidInputException(
                        "--store",
                        shown(),
                        "its schema " + schema + " has tables of another program",
                        "another currentSchema=...?");
            }
            return 0;
        }
        long found = session.number("select version from sweetspot_schema").orElse(0);
        if (found > PostgresSchema.SCHEMA.version()) {
            throw new InvalidInputException(
                    "--store", shown(), PostgresSchema.SCHEMA.tooNew(found), "update Sweetspot?");
        }
        return found;
    }

    String shown() {
        return address.shown();
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public <T> T read(Work<T> work) {
        return persistently(address.patience(), work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return persistently(address.patience(), session -> transaction(session, work));
    }

    @Override
    public <T> T writeSoon(Work<T> work) {
        return persistently(
                address.patience(),
                session -> transaction(session, soon -> {
                    soon.execute(SOON);
                    return work.with(soon);
                }));
    }

    private static <T> T transaction(Session session, Work<T> work) throws SQLException {
        var connection = session.connection();
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            var result = work.with(session);
            connection.commit();
            committed = true;
            return result;
        } finally {
            end(session, committed);
        }
    }

    private static void end(Session session, boolean committed) {
        try {
            if (!committed) {
                session.connection().rollback();
            }
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.TRACE, "the connection is cut", e);
        }
    }

    private <T> T persistently(Duration most, Work<T> work) {
        room.acquireUninterruptibly();
        try (var patience = new Patience(most)) {
            while (true) {
                try {
                    var result = once(work);
                    if (away.compareAndSet(true, false)) {
                        LOG.log(System.Logger.Level.INFO, shown() + ": the database answers again");
                    }
                    return result;
                } catch (SQLException e) {
                    waitAfter(e, patience);
                }
            }
        } finally {
            room.release();
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        var session = idle.poll();
        if (session == null) {
            session = connect();
        }
        boolean whole = false;
        try {
            var result = work.with(session);
            whole = true;
            return result;
        } catch (RuntimeException e) {
            whole = true;
            throw e;
        } finally {
            if (whole && !closed) {
                idle.push(session);
            } else {
                drop(session);
            }
        }
    }

    private Session connect() throws SQLException {
        var session = new Session(DriverManager.getConnection(address.url(), address.properties()));
        try {
            // A transaction whose worker was cut off in the middle must not keep the others of its study waiting.
            session.execute("set synchronous_commit = on; set idle_in_transaction_session_timeout = '10s'");
            return session;
        } catch (SQLException e) {
            drop(session);
            throw e;
        }
    }

    private void waitAfter(SQLException e, Patience patience) {
        // Connections that were made before are likely to be dead as well.
        rest();
        if (closed || !PostgresFaults.passing(e) || (PostgresFaults.wrongAddress(e) && !reached) || patience.isOver()) {
            throw PostgresFaults.explained(shown(), e);
        }
        if (patience.isLong() && away.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> shown() + ": the database does not answer (" + PostgresFaults.said(e)
                            + "); waiting for it, up to "
                            + (reached ? address.patience() : firstPatience()).toSeconds() + " s");
        }
        patience.pause();
    }

    private static void drop(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.TRACE, "close", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        rest();
    }

    /** Gives back the connections that nobody uses now. */
    void rest() {
        for (var session = idle.poll(); session != null; session = idle.poll()) {
            drop(session);
        }
    }

    /** For work that no statement can do alone. */
    StoreException failed(String what, Exception e) {
        return new StoreException("store = " + shown() + ": could not " + what + " (" + e.getMessage() + ").", e);
    }
}
