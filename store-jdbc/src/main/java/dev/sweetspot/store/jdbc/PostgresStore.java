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
     * it. All of it is one message, see {@link PostgresProcedures}.
     */
    @Override
    Appended commit(Subject study, List<Change> batch, long key, List<LeaseChange> leases) {
        return persistently(study, PostgresAppending.all(study, batch, key, leases));
    }

    @Override
    Appended commitOne(Subject study, List<Beginning> either, long key) {
        return persistently(study, PostgresAppending.one(study, either, key));
    }

    private Appended persistently(Subject study, PostgresAppending appending) {
        while (true) {
            var appended = database().read(session -> {
                var answer = appending.with(session);
                if (answer.orElse(null) instanceof Appended.Done done) {
                    dropOlder(session, study.name(), done.position());
                }
                return answer;
            });
            if (appended.isPresent()) {
                return appended.get();
            }
            // The server crashed in between, and the disk did not have it yet: it is added anew.
        }
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
