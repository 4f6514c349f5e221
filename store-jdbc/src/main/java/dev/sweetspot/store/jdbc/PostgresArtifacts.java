package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.ArtifactName;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts in the database, where every worker finds them that finds the study; a file lies there in parts of 1 MiB, all of
 * them or none. What was kept or given last lies on this machine too. Connections are given back after each call: files come
 * and go seconds apart.
 */
final class PostgresArtifacts implements Artifacts {
    private static final int PART = 1 << 20;

    private final PostgresDatabase database;
    private final FolderArtifacts near;
    private final Path local;

    /** @param local a folder of this machine */
    PostgresArtifacts(PostgresAddress address, Path local) {
        this.database = PostgresDatabase.open(address);
        this.local = local;
        this.near = new FolderArtifacts(local.resolve("fetched"));
        database.rest();
    }

    @Override
    public String put(String study, int trial, String name, Path file) {
        try {
            var artifact = ArtifactName.of(file, name);
            long bytes = Files.size(file);
            write(session -> {
                int made = session.update(
                        "insert into artifact (study, trial, name, bytes) values (?, ?, ?, ?) on conflict do nothing",
                        study,
                        (long) trial,
                        artifact,
                        bytes);
                return made == 0 || send(session, study, trial, artifact, file);
            });
            dropOlder(study, trial, name);
            near.put(study, trial, name, file);
            return artifact;
        } catch (IOException | UncheckedIOException e) {
            throw database.failed("keep " + name + " of trial " + trial, e);
        }
    }

    /** What this machine has of a file that is kept again and again: only the last is asked for. */
    private void dropOlder(String study, int trial, String name) {
        near.list(study).stream()
                .filter(copy -> copy.trial() == trial
                        && ArtifactName.given(copy.artifact()).equals(name))
                .forEach(copy -> near.delete(study, trial, copy.artifact()));
    }

    private static boolean send(Session session, String study, int trial, String artifact, Path file)
            throws SQLException {
        // An interrupt would close a channel in the middle; this goes on, and the interrupt is kept.
        try (InputStream in = new FileInputStream(file.toFile())) {
            int part = 0;
            for (var body = in.readNBytes(PART); body.length > 0; body = in.readNBytes(PART)) {
                session.update(
                        "insert into artifact_part (study, trial, name, part, body) values (?, ?, ?, ?, ?)",
                        study,
                        (long) trial,
                        artifact,
                        (long) part++,
                        body);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> get(String study, int trial, String artifact) {
        boolean there = resting(session -> session.number(
                        "select bytes from artifact where study = ? and trial = ? and name = ?",
                        study,
                        (long) trial,
                        artifact)
                .isPresent());
        if (!there) {
            near.delete(study, trial, artifact);
            return Optional.empty();
        }
        var copy = near.get(study, trial, artifact);
        return copy.isPresent() ? copy : fetch(study, trial, artifact);
    }

    private Optional<Path> fetch(String study, int trial, String artifact) {
        Path whole = null;
        try {
            Files.createDirectories(local);
            whole = Files.createTempFile(local, "trial-" + trial + "-", ".tmp");
            receive(study, trial, artifact, whole);
            if (ArtifactName.fits(whole, artifact)) {
                near.put(study, trial, ArtifactName.given(artifact), whole);
                return near.get(study, trial, artifact);
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw database.failed("fetch " + artifact + " of trial " + trial + " to " + local, e);
        } finally {
            remove(whole);
        }
    }

    private void receive(String study, int trial, String artifact, Path file) throws IOException {
        try (var out = new FileOutputStream(file.toFile())) {
            for (long part = 0; ; part++) {
                long number = part;
                var bodies = database.read(session -> session.query(
                        "select body from artifact_part where study = ? and trial = ? and name = ? and part = ?",
                        row -> row.getBytes(1),
                        study,
                        (long) trial,
                        artifact,
                        number));
                if (bodies.isEmpty()) {
                    return;
                }
                out.write(bodies.get(0));
            }
        } finally {
            database.rest();
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String study, int trial, String artifact) {
        write(session -> {
            session.update(
                    "delete from artifact_part where study = ? and trial = ? and name = ?",
                    study,
                    (long) trial,
                    artifact);
            return session.update(
                    "delete from artifact where study = ? and trial = ? and name = ?", study, (long) trial, artifact);
        });
        near.delete(study, trial, artifact);
    }

    @Override
    public List<Artifact> list(String study) {
        return resting(session -> session.query(
                "select trial, name, bytes from artifact where study = ? order by trial, kept_at, name",
                row -> new Artifact(row.getInt(1), row.getString(2), row.getLong(3)),
                study));
    }

    @Override
    public void deleteAll(String study) {
        write(session -> {
            session.update("delete from artifact_part where study = ?", study);
            return session.update("delete from artifact where study = ?", study);
        });
        near.deleteAll(study);
    }

    private <T> T resting(Database.Work<T> work) {
        try {
            return database.read(work);
        } finally {
            database.rest();
        }
    }

    private <T> T write(Database.Work<T> work) {
        try {
            return database.write(work);
        } finally {
            database.rest();
        }
    }
}
