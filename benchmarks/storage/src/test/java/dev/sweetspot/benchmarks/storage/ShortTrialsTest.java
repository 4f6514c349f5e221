package dev.sweetspot.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Audit;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShortTrialsTest {
    @TempDir
    Path folder;

    /** Trials shorter than a commit, so that many begin while others are not durable yet. */
    @Test
    void manyShortTrialsOfManyWorkersAreAllKeptOnce() throws InterruptedException {
        var file = folder.resolve("short.db").toString();
        new ShortTrials(400, 16, 0.002).run(new RandomSearch(), file, folder);
        try (var store = Stores.open(file)) {
            var audit = Audit.of(store, new FolderArtifacts(folder.resolve("kept")), "short-random", List.of());
            assertThat(audit.findings()).isEmpty();
            var study = Study.open(store, "short-random", Clock.systemUTC(), Duration.ofMinutes(1));
            assertThat(study.history().completed()).hasSize(400);
            assertThat(store.leases("short-random")).isEmpty();
        }
    }

    @Test
    void aStudyThatWasWrittenIsOpened() throws IOException {
        var file = folder.resolve("long.db").toString();
        Opening.write(file, 300, 20);
        assertThat(Opening.open(file)).startsWith("6600 events, 300 trials: opened in ");
    }
}
