package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalsTest {
    private static final String STUDY = "cut";

    @TempDir
    Path home;

    /** Trains networks, and ends its own process in the middle. */
    static final class EndedInTheMiddle {
        private EndedInTheMiddle() {}

        /** @param arguments the folder of the store, and what the command line is told */
        public static void main(String[] arguments) throws InterruptedException {
            var study = SharedStudy.in(Path.of(arguments[0]), STUDY, Clock.systemUTC());
            new Thread(() -> Main.main(Arrays.copyOfRange(arguments, 1, arguments.length))).start();
            study.awaitMade();
            study.await(now ->
                    now.running().filter(trial -> trial.curve().size() > 3).count() == 2);
            Signals.endAtOnce(Main.INTERRUPTED);
        }
    }

    @Test
    void aProcessWhoseNetworksLearnEndsAtOnceAndWithoutACrash() throws Exception {
        var data = SampleImages.write(home.resolve("data"), 60, 1);
        for (int time = 0; time < 3; time++) {
            var folder = home.resolve("time-" + time);
            var endless = new Object[] {
                folder,
                "tune",
                data,
                "--trials",
                10_000,
                "--workers",
                2,
                "--set",
                "epochs=300",
                "--set",
                "early_stopping=false",
                "--name",
                STUDY,
                "--store",
                SharedStudy.in(folder, STUDY, Clock.systemUTC()).store(),
                "--out",
                folder.resolve("out")
            };
            Files.createDirectories(folder);
            try (var tune = Spawned.program(EndedInTheMiddle.class, home.resolve(time + ".log"), endless)) {
                assertThat(tune.exitCode(120)).as(tune.said()).isEqualTo(Main.INTERRUPTED);
                assertThat(tune.said()).doesNotContain("fatal error");
            }
        }
    }
}
