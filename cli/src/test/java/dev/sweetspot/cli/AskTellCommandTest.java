package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as another program sees it: a process with an input and an output. */
@Timeout(60)
class AskTellCommandTest {
    private static final String START = "{\"op\":\"start\",\"protocol\":2,\"objective\":{\"name\":\"loss\"},"
            + "\"space\":{\"größe\":{\"type\":\"real\",\"low\":0,\"high\":1}}}";

    @TempDir
    Path home;

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "ask-tell",
                "--sampler",
                "random",
                "--store",
                home.resolve("studies.db").toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(home.resolve("error").toFile())
                .start();
    }

    private static String say(BufferedWriter out, BufferedReader in, String request) throws IOException {
        out.write(request + "\n");
        out.flush();
        return in.readLine();
    }

    @Test
    void everyRequestIsAnsweredAtOnceWithOneLineUntilTheEnd() throws Exception {
        var process = start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8);
                var in = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(say(out, in, START)).startsWith("{\"ok\":true");
            assertThat(say(out, in, "{\"op\":\"ask\"}")).contains("\"größe\":0.");
            assertThat(say(out, in, "no json")).startsWith("{\"error\":");
            assertThat(say(out, in, "{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":NaN}}"))
                    .contains("\"state\":\"failed\"");
            assertThat(say(out, in, "{\"op\":\"end\"}")).isEqualTo("{\"ok\":true}");
            assertThat(in.readLine()).isNull();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(home.resolve("studies.db"))
                .as("nothing is kept without a name")
                .doesNotExist();
    }

    @Test
    void theEndOfTheInputEndsItAndAnotherProcessGoesOn() throws Exception {
        for (int run = 0; run < 2; run++) {
            var process = start("--name", "kept");
            try (var out = process.outputWriter(StandardCharsets.UTF_8);
                    var in = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(say(out, in, START)).contains("\"trials\":" + run);
                assertThat(say(out, in, "{\"op\":\"ask\"}")).contains("\"id\":" + run);
                assertThat(say(out, in, "{\"op\":\"tell\",\"id\":" + run + ",\"values\":{\"loss\":1}}"))
                        .contains("completed");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }
}
