package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("deep/studies.db");
    }

    private static StudyRecord record(String name) {
        return new StudyRecord(name, NOON, Form.of(Map.of("seed", Form.of(7))));
    }

    private static Store.Change started(int number) {
        var configuration = Configuration.of(Map.of("x", 0.1, "n", 3, "kind", "a"));
        return new Store.Change(
                new Event.Started(number, NOON, configuration, Origin.given("test"), Start.FRESH, 5, "w", 1), 0);
    }

    private static Store.Change reported(int number, double fidelity, long seen) {
        return new Store.Change(
                new Event.Reported(
                        number,
                        NOON,
                        fidelity,
                        Measurements.of("loss", Double.NaN).and("a", 0.1),
                        2,
                        Optional.of("c")),
                seen);
    }

    @Test
    void whatWasAppendedIsReadAgainAfterReopening() {
        var finished = new Store.Change(
                new Event.Finished(0, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "ä \"x\"\n"), 3), 2);
        var batch = List.of(started(0), reported(0, 1, 1), finished);
        try (var store = SqliteStore.open(file())) {
            store.create(record("s"));
            assertThat(store.append("s", batch)).isInstanceOf(Store.Appended.Done.class);
        }
        try (var store = SqliteStore.open(file())) {
            assertThat(store.find("s")).contains(record("s"));
            assertThat(store.read("s", 0).stream().map(Store.Logged::event))
                    .isEqualTo(batch.stream().map(Store.Change::event).toList());
            assertThat(store.read("s", store.read("s", 0).get(1).position())).hasSize(1);
        }
    }

    @Test
    void aBatchIsTakenWholeOrNotAtAll() {
        try (var store = SqliteStore.open(file())) {
            store.create(record("s"));
            assertThat(store.append("s", List.of(started(0), reported(0, 1, 5))))
                    .isEqualTo(new Store.Appended.Conflict(0, 5, 1));
            assertThat(store.read("s", 0)).isEmpty();
            assertThat(store.append("s", List.of(started(1)))).isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.append("s", List.of(started(0)))).isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(started(0)))).isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.append("s", List.of(reported(0, 1, 0)))).isInstanceOf(Store.Appended.Conflict.class);
        }
    }

    @Test
    void aLeaseIsRefusedUntilItEnds() throws InterruptedException {
        try (var store = SqliteStore.open(file())) {
            store.create(record("s"));
            assertThat(store.lease("s", 0, "a", Duration.ofMillis(300))).isTrue();
            assertThat(store.lease("s", 0, "b", Duration.ofSeconds(9))).isFalse();
            assertThat(store.lease("s", 0, "a", Duration.ofMillis(300))).isTrue();
            assertThat(store.leases("s")).hasSize(1);
            Thread.sleep(400);
            assertThat(store.leases("s")).isEmpty();
            assertThat(store.lease("s", 0, "b", Duration.ofSeconds(9))).isTrue();
            store.release("s", 0, "a");
            assertThat(store.leases("s")).hasSize(1);
            store.release("s", 0, "b");
            assertThat(store.leases("s")).isEmpty();
        }
    }

    @Test
    void aNameIsTakenOnceAndADeletedStudyIsGone() {
        try (var store = SqliteStore.open(file())) {
            store.create(record("s"));
            assertThatThrownBy(() -> store.create(record("s"))).hasMessageContaining("is there already");
            store.append("s", List.of(started(0)));
            store.delete("s");
            assertThat(store.studies()).isEmpty();
            store.create(record("s"));
            assertThat(store.read("s", 0)).isEmpty();
        }
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

    private Process claimer(String worker, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claimer.class.getName(),
                        file().toString(),
                        worker,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> lines(Process process) throws IOException {
        return process.inputReader().lines().toList();
    }

    @Test
    void fourProcessesClaimEveryNumberOnce() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            processes.add(claimer("w" + i, 25));
        }
        var claimed = new ArrayList<Integer>();
        for (var process : processes) {
            lines(process).forEach(line -> claimed.add(Integer.parseInt(line)));
            assertThat(process.waitFor()).isZero();
        }
        assertThat(claimed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            var process = claimer("round" + round, 1_000_000);
            try (var reader = process.inputReader()) {
                int last = -1;
                for (int i = 0; i < 20 + round * 15; i++) {
                    last = Integer.parseInt(reader.readLine());
                }
                process.toHandle().destroyForcibly();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                for (var line = reader.readLine(); line != null && line.matches("[0-9]+"); line = reader.readLine()) {
                    last = Integer.parseInt(line);
                }
                try (var store = SqliteStore.open(file())) {
                    assertThat(store.read("s", 0)).hasSizeGreaterThan(last);
                }
            }
        }
    }
}
