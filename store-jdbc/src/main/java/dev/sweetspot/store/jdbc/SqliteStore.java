package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Studies in one SQLite file that many threads and processes of this machine share. Write-ahead log with full
 * synchronisation: what a call has acknowledged survives a kill at any instant, and a power failure as far as the disk
 * keeps its word. Leases run on this machine's clock.
 */
public final class SqliteStore implements Store {
    /** Stands in the place of a trial's number for the version of what was decided about the study itself. */
    private static final int DECISIONS = -1;

    private final SqliteConnection database;

    private SqliteStore(SqliteConnection database) {
        this.database = database;
    }

    /**
     * Opens a file, and makes it when it is not there.
     *
     * @throws InvalidInputException when the file is none of ours, or was written by a newer version
     * @throws dev.sweetspot.store.StoreException when the disk is full or refuses
     */
    public static SqliteStore open(Path file) {
        return new SqliteStore(SqliteConnection.open(file));
    }

    @Override
    public void create(StudyRecord study) {
        boolean made = database.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into study (name, created_at, description) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, study.name());
                insert.setString(2, study.createdAt().toString());
                insert.setString(3, Json.write(study.description()));
                return insert.executeUpdate() == 1;
            }
        });
        if (!made) {
            throw new InvalidInputException("study", study.name(), "is there already", "another --name, or resume it?");
        }
    }

    @Override
    public Optional<StudyRecord> find(String study) {
        return studies().stream().filter(record -> record.name().equals(study)).findFirst();
    }

    @Override
    public List<StudyRecord> studies() {
        return database.read(connection -> {
            var records = new ArrayList<StudyRecord>();
            try (var select = connection.prepareStatement(
                            "select name, created_at, description from study order by created_at desc, id desc");
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    var name = rows.getString(1);
                    records.add(new StudyRecord(
                            name, Instant.parse(rows.getString(2)), Json.parseMap(rows.getString(3), "study " + name)));
                }
            }
            return records;
        });
    }

    @Override
    public void delete(String study) {
        database.write(connection -> {
            for (var table : List.of("event", "trial", "lease")) {
                execute(
                        connection,
                        "delete from " + table + " where study = (select id from study where name = ?)",
                        study);
            }
            return execute(connection, "delete from study where name = ?", study);
        });
    }

    @Override
    public Appended append(String study, List<Change> batch) {
        return database.write(connection -> {
            long id = id(connection, study);
            Map<Integer, Long> versions = new LinkedHashMap<>();
            long trials = number(connection, "select count(*) from trial where study = ? and number >= 0", id);
            for (var change : batch) {
                int number = change.event() instanceof Event.OfTrial event ? event.trial() : DECISIONS;
                boolean starts = change.event() instanceof Event.Started;
                boolean numberFits = number == DECISIONS || (starts ? number == trials : number < trials);
                long version = version(connection, id, number, versions);
                long actual = starts && numberFits ? version(connection, id, DECISIONS, versions) : version;
                if (!numberFits || actual != change.seen()) {
                    var trial = number == DECISIONS ? OptionalInt.empty() : OptionalInt.of(number);
                    return new Appended.Conflict(trial, change.seen(), actual);
                }
                versions.put(number, version + 1);
                trials += starts ? 1 : 0;
            }
            return new Appended.Done(insert(connection, id, batch, versions));
        });
    }

    /** As this batch would leave it so far. */
    private static long version(Connection connection, long study, int number, Map<Integer, Long> changed)
            throws SQLException {
        Long known = changed.get(number);
        return known != null
                ? known
                : number(
                        connection,
                        "select coalesce(max(version), 0) from trial where study = ? and number = " + number,
                        study);
    }

    private static long insert(Connection connection, long study, List<Change> batch, Map<Integer, Long> versions)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into event (study, body) values (?, ?)");
                var upsert = connection.prepareStatement("insert into trial (study, number, version) values (?, ?, ?)"
                        + " on conflict (study, number) do update set version = excluded.version")) {
            for (var change : batch) {
                insert.setLong(1, study);
                insert.setString(2, Json.write(EventForms.toForm(change.event())));
                insert.executeUpdate();
            }
            for (var entry : versions.entrySet()) {
                upsert.setLong(1, study);
                upsert.setInt(2, entry.getKey());
                upsert.setLong(3, entry.getValue());
                upsert.executeUpdate();
            }
        }
        return number(connection, "select max(position) from event where study = ?", study);
    }

    @Override
    public List<Logged> read(String study, long after) {
        return database.read(connection -> {
            var events = new ArrayList<Logged>();
            try (var select = connection.prepareStatement(
                    "select position, body from event where study = ? and position > ? order by position")) {
                select.setLong(1, id(connection, study));
                select.setLong(2, after);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        events.add(new Logged(
                                rows.getLong(1), EventForms.fromForm(Json.parse(rows.getString(2), "event"))));
                    }
                }
            }
            return events;
        });
    }

    @Override
    public boolean lease(String study, int trial, String worker, Duration length) {
        return database.write(connection -> {
            long now = database.now();
            try (var upsert =
                    connection.prepareStatement("insert into lease (study, trial, worker, until) values (?, ?, ?, ?)"
                            + " on conflict (study, trial) do update set worker = excluded.worker, until = excluded.until"
                            + " where lease.worker = excluded.worker or lease.until <= ?")) {
                upsert.setLong(1, id(connection, study));
                upsert.setInt(2, trial);
                upsert.setString(3, worker);
                upsert.setLong(4, now + length.toMillis());
                upsert.setLong(5, now);
                return upsert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void release(String study, int trial, String worker) {
        database.write(connection -> {
            try (var delete =
                    connection.prepareStatement("delete from lease where study = ? and trial = ? and worker = ?")) {
                delete.setLong(1, id(connection, study));
                delete.setInt(2, trial);
                delete.setString(3, worker);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public List<Lease> leases(String study) {
        return database.read(connection -> {
            var leases = new ArrayList<Lease>();
            long now = database.now();
            try (var select = connection.prepareStatement(
                    "select trial, worker, until from lease where study = ? and until > ? order by trial")) {
                select.setLong(1, id(connection, study));
                select.setLong(2, now);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        leases.add(
                                new Lease(rows.getInt(1), rows.getString(2), Duration.ofMillis(rows.getLong(3) - now)));
                    }
                }
            }
            return leases;
        });
    }

    private static long id(Connection connection, String study) throws SQLException {
        try (var select = connection.prepareStatement("select id from study where name = ?")) {
            select.setString(1, study);
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    return rows.getLong(1);
                }
            }
        }
        throw new InvalidInputException("study", study, "is not in this store", "the command studies lists them");
    }

    private static long number(Connection connection, String query, long study) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, study);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static int execute(Connection connection, String statement, String study) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, study);
            return prepared.executeUpdate();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
