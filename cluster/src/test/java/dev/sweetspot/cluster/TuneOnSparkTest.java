package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a Spark that runs in one process. */
@Timeout(300)
class TuneOnSparkTest {
    @TempDir
    Path folder;

    @Test
    void theJobSearchesOnSparkAndTrainsItsWinnerHere() throws Exception {
        var store = folder.resolve("studies.db");
        try (var tune = Program.sweetspot(
                folder.resolve("tune.log"),
                "tune",
                SampleImages.write(folder.resolve("data"), 20, 1),
                "--on",
                "local[2]",
                "--trials",
                4,
                "--set",
                "epochs=1",
                "--name",
                "cells",
                "--store",
                store,
                "--out",
                folder.resolve("out"),
                "--json")) {
            assertThat(tune.exitCode(240)).as(tune.said()).isZero();
            assertThat(tune.said())
                    .contains("a trial on each core of local[2]", "The search has ended: the budget of 4 trials")
                    .contains("\"trials\":{\"completed\":4,");
        }
        assertThat(Files.exists(folder.resolve("out").resolve("README.txt"))).isTrue();
        try (var again =
                Program.sweetspot(folder.resolve("worker.log"), "worker", "cells", "--store", store, "--json")) {
            assertThat(again.exitCode(60)).as(again.said()).isZero();
            assertThat(again.said()).contains("\"trials\":0");
        }
    }
}
