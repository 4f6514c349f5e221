package dev.sweetspot.store.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Studies in one SQLite file that many threads and processes of this machine share. Write-ahead log with full
 * synchronisation: what a call has acknowledged survives a kill at any instant, and a power failure as far as the disk
 * keeps its word. Leases run on this machine's clock; they alone may be forgotten when the power fails.
 */
public final class SqliteStore extends JdbcStore {
    /**
     * Whoever adds the last of so many events of a study begins the log beside the file again: before the thousand pages at
     * which SQLite begins to try.
     */
    private static final int EVENTS_OF_A_LOG = 60;

    private final SqliteDatabase file;

    private SqliteStore(SqliteDatabase file) {
        super(file);
        this.file = file;
    }

    private SqliteStore(SqliteStore whole, Subject worked) {
        super(whole, worked);
        this.file = whole.file;
    }

    /**
     * Opens a file, and makes it when it is not there; one of an older version is brought to that of now.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the file is none of ours, or was written by a newer version
     * @throws dev.sweetspot.store.StoreException when the disk is full or refuses
     */
    public static SqliteStore open(Path file) {
        SqliteLibrary.settle();
        return new SqliteStore(SqliteDatabase.open(file));
    }

    @Override
    JdbcStore only(Subject study) {
        return new SqliteStore(this, study);
    }

    @Override
    Appended commit(Subject study, List<Change> batch, long key, List<LeaseChange> leases) {
        var appending = new Appending(study, batch, key);
        var appended = file.write(session -> added(session, study, appending, leases));
        return kept(appended, batch.size());
    }

    private Appended added(Session session, Subject study, Appending appending, List<? extends LeaseChange> leases)
            throws SQLException {
        var appended = appending.with(session);
        if (appended instanceof Appended.Done) {
            change(session, study.name(), leases);
        }
        return appended;
    }

    private Appended kept(Appended appended, int by) {
        if (appended instanceof Appended.Done done
                && done.position() / EVENTS_OF_A_LOG > (done.position() - by) / EVENTS_OF_A_LOG) {
            file.startLogAgain();
        }
        return appended;
    }

    @Override
    Appended commitOne(Subject study, List<Beginning> either, long key) {
        // What is written is made before the file is locked.
        var appendings = either.stream()
                .map(each -> new Appending(study, List.of(each.started()), key))
                .toList();
        var appended = file.write(session -> {
            int last = either.size() - 1;
            for (int i = 0; i < last; i++) {
                var one = added(
                        session, study, appendings.get(i), List.of(either.get(i).lease()));
                if (one instanceof Appended.Done) {
                    return one;
                }
            }
            return added(
                    session,
                    study,
                    appendings.get(last),
                    List.of(either.get(last).lease()));
        });
        return kept(appended, 1);
    }
}
