package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What processes that are killed leave behind of the driver's native code, on a machine where nobody has used it. */
@Timeout(120)
class SqliteLibraryTest {
    @TempDir
    Path machine;

    private Path temporary = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        temporary = Files.createDirectories(machine.resolve("tmp"));
        home = machine.resolve("home");
    }

    /** What each of the processes does. */
    static final class Opening {
        private Opening() {}

        /** Opens a store, and dies with nobody asked to tidy up. */
        public static void main(String[] arguments) {
            SqliteStore.open(Path.of(arguments[0])).find("nothing");
            Runtime.getRuntime().halt(7);
        }
    }

    private Process begin(int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx100m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        machine.resolve("store.db").toString())
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("said-" + number).toFile())
                .start();
    }

    private void dieTogether(int count) throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < count; i++) {
            processes.add(begin(i));
        }
        for (int i = 0; i < count; i++) {
            assertThat(processes.get(i).waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(processes.get(i).exitValue())
                    .as(Files.readString(machine.resolve("said-" + i)))
                    .isEqualTo(7);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void processesThatBeginTogetherAndAreKilledLeaveOneLibraryInAll() throws Exception {
        dieTogether(4);
        dieTogether(1);

        assertThat(files(temporary)).isEmpty();
        assertThat(files(home)).hasSize(2).contains("unpacking").anyMatch(name -> name.contains("sqlitejdbc"));
    }

    @Test
    void whatSomebodyHadHalfUnpackedWhenHeWasKilledIsNotUsed() throws Exception {
        dieTogether(1);
        Path library;
        try (Stream<Path> all = Files.walk(home)) {
            library = all.filter(file -> file.toString().contains("sqlitejdbc"))
                    .findFirst()
                    .orElseThrow();
        }
        var whole = Files.readAllBytes(library);
        Files.delete(library);
        Files.write(library.resolveSibling("part"), new byte[2 * whole.length]);

        dieTogether(2);
        assertThat(library).hasBinaryContent(whole);
        assertThat(library.resolveSibling("part")).doesNotExist();
    }

    @Test
    void whereTheHomeCannotBeWrittenTheDriverDoesAsItAlwaysDid() throws Exception {
        Files.writeString(home, "a file, and no folder");

        dieTogether(1);

        assertThat(files(temporary)).anyMatch(name -> name.contains("sqlite"));
    }
}
