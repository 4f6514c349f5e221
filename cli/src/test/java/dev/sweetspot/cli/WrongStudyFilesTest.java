package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Study files with the mistakes that people make, and what is said of each; {@code wrong/README.md} says how they are made. */
class WrongStudyFilesTest {
    private static final Path FILES = Path.of("src", "test", "resources", "dev", "sweetspot", "cli", "wrong");
    private static final Path SAID = Path.of("target", "wrong-study-files");

    @TempDir
    Path home;

    static List<String> names() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    private Ran ran(Path file) {
        return Ran.of("run", file, "--store", home.resolve("studies.db"), "--out", home.resolve("out"));
    }

    /** What is said, without the folder in which the file lies here. */
    private static String words(Ran ran) {
        return (ran.out() + ran.err())
                .replace(FILES + FILES.getFileSystem().getSeparator(), "")
                .replace(FILES.toAbsolutePath().toString(), "FOLDER");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whoWroteItIsToldWhereItIsWhatIsWrongAndAWayOut(String name) throws IOException {
        var ran = ran(FILES.resolve(name + ".yaml"));

        var said = "# sweetspot run " + name + ".yaml\n" + words(ran) + "exit code " + ran.exitCode() + "\n";
        Files.createDirectories(SAID);
        Files.writeString(SAID.resolve(name + ".txt"), said);
        assertThat(said)
                .isEqualTo(Files.readString(FILES.resolve(name + ".txt")))
                .startsWith("# sweetspot run " + name + ".yaml\nsweetspot: ")
                .contains(name + ".yaml", ": ", "Maybe ")
                .endsWith("\nexit code 2\n");
        assertThat(home.resolve("out")).as("nothing was begun").doesNotExist();
    }

    @Test
    void allButThoseThatAreNoTextNameALineAndAColumn() throws IOException {
        for (var name : names()) {
            var text = Files.readString(FILES.resolve(name + ".txt"));
            boolean placed = text.contains("sweetspot: " + name + ".yaml, line ");
            assertThat(placed)
                    .as(name)
                    .isEqualTo(!List.of("text-picture", "text-utf-16").contains(name));
        }
        assertThat(names()).hasSizeGreaterThan(100);
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreNamed() throws IOException {
        assertThat(words(ran(FILES.resolve("text-tba.yaml"))))
                .isEqualTo("sweetspot: file = text-tba.yaml: is not there. Maybe text-tab.yaml?\n");
        var folder = Files.createDirectory(home.resolve("study"));
        Files.writeString(folder.resolve("study.yaml"), "");
        assertThat(ran(folder).err())
                .isEqualTo("sweetspot: file = " + folder + ": is a folder. Maybe study.yaml in it?\n");
    }

    @Test
    void theMarkOfUtf8AndLinesOfWindowsAreNoMistake() throws IOException {
        var file = home.resolve("digits.yaml");
        Files.writeString(home.resolve("train.sh"), "echo '{\"loss\": 0.5}'");
        var text = """
                space:
                  x: {type: real, low: 0, high: 1}
                objective: {name: loss}
                budget: {trials: 1}
                command: [sh, train.sh, "{x}"]
                """;
        Files.writeString(file, "\uFEFF" + text.replace("\n", "\r\n"));

        var ran = ran(file);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void aSamplerThatIsNotThereIsNamedToo() throws IOException {
        var file = Files.writeString(home.resolve("digits.yaml"), """
                space: {x: {type: real, low: 0, high: 1}}
                objective: {name: loss}
                command: [sh, -c, "echo {x}"]
                """);

        var ran = Ran.of("run", file, "--sampler", "tpee", "--store", home.resolve("studies.db"));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("sampler = tpee: ").contains("Maybe tpe?");
    }
}
