package dev.sweetspot.store.jdbc;

import java.nio.file.Path;
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
        var done = file.write(session -> {
            var appended = appending.with(session);
            if (appended instanceof Appended.Done) {
                change(session, study.name(), leases);
            }
            return appended;
        });
        if (done instanceof Appended.Done && appending.passes(EVENTS_OF_A_LOG)) {
            file.startLogAgain();
        }
        return done;
    }
}
