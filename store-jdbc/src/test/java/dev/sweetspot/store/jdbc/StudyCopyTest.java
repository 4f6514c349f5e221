package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.completed;
import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyCopy;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Between a SQLite file and a PostgreSQL database, there and back. */
@Timeout(120)
class StudyCopyTest {
    private static EmbeddedDatabase server;

    @TempDir
    Path folder;

    private StudyCopy.Place file;
    private StudyCopy.Place database;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(false);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private StudyCopy.Place place(String address, String local) {
        return new StudyCopy.Place(Stores.open(address), Stores.artifacts(address, folder.resolve(local)));
    }

    private String address = "";

    @BeforeEach
    void open() {
        file = place(folder.resolve("a/studies.db").toString(), "a/local");
        address = server.address();
        database = place(address, "b");
    }

    @AfterEach
    void close() {
        file.store().close();
        database.store().close();
    }

    private StudyCopy there() {
        return new StudyCopy(file, database, folder.resolve("scratch"));
    }

    private String kept(StudyCopy.Place place, int trial, String content) throws IOException {
        var path = Files.writeString(Files.createTempFile(folder, "given", ".bin"), content);
        return place.artifacts().put("s", trial, "checkpoint", path);
    }

    private static List<Event> events(Store store, String study) {
        return store.read(study, 0).stream().map(Store.Logged::event).toList();
    }

    private void study() {
        file.store().create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of("seed", Form.of(7)))));
        file.store()
                .append(
                        "s",
                        List.of(
                                seeing(0, started(0)),
                                seeing(1, reported(0, 1, "a", Double.NaN)),
                                seeing(0, SampleEvents.enqueued(0.5)),
                                seeing(1, SampleEvents.spaceChanged("a")),
                                seeing(2, started(1)),
                                seeing(2, completed(0, "a", 1))));
    }

    @Test
    void aStudyIsTheSameThereAndBackAndGoesOn() throws IOException {
        study();
        var checkpoint = kept(file, 1, "weights");
        assertThat(there().copy("s", "moved")).isEqualTo(new StudyCopy.Done(0, 6, 1, 7));

        assertThat(database.store().find("moved")).hasValueSatisfying(record -> assertThat(record.description())
                .isEqualTo(file.store().find("s").orElseThrow().description()));
        assertThat(events(database.store(), "moved")).isEqualTo(events(file.store(), "s"));
        assertThat(database.artifacts().get("moved", 1, checkpoint))
                .hasValueSatisfying(path -> assertThat(path).hasContent("weights"));
        assertThat(database.store().append("moved", List.of(seeing(1, completed(1, "a", 2)), seeing(2, started(2)))))
                .as("versions are there too")
                .isInstanceOf(Store.Appended.Done.class);

        new StudyCopy(database, file, folder.resolve("scratch")).copy("moved", "back");
        assertThat(events(file.store(), "back")).hasSize(8);
        assertThat(file.artifacts().get("back", 1, checkpoint)).isPresent();
    }

    @Test
    void aSecondCopyTakesWhatIsNewAndDropsWhatIsGone() throws IOException {
        study();
        var first = kept(file, 1, "first");
        there().copy("s", "s");
        file.artifacts().delete("s", 1, first);
        var second = kept(file, 1, "second");
        file.store().append("s", List.of(seeing(1, reported(1, 1, "a", 2))));

        assertThat(there().copy("s", "s")).isEqualTo(new StudyCopy.Done(6, 7, 1, 6));
        assertThat(database.artifacts().list("s").stream().map(Artifacts.Artifact::artifact))
                .containsExactly(second);
        assertThat(there().copy("s", "s")).isEqualTo(new StudyCopy.Done(7, 7, 0, 0));
    }

    @Test
    void whatHasBeenWorkedOnThereIsNotTouched() {
        study();
        there().copy("s", "s");
        database.store().append("s", List.of(seeing(1, completed(1, "a", 2))));

        assertThatThrownBy(() -> there().copy("s", "s"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("study = s: has been worked on there, where it has 7 events and here 6");
        file.store().append("s", List.of(seeing(1, completed(1, "a", 3)), seeing(2, started(2))));
        assertThatThrownBy(() -> there().copy("s", "s")).hasMessageContaining("went another way at event 7");
        database.store().create(new StudyRecord("other", Instant.EPOCH, Form.of(Map.of())));
        assertThatThrownBy(() -> there().copy("s", "other"))
                .hasMessageContaining("is there already, and is another study. Maybe another --name?");
        assertThat(events(database.store(), "s")).hasSize(7);
        assertThatThrownBy(() -> there().copy("nowhere", "s")).hasMessageContaining("is not in this store");
    }

    @Test
    void aLongCopyOfWhichAnEventIsGoneIsNotTakenForWhole() {
        study();
        var batch = IntStream.rangeClosed(1, Packs.STRETCH)
                .mapToObj(i -> seeing(i, reported(1, i, "a", i)))
                .toList();
        file.store().append("s", batch);
        there().copy("s", "s");
        var damaged = PostgresDatabase.open(PostgresAddress.of(address));
        damaged.write(session -> session.update("delete from event where position = 9"));
        damaged.close();

        assertThatThrownBy(() -> there().copy("s", "s"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("of 4102 events 4102 are read there, and 4101 lie there");
    }

    @Test
    void aStudyIsBackedUpWhileItRuns() {
        study();
        var over = new AtomicBoolean();
        var running = CompletableFuture.runAsync(() -> {
            for (int trial = 2; !over.get(); trial++) {
                file.store().append("s", List.of(seeing(2, started(trial))));
                file.store().append("s", List.of(seeing(1, completed(trial, "a", trial))));
            }
        });
        for (int i = 0; i < 5; i++) {
            there().copy("s", "s");
            var copy = events(database.store(), "s");
            assertThat(copy).isEqualTo(events(file.store(), "s").subList(0, copy.size()));
        }
        over.set(true);
        running.join();
        there().copy("s", "s");
        assertThat(events(database.store(), "s")).isEqualTo(events(file.store(), "s"));
    }
}
