package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store.Appended;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.SampleEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendingTest {
    @Test
    void aBatchWhoseAnswerWasLostIsFoundWhereItLiesAlthoughOthersAppendedBehindIt(@TempDir Path folder) {
        var file = folder.resolve("studies.db");
        try (var store = SqliteStore.open(file);
                var database = SqliteDatabase.open(file)) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            var batch = new Appending(Subject.named("s"), List.of(new Change(SampleEvents.started(0), 0)), 77);
            assertThat(database.write(batch)).isEqualTo(new Appended.Done(1));

            store.append("s", List.of(new Change(SampleEvents.started(1), 0)));
            var again = database.write(batch);

            assertThat(again).isEqualTo(new Appended.Done(1));
            assertThat(batch.end()).isEqualTo(1);
            assertThat(store.read("s", 0)).hasSize(2);
        }
    }
}
