package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.completed;
import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store.Appended;
import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.EmbeddedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresAppendingTest {
    private static EmbeddedDatabase server;

    private String address = "";

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(false);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void another() {
        address = server.address();
    }

    private static PostgresAppending report() {
        return PostgresAppending.all(
                Subject.named("s"),
                List.of(seeing(1, reported(0, 1, "a", 1)), seeing(2, reported(0, 2, "a", 1))),
                42,
                List.of());
    }

    @Test
    void aMessageThatIsSentAgainFindsWhatItAddedBehindAllThatOthersHaveAdded() {
        try (var store = Stores.open(address);
                var database = PostgresDatabase.open(PostgresAddress.of(address))) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));
            var report = report();
            assertThat(database.read(report)).hasValue(new Appended.Done(3));
            store.append("s", List.of(seeing(3, completed(0, "a", 1))));

            assertThat(database.read(report)).as("its answer was lost").hasValue(new Appended.Done(3));
            assertThat(store.read("s", 0)).hasSize(4);
        }
    }

    @Test
    void aMessageThatComesLaterThanItsRepetitionChangesNothing() {
        try (var store = Stores.open(address);
                var database = PostgresDatabase.open(PostgresAddress.of(address))) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));
            assertThat(database.read(report())).hasValue(new Appended.Done(3));

            assertThat(database.read(report())).hasValue(new Appended.Conflict(OptionalInt.of(0), 1, 3));
            assertThat(store.read("s", 0)).hasSize(3);
        }
    }

    @Test
    void nothingStaysOfABatchWhoseLastEventDoesNotFit() {
        try (var store = Stores.open(address)) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));

            assertThat(store.append("s", List.of(seeing(1, reported(0, 1, "a", 1)), seeing(5, completed(0, "a", 1)))))
                    .isEqualTo(new Appended.Conflict(OptionalInt.of(0), 5, 2));
            assertThat(store.append("s", List.of(seeing(1, completed(0, "a", 1)))))
                    .isEqualTo(new Appended.Done(2));
        }
    }

    @Test
    void aStoreOfTheVersionBeforeGetsWhatTheServerDoesByItself() {
        try (var store = Stores.open(address);
                var database = PostgresDatabase.open(PostgresAddress.of(address))) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));
            database.write(session -> {
                session.execute("drop procedure append; drop function publish; drop function add_batch;"
                        + " update sweetspot_schema set version = 3");
                return true;
            });
        }
        try (var store = Stores.open(address)) {
            assertThat(store.append("s", List.of(seeing(1, completed(0, "a", 1)))))
                    .isEqualTo(new Appended.Done(2));
            assertThat(store.read("s", 0).stream().map(Logged::position)).containsExactly(1L, 2L);
        }
    }
}
