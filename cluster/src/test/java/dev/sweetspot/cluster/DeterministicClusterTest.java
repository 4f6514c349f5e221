package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.TrialLines;
import dev.sweetspot.trial.Event;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks that learn on a real cluster of separate processes, two of which are killed. */
@Tag("slow")
@Timeout(600)
class DeterministicClusterTest {
    private static final int TRIALS = 8;

    @TempDir
    Path folder;

    private Path data = Path.of("");

    private SharedStudy study(String name) {
        return SharedStudy.in(folder, name, InstantSource.system());
    }

    private Program tune(String name, Object... where) throws Exception {
        var words = new ArrayList<Object>(List.of("tune", data, "--deterministic", "--lag", 6, "--trials", TRIALS));
        words.addAll(List.of("--set", "epochs=40", "--set", "early_stopping.patience=40", "--family", "cnn"));
        words.addAll(List.of("--set", "filters=16", "--input-size", 48, "--name", name));
        words.addAll(List.of("--store", study(name).store(), "--out", folder.resolve(name)));
        words.addAll(List.of(where));
        return Program.sweetspot(folder.resolve(name + ".log"), words.toArray());
    }

    @Test
    void aClusterThatLosesAnExecutorAndAMachineGivesTheStudyOfOneQuietProcess() throws Exception {
        data = SampleImages.write(folder.resolve("data"), 100, 1);
        var spread = study("spread");
        try (var cluster = StandaloneCluster.start(folder, 2, 2);
                var tune = tune("spread", "--on", cluster.address())) {
            spread.awaitMade();
            spread.await(now -> now.finished().count() >= 1 && now.running().count() >= 3);
            assertThat(cluster.executor(0).destroyForcibly()).isTrue();
            spread.await(now -> now.finished().count() >= 3);
            assertThat(cluster.worker(1).destroyForcibly()).isTrue();
            assertThat(spread.history().finished().count()).isLessThan(TRIALS);
            assertThat(tune.exitCode(400)).as(tune.said()).isZero();
        }
        assertThat(spread.events()).anyMatch(event -> event instanceof Event.Resumed);

        try (var tune = tune("quiet", "--workers", 1)) {
            assertThat(tune.exitCode(400)).as(tune.said()).isZero();
        }
        assertThat(TrialLines.of(spread.history()))
                .hasSize(TRIALS)
                .isEqualTo(TrialLines.of(study("quiet").history()));
        assertThat(folder.resolve("spread/model.sweetspot"))
                .hasSameBinaryContentAs(folder.resolve("quiet/model.sweetspot"));
    }
}
