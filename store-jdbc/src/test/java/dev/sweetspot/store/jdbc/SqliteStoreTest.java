package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.completed;
import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.EventForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteStoreTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("deep/studies.db");
    }

    @Test
    void aFileOfAnotherProgramIsRefusedAndLeftAsItWas() throws SQLException, IOException {
        var other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("create table mine (x)");
        }
        assertThatThrownBy(() -> SqliteStore.open(other))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a database of another program");
        var text = folder.resolve("text.db");
        Files.writeString(text, "this is no database, and long enough to be looked at as one ".repeat(20));
        assertThatThrownBy(() -> SqliteStore.open(text)).hasMessageContaining("is no database of ours");
        assertThat(Files.readString(text)).startsWith("this is no database");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        SqliteStore.open(file()).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 99");
        }
        assertThatThrownBy(() -> SqliteStore.open(file())).hasMessageContaining("newer version");
    }

    /** A file as the first version made it, with one study of two trials and a decision beside another study. */
    private void fileOfTheFirstVersion() throws SQLException, IOException {
        Files.createDirectories(file().getParent());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            for (var each : SqliteSchema.SCHEMA.steps().get(0)) {
                statement.execute(each);
            }
            statement.execute("pragma application_id = " + 0x53575350);
            statement.execute("pragma user_version = 1");
            for (int study = 1; study <= 2; study++) {
                statement.execute("insert into study values (" + study + ", 's" + study
                        + "', '1970-01-01T00:00:00Z', '{\"seed\": 7}')");
            }
            var events = List.of(
                    Map.entry(1, started(0)),
                    Map.entry(2, started(0)),
                    Map.entry(1, SampleEvents.enqueued(0.5)),
                    Map.entry(1, started(1)),
                    Map.entry(1, completed(0, "a", 1)));
            try (var insert = connection.prepareStatement("insert into event (study, body) values (?, ?)")) {
                for (var event : events) {
                    insert.setInt(1, event.getKey());
                    insert.setString(2, Json.write(EventForms.toForm(event.getValue())));
                    insert.executeUpdate();
                }
            }
            statement.execute("insert into trial values (1, 0, 2), (1, 1, 1), (1, -1, 1), (2, 0, 1)");
            statement.execute("insert into lease values (1, 1, 'w', 99999999999999)");
        }
    }

    @Test
    void aFileOfTheFirstVersionIsReadAndGoneOnWith() throws SQLException, IOException {
        fileOfTheFirstVersion();
        try (var store = SqliteStore.open(file())) {
            assertThat(store.read("s1", 0).stream().map(Store.Logged::event))
                    .containsExactly(started(0), SampleEvents.enqueued(0.5), started(1), completed(0, "a", 1));
            assertThat(store.read("s1", 0).stream().map(Store.Logged::position))
                    .as("who has read to a position goes on from there")
                    .containsExactly(1L, 3L, 4L, 5L);
            assertThat(store.leases("s1").stream().map(Store.Lease::worker)).containsExactly("w");
            assertThat(store.append("s1", List.of(seeing(2, reported(0, 1, "a", 1)), seeing(1, started(2)))))
                    .isEqualTo(new Store.Appended.Done(7));
            assertThat(store.append("s1", List.of(seeing(0, SampleEvents.enqueued(0.1)))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.empty(), 0, 1));
            assertThat(store.append("s2", List.of(seeing(0, started(1))))).isEqualTo(new Store.Appended.Done(3));
        }
    }

    @Test
    void eightThatOpenAFileOfTheFirstVersionAtOnceAllFindItWhole() throws Exception {
        fileOfTheFirstVersion();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> opener = () -> {
                try (var store = SqliteStore.open(file())) {
                    return store.read("s1", 0).size();
                }
            };
            for (var found : pool.invokeAll(Collections.nCopies(8, opener))) {
                assertThat(found.get()).isEqualTo(4);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theLogBesideTheFileIsBegunAgainBeforeItIsLong() throws IOException {
        try (var store = SqliteStore.open(file())) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            for (int trial = 0; trial < 240; trial++) {
                store.append("s", List.of(seeing(0, started(trial))));
            }
            // Three pages and more of each, of 4 KiB: 240 would be 3 MB.
            assertThat(Files.size(file().resolveSibling("studies.db-wal"))).isBetween(100_000L, 1_500_000L);
        }
    }

    /** On a disk of a megabyte, of a name space of its own, so that nobody has to be anybody to have one. */
    @Test
    void aDiskThatIsFullIsSaidAndWithRoomTheStudyGoesOn() throws IOException, InterruptedException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var mount = "mount -t tmpfs -o size=1m tmpfs '" + disk + "'";
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue(new ProcessBuilder("sh", "-c", "unshare -rm sh -c \"" + mount + "\" 2>/dev/null")
                        .start()
                        .waitFor()
                == 0);
        var process = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        mount + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filler.class.getName(),
                        disk.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        assertThat(said)
                .hasSize(2)
                .first(STRING)
                .contains("Maybe the disk is full; what was acknowledged is safe, free some room and resume");
        assertThat(said.get(1)).isEqualTo("whole");
    }

    @Test
    void aFullDiskIsSaidAndTheStudyIsWhole() {
        try (var store = SqliteStore.open(file())) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));
            // SQLite takes this for a full disk.
            store.database().read(session -> {
                long pages = session.number("pragma page_count").orElseThrow();
                return session.query("pragma max_page_count = " + (pages + 1), row -> row.getLong(1));
            });
            int told = 1;
            try {
                for (; told < 1000; told++) {
                    store.append("s", List.of(seeing(told, reported(0, told, "a", 1))));
                }
                fail("it never became full");
            } catch (StoreException full) {
                assertThat(full).hasMessageContaining("Maybe the disk is full; what was acknowledged is safe");
            }
            assertThat(store.read("s", 0)).hasSize(told);
            store.database().read(session -> session.query("pragma max_page_count = 1000000", row -> row.getLong(1)));
            assertThat(store.append("s", List.of(seeing(told, reported(0, told, "a", 1)))))
                    .isEqualTo(new Store.Appended.Done(told + 1));
        }
    }
}
