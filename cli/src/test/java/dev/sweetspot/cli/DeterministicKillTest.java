package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.TrialLines;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks that learn in several processes, which are killed as {@code kill -9} does it. */
@Tag("long")
@Timeout(400)
class DeterministicKillTest {
    @TempDir
    Path home;

    private Path data = Path.of("");

    private SharedStudy study(String name) {
        return SharedStudy.in(home, name, InstantSource.system());
    }

    private Object[] tune(String name, int workers) {
        var words = new ArrayList<Object>(List.of("tune", data, "--deterministic", "--lag", 4, "--trials", 6));
        words.addAll(List.of("--set", "epochs=40", "--set", "early_stopping.patience=40", "--family", "cnn"));
        words.addAll(List.of("--set", "filters=16", "--input-size", 48, "--workers", workers, "--name", name));
        words.addAll(List.of("--store", study(name).store(), "--out", home.resolve(name)));
        return words.toArray();
    }

    /** Its checkpoint is older than what it has reported: who goes on with it has some epochs to do again. */
    private static boolean wouldRepeat(Trial trial) {
        return trial.state() instanceof TrialState.Running
                && trial.checkpoint()
                        .filter(kept -> kept.fidelity() < trial.curve().reached())
                        .isPresent();
    }

    private static long repeating(History history) {
        return history.trials().stream()
                .filter(DeterministicKillTest::wouldRepeat)
                .count();
    }

    @Test
    void aStudyWhoseProcessesAreKilledInTheMiddleIsTheOneThatNobodyDisturbed() throws Exception {
        data = SampleImages.write(home.resolve("data"), 100, 1);
        var killed = study("killed");
        try (var first = Spawned.of(home.resolve("tune.log"), tune("killed", 2))) {
            killed.awaitMade();
            try (var second = Spawned.worker(killed, home.resolve("worker.log"), "--workers", 1)) {
                // Two of three, so that one at least is of the process that dies.
                killed.await(now -> repeating(now) >= 2);
                first.process().destroyForcibly().waitFor();
                int then = killed.events().size();
                killed.await(now -> repeating(now) >= 1 && killed.events().size() > then + 5);
                second.process().destroyForcibly().waitFor();
            }
        }
        assertThat(killed.history().finished().count()).isLessThan(6);
        try (var last =
                Spawned.of(home.resolve("resume.log"), "resume", "killed", "--workers", 3, "--store", killed.store())) {
            assertThat(last.exitCode(200)).as(last.said()).isZero();
        }
        assertThat(killed.events())
                .as("trials went on from their checkpoints")
                .anyMatch(event -> event instanceof Event.Resumed resumed && resumed.from() > 0);

        var quiet = Ran.of(tune("quiet", 1));
        assertThat(quiet.exitCode()).as(quiet.err()).isZero();
        assertThat(study("quiet").events()).noneMatch(event -> event instanceof Event.Resumed);
        assertThat(TrialLines.of(killed.history()))
                .hasSize(6)
                .isEqualTo(TrialLines.of(study("quiet").history()));
        assertThat(home.resolve("killed/model.sweetspot"))
                .hasSameBinaryContentAs(home.resolve("quiet/model.sweetspot"));
        for (var check : List.of("audit", "replay")) {
            var checked = Ran.of(check, "killed", "--store", killed.store());
            assertThat(checked.exitCode()).as(checked.out()).isZero();
        }
    }
}
