package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people read on a machine that lacks what the program needs. */
@Timeout(120)
class BrokenMachineTest {
    /** The engine has native code for a few systems only, and this is none of them. */
    private static final List<String> OF_ANOTHER_SYSTEM = List.of("-Dorg.bytedeco.javacpp.platform=nowhere-sparc");

    @TempDir
    Path home;

    @Test
    void whereTheEngineHasNoNativeCodeTheDoctorSaysSoAndTheRestOfWhatItKnows() throws Exception {
        try (var doctor = Spawned.with(
                OF_ANOTHER_SYSTEM,
                home.resolve("doctor.log"),
                "doctor",
                "--json",
                "--store",
                home.resolve("store.db"))) {
            assertThat(doctor.exitCode(100)).as(doctor.said()).isEqualTo(1);
            assertThat(doctor.said())
                    .contains("cannot be loaded here, so nothing can be trained")
                    .contains("Studies", "\"studies\":", "\"engine_missing\":")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whereTheEngineHasNoNativeCodeATrainingSaysSoAndWhoKnowsMore() throws Exception {
        try (var train = Spawned.with(
                OF_ANOTHER_SYSTEM,
                home.resolve("train.log"),
                "train",
                Path.of("..", "samples", "wine.csv"),
                "--store",
                home.resolve("store.db"))) {
            assertThat(train.exitCode(100)).as(train.said()).isEqualTo(1);
            assertThat(train.said())
                    .contains("sweetspot: a part of the program cannot be loaded on this machine")
                    .contains("Maybe sweetspot doctor")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whatRanOutIsSaidAlsoWhereItWasOnlyPassedOn() {
        var full = new OutOfMemoryError("Java heap space");

        assertThat(Main.words(full)).startsWith("memory ran out (Java heap space). Maybe SWEETSPOT_JAVA_ARGS");
        assertThat(Main.words(new IllegalStateException(full))).isEqualTo(Main.words(full));
        assertThat(Main.words(new IllegalStateException("in its own words", full)))
                .isEqualTo("in its own words");
        assertThat(Main.words(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
    }
}
