package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a machine where nobody has used the engine: an empty folder to unpack it into. */
class FirstUseTest {
    private static final int PROCESSES = 3;

    @TempDir
    Path machine;

    /** What each of the processes does. */
    static final class Loading {
        private Loading() {}

        /** Loads the engine. */
        public static void main(String[] arguments) {
            Native.load();
        }
    }

    private Process begin(int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-Dorg.bytedeco.javacpp.cachedir=" + machine.resolve("cache"),
                        "-XX:ErrorFile=" + machine.resolve("crash-%p.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("said-" + number).toFile())
                .start();
    }

    @Test
    @Timeout(300)
    void processesThatBeginTogetherUnpackOneAfterAnother() throws Exception {
        Files.createDirectories(machine.resolve("cache"));
        var processes = new ArrayList<Process>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(begin(i));
        }
        var ends = new ArrayList<Integer>();
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor(200, TimeUnit.SECONDS)).isTrue();
            ends.add(processes.get(i).exitValue());
        }
        assertThat(ends).as(() -> "what they said: " + said()).containsOnly(0);
        try (var files = Files.list(machine.resolve("cache"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("the mark that nobody has to wait any more")
                    .anyMatch(name -> name.endsWith(".unpacked"));
        }
    }

    private List<String> said() {
        var all = new ArrayList<String>();
        for (int i = 0; i < PROCESSES; i++) {
            try {
                all.add(Files.readString(machine.resolve("said-" + i)));
            } catch (IOException e) {
                all.add(e.toString());
            }
        }
        return all;
    }
}
