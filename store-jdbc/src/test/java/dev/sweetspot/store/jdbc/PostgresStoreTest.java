package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresStoreTest {
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

    private Store opened() {
        return Stores.open(address);
    }

    private Store created() {
        var store = opened();
        store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
        return store;
    }

    /** Whatever else people do with their database. */
    private void sql(String statement) {
        var database = PostgresDatabase.open(PostgresAddress.of(address));
        database.write(session -> {
            session.execute(statement);
            return true;
        });
        database.close();
    }

    /** The first half of an append: what is done under the tally. */
    private static void addAsIn(Session session, Event.OfTrial event) throws SQLException {
        assertThat(session.number(
                        "select reached from add_batch('s', '{}', 42, false, false, array[?::bigint],"
                                + " '{t}', '{0}', array[?], '{}', '{}', '{}')",
                        (long) event.trial(), Json.write(EventForms.toForm(event))))
                .hasValue(2);
    }

    @Test
    void theJdbcFormOfAnAddressIsTheSameStore() {
        created().close();
        var jdbc = "jdbc:" + address.replace("postgres@", "").concat("&user=postgres");
        try (var store = Stores.open(jdbc)) {
            assertThat(store.find("s")).isPresent();
        }
    }

    @Test
    void manyMayOpenAStoreThatIsNotMadeYet() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 12; round++) {
                var fresh = server.address();
                var ready = new CyclicBarrier(8);
                var opened = new ArrayList<Future<Boolean>>();
                for (int i = 0; i < 8; i++) {
                    opened.add(pool.submit(() -> {
                        ready.await();
                        try (var store = Stores.open(fresh)) {
                            return store.studies().isEmpty();
                        }
                    }));
                }
                for (var each : opened) {
                    assertThat(each.get()).isTrue();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        created().close();
        sql("update sweetspot_schema set version = 99");
        assertThatThrownBy(this::opened)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was written by a newer version (schema 99")
                .hasMessageContaining("Maybe update Sweetspot?");
    }

    @Test
    void tablesOfAnotherProgramAreRefusedAndLeftAsTheyWere() {
        created().close();
        sql("drop table sweetspot_schema");
        assertThatThrownBy(this::opened)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has tables of another program");
    }

    @Test
    void whatCannotBeReachedIsSaidAtOnce() {
        assertThatThrownBy(() -> Stores.open(address.replace("/postgres?", "/nowhere?")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"nowhere\" does not exist")
                .hasMessageContaining("Maybe createdb makes it?");
        assertThatThrownBy(() -> Stores.open("postgresql://nobody:secret@localhost:1/db?patience=1"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("store = postgresql://nobody@localhost:1/db?patience=1: ")
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Stores.open("postgresql://nobody:secret@no.such.host.invalid/db"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no such host");
    }

    @Test
    void aFullDiskIsSaidAndTheStudyIsWhole() {
        try (var store = created()) {
            store.append("s", List.of(seeing(0, started(0))));
            // The server says so with this code when the disk of its data is full.
            sql("create function full_disk() returns trigger language plpgsql as"
                    + " $$begin raise exception 'could not extend file: No space left on device' using errcode = '53100';"
                    + " end$$");
            sql("create trigger full_disk before insert on trial for each row execute function full_disk()");

            assertThatThrownBy(() -> store.append("s", List.of(seeing(1, reported(0, 1, "a", 1)))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Maybe the disk of the database is full; what was acknowledged is safe");
            assertThat(store.read("s", 0)).hasSize(1);

            sql("drop trigger full_disk on trial");
            assertThat(store.append("s", List.of(seeing(1, reported(0, 1, "a", 1)))))
                    .isEqualTo(new Store.Appended.Done(2));
        }
    }

    @Test
    void aReaderWaitsForNoWriterAndMissesNothingOfOneThatIsLate() throws InterruptedException {
        try (var store = created();
                var other = opened()) {
            store.append("s", List.of(seeing(0, started(0))));
            var database = PostgresDatabase.open(PostgresAddress.of(address));
            var late = new Thread(() -> database.write(session -> {
                addAsIn(session, started(1));
                return session.number("select 1 from pg_sleep(1)");
            }));
            late.start();
            Thread.sleep(300);

            assertThat(other.read("s", 0))
                    .as("not committed yet, and nobody waits")
                    .hasSize(1);
            assertThat(other.append("s", List.of(seeing(1, reported(0, 1, "a", 1)))))
                    .as("comes after the late one")
                    .isEqualTo(new Store.Appended.Done(3));
            assertThat(other.read("s", 1).stream().map(Store.Logged::position)).containsExactly(2L, 3L);
            late.join();
            database.close();
        }
    }

    @Test
    void whatAWriterLeftWhoDiedBeforeItWasDurableIsSeenAsSoonAsItMatters() {
        try (var store = created();
                var other = opened()) {
            store.append("s", List.of(seeing(0, started(0))));
            var database = PostgresDatabase.open(PostgresAddress.of(address));
            database.writeSoon(session -> {
                addAsIn(session, started(1));
                return true;
            });
            database.close();

            assertThat(other.read("s", 0))
                    .as("a crash of the server could still take it back")
                    .hasSize(1);
            assertThat(other.append("s", List.of(seeing(0, started(1)))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(1), 0, 1));
            assertThat(store.read("s", 0)).as("now it is durable").hasSize(2);
            assertThat(other.append("s", List.of(seeing(0, started(2))))).isEqualTo(new Store.Appended.Done(3));
        }
    }

    @Test
    void rowsOfConnectionsThatEndedAreNotKept() {
        created().close();
        for (int i = 0; i < 5; i++) {
            try (var store = opened()) {
                store.append("s", List.of(seeing(0, started(i))));
            }
        }
        var database = PostgresDatabase.open(PostgresAddress.of(address));
        long rows = database.read(
                session -> session.number("select count(*) from writer").orElse(0));
        assertThat(rows).isEqualTo(1);
        database.close();
    }

    @Test
    void aWorkerThatIsCutOffInTheMiddleOfATransactionDoesNotKeepTheOthersWaitingForEver() {
        created().close();
        var database = PostgresDatabase.open(PostgresAddress.of(address));
        List<String> value = database.read(
                session -> session.query("show idle_in_transaction_session_timeout", row -> row.getString(1)));
        assertThat(value).containsExactly("10s");
        database.close();
    }

    @Test
    void whoHadALeaseWhenTheServerWentDownHasItForItsLengthAgain() {
        try (var store = created()) {
            store.lease("s", 0, "a", Duration.ofHours(1));
            sql("update lease set until = 0");
            assertThat(store.lease("s", 0, "b", Duration.ofHours(1)))
                    .as("ended before the server was started, an hour is not over since")
                    .isFalse();
            sql("update lease set length = 1");
            assertThat(store.lease("s", 0, "b", Duration.ofHours(1))).isTrue();
        }
    }

    @Test
    void longLogsAreReadInPagesAndAsAWhole() {
        try (var store = created()) {
            store.append("s", List.of(seeing(0, started(0))));
            sql("insert into event select 1, p, 0, (select body from event where position = 1)"
                    + " from generate_series(2, 25000) p");
            sql("update writer set position = 25000");
            assertThat(store.read("s", 0)).hasSize(25_000);
            assertThat(store.read("s", 24_990)).hasSize(10);
        }
    }
}
