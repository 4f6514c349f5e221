package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class SameSeedTest {
    @TempDir
    Path home;

    private Path run(Path data, String name, int seed) {
        var out = home.resolve(name);
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                8,
                "--workers",
                1,
                "--threads",
                1,
                "--seed",
                seed,
                "--name",
                "s",
                "--store",
                out.resolve("store.db"),
                "--out",
                out.resolve("result"));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return out;
    }

    private static History history(Path out) {
        return Kept.history(out.resolve("store.db"), "s");
    }

    private static List<List<Kept.Report>> curves(Path out) {
        return history(out).trials().stream()
                .map(trial -> Kept.reports(trial.curve()))
                .toList();
    }

    private static byte[] weights(Path out) throws IOException {
        return Files.readAllBytes(out.resolve("result/model.sweetspot"));
    }

    @Test
    void theSameSeedGivesTheSameTrialsCurvesAndWeights() throws IOException {
        var data = SampleImages.write(home.resolve("data"), 20, 1);
        var one = run(data, "one", 4);
        var two = run(data, "two", 4);
        assertThat(history(two).trials())
                .extracting(Trial::configuration)
                .isEqualTo(
                        history(one).trials().stream().map(Trial::configuration).toList());
        assertThat(history(two).trials())
                .extracting(Trial::outcome)
                .isEqualTo(history(one).trials().stream().map(Trial::outcome).toList());
        assertThat(curves(two)).isEqualTo(curves(one)).hasSize(8);
        assertThat(weights(two)).isEqualTo(weights(one));
        assertThat(two.resolve("result/predictions.csv"))
                .hasSameTextualContentAs(one.resolve("result/predictions.csv"));

        var other = run(data, "other", 5);
        assertThat(curves(other)).isNotEqualTo(curves(one));
        assertThat(weights(other)).isNotEqualTo(weights(one));
    }
}
