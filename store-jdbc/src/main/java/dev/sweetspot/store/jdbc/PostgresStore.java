package dev.sweetspot.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Studies in PostgreSQL (14 or newer) that workers of many machines share. Commits are synchronous: what a call has
 * acknowledged is durable, as far as the server runs with {@code fsync}. Leases run on the server's clock, and are given their
 * length again after a restart; they alone may be forgotten when the server fails.
 *
 * <p>While the database is cut off, slow or restarted, a call waits for it, five minutes unless the address says otherwise
 * ({@code ?patience=SECONDS}), and then goes on: nothing is lost, and nothing is done twice.
 */
public final class PostgresStore extends JdbcStore {
    private static final String PUBLISH =
            " on conflict (study, session) do update set position = greatest(writer.position, excluded.position)";

    private PostgresStore(PostgresDatabase database) {
        super(database);
    }

    private PostgresStore(PostgresStore whole, Subject worked) {
        super(whole, worked);
    }

    /**
     * Opens a store, and makes its tables when they are not there.
     *
     * @param address {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?NAME=VALUE&...}
     * @throws dev.sweetspot.form.InvalidInputException when the address is wrong, or the tables were made by another program
     *     or a newer version
     * @throws dev.sweetspot.store.StoreException when nobody answers there for 10 seconds
     */
    public static PostgresStore open(String address) {
        return new PostgresStore(PostgresDatabase.open(PostgresAddress.of(address)));
    }

    @Override
    JdbcStore only(Subject study) {
        return new PostgresStore(this, study);
    }

    /**
     * Workers of a study take turns at its tally, and the disk is slow: a batch is committed under it without waiting for the
     * disk, and made durable afterwards, when others have their turn, by a second commit of a row of this connection alone. The
     * server puts the waits of many into one. That row says how far the log is durable, and readers see it as far: never what
     * a crash of the server could take back. Leases are taken before a trial can be seen to run, and given back with what ends
     * it.
     */
    @Override
    Appended commit(String study, Appending appending, List<LeaseChange> leases) {
        var taken = of(leases, LeaseChange.Taken.class);
        while (true) {
            var appended = database().write(session -> {
                session.commitSoon();
                var added = appending.with(session);
                if (added instanceof Appended.Done) {
                    change(session, study, taken);
                } else {
                    // Nothing was changed; but the lock on the tally would make a commit wait for the disk, and all
                    // others
                    // with it.
                    session.connection().rollback();
                }
                return added;
            });
            if (appended instanceof Appended.Conflict || appending.isEmpty()) {
                // What it was with may be of a worker that died before it said so: whoever finds it says so instead.
                database()
                        .read(session -> end(session, study) >= appending.end()
                                || publishFound(session, study, appending.end()));
                return appended;
            }
            if (published(study, appending, of(leases, LeaseChange.GivenBack.class))) {
                return appended;
            }
            // The server crashed in between, and the disk did not have it yet: it is added anew.
        }
    }

    /** False when it is not there any more. */
    private boolean published(String study, Appending appending, List<? extends LeaseChange> givenBack) {
        if (givenBack.isEmpty()) {
            return database().read(session -> publish(session, study, appending));
        }
        return database().write(session -> {
            boolean there = publish(session, study, appending);
            if (there) {
                change(session, study, givenBack);
            }
            return there;
        });
    }

    private static <T extends LeaseChange> List<? extends LeaseChange> of(List<LeaseChange> leases, Class<T> kind) {
        return leases.stream()
                .flatMap(change -> kind.isInstance(change) ? Stream.of(kind.cast(change)) : Stream.empty())
                .toList();
    }

    private long end(Session session, String study) throws SQLException {
        return session.number("select " + database().dialect().end(), study).orElse(0);
    }

    private static boolean publish(Session session, String study, Appending appending) throws SQLException {
        int there = session.update(
                "insert into writer (study, session, position) select id, ?, event.position from study"
                        + " join event on event.study = id and event.position = ? and event.batch = ? where name = ?"
                        + PUBLISH,
                session.key(),
                appending.end(),
                appending.key(),
                study);
        if (there > 0) {
            dropOlder(session, study, appending.end());
        }
        return there > 0;
    }

    private static boolean publishFound(Session session, String study, long position) throws SQLException {
        return session.update(
                        "insert into writer (study, session, position) select id, ?, tally.position from study"
                                + " join tally on tally.study = id and tally.position >= ? where name = ?" + PUBLISH,
                        session.key(),
                        position,
                        study)
                > 0;
    }

    private static void dropOlder(Session session, String study, long position) throws SQLException {
        if (session.meets(study)) {
            // Rows of connections that ended long ago say nothing that this one does not.
            session.update(
                    "delete from writer where (study, session) in (select study, session from writer"
                            + " where study = (select id from study where name = ?) and position < ?"
                            + " for update skip locked)",
                    study,
                    position);
        }
    }

    @Override
    List<String> tables() {
        return Stream.concat(super.tables().stream(), Stream.of("writer")).toList();
    }
}
