package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job is killed as {@code kill -9} does it, in a process of its own, and gone on with in another. */
@Tag("once")
@Timeout(300)
class KillTest {
    private static final String STUDY = "killed";
    private static final int EPOCHS = 60;

    @TempDir
    Path home;

    private Process start(String log, Object... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile())
                .start();
    }

    private Path store() {
        return home.resolve("store.db");
    }

    private History history() {
        return Kept.history(store(), STUDY);
    }

    /** Waits until the store has a report that names a checkpoint and some reports after it. */
    private Trial awaitCheckpoint(Process process) throws InterruptedException {
        while (process.isAlive()) {
            Thread.sleep(50);
            if (Files.exists(store()) && known()) {
                var trials = history().trials();
                if (!trials.isEmpty()) {
                    var last = trials.get(trials.size() - 1);
                    if (last.checkpoint().isPresent()
                            && last.curve().reached() >= last.checkpoint().get().fidelity() + 2) {
                        return last;
                    }
                }
            }
        }
        throw new AssertionError("the job ended before there was a checkpoint; it has to take longer");
    }

    private boolean known() {
        try {
            history();
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Test
    void aKilledJobLosesNoReportAndItsTrialGoesOnFromItsCheckpoint() throws Exception {
        var data = SampleImages.write(home.resolve("data"), 150, 1);
        var killed = start(
                "tune.log",
                "tune",
                data,
                "--trials",
                1,
                "--workers",
                1,
                "--threads",
                1,
                "--set",
                "epochs=" + EPOCHS,
                "--set",
                "early_stopping.patience=50",
                "--set",
                "filters=16",
                "--set",
                "family=cnn",
                "--input-size",
                48,
                "--name",
                STUDY,
                "--store",
                store(),
                "--out",
                home.resolve("out"));
        awaitCheckpoint(killed);
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var before = history().trial(history().size() - 1);
        double checkpoint = before.checkpoint().orElseThrow().fidelity();
        assertThat(before.outcome()).as("it was killed in the middle").isEmpty();

        var resumed = start("resume.log", "resume", STUDY, "--store", store());
        assertThat(resumed.waitFor(200, TimeUnit.SECONDS)).isTrue();
        var log = Files.readString(home.resolve("resume.log"));
        assertThat(resumed.exitValue()).as(log).isZero();
        assertThat(log)
                .contains("trial " + before.number() + " goes on from " + Amount.inWords(checkpoint, Fidelity.epochs(1))
                        + ": the lease of");

        var after = history().trial(before.number());
        var reports = Kept.reports(after.curve());
        var reported = Kept.reports(before.curve());
        assertThat(reports.subList(0, reported.size())).isEqualTo(reported);
        assertThat(reports.get(reported.size()).epoch())
                .isEqualTo(reported.get(reported.size() - 1).epoch() + 1);
        assertThat(after.completed()).isTrue();
        assertThat(after.threads()).isEqualTo(before.threads());
        assertThat(home.resolve("out/model.sweetspot")).isRegularFile();
    }
}
