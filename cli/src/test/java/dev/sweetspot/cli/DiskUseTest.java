package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseTest {
    @TempDir
    Path folder;

    @Test
    void allThatIsInsideCounts() throws IOException {
        Files.write(folder.resolve("a"), new byte[10]);
        Files.write(Files.createDirectories(folder.resolve("b").resolve("c")).resolve("d"), new byte[5]);

        assertThat(DiskUse.of(folder)).isEqualTo(15);
        assertThat(DiskUse.of(folder.resolve("a"))).isEqualTo(10);
        assertThat(DiskUse.of(folder.resolve("nothing"))).isZero();
    }

    /** A running study makes and drops checkpoints all the time. */
    @Test
    void whatGoesAwayMeanwhileIsNoReasonToFail() throws Exception {
        Files.write(folder.resolve("stays"), new byte[10]);
        var done = new AtomicBoolean();
        var others = CompletableFuture.runAsync(() -> comeAndGo(done));
        try {
            for (int i = 0; i < 300; i++) {
                assertThat(DiskUse.of(folder)).isGreaterThanOrEqualTo(10);
            }
        } finally {
            done.set(true);
        }
        others.get();
    }

    private void comeAndGo(AtomicBoolean done) {
        try {
            while (!done.get()) {
                for (int i = 0; i < 50; i++) {
                    Files.createDirectories(folder.resolve("f" + i));
                }
                for (int i = 0; i < 50; i++) {
                    Files.delete(folder.resolve("f" + i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
