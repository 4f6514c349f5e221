package dev.sweetspot.studio.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JournalTest {
    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("cells").resolve(Journal.FILE);
    }

    private byte[] written(int categories) throws IOException {
        try (var project = Project.create(folder.resolve("cells"), "Cells", Pictures.NOON)) {
            for (int i = 0; i < categories; i++) {
                project.edit().addCategory("c" + i);
            }
        }
        return Files.readAllBytes(journal());
    }

    /** Wherever a write stopped, the changes before it are there and the project goes on. */
    @Test
    void aTornLastLineIsDroppedWhereverItIsTorn() throws IOException {
        var whole = written(3);
        int lastLine = lastLine(whole);
        for (int end = lastLine; end < whole.length; end++) {
            Files.write(journal(), Arrays.copyOf(whole, end));
            try (var project = Project.open(folder.resolve("cells"), Pictures.NOON)) {
                assertThat(project.view().categories()).as("cut at %d", end).hasSize(2);
                project.edit().addCategory("after");
            }
            assertThat(Project.read(folder.resolve("cells")).categories())
                    .extracting(Category::name)
                    .containsExactly("c0", "c1", "after");
        }
    }

    @Test
    void aTailOfZerosIsDroppedAsATornLine() throws IOException {
        var whole = written(2);
        Files.write(journal(), Arrays.copyOf(whole, whole.length + 5000));
        assertThat(Project.read(folder.resolve("cells")).categories()).hasSize(2);
    }

    @Test
    void damageBeforeTheEndIsSaidAndNothingIsThrownAway() throws IOException {
        var whole = written(3);
        int middle = lastLine(whole) - 20;
        whole[middle] ^= 1;
        Files.write(journal(), whole);
        assertThatThrownBy(() -> Project.open(folder.resolve("cells"), Pictures.NOON))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 4 cannot be used");
        assertThat(Files.readAllBytes(journal())).isEqualTo(whole);
    }

    @Test
    void somethingElseIsNoProject() throws IOException {
        Files.createDirectories(folder.resolve("cells"));
        for (var text : List.of("", "hello\n", "00000000 {}\n")) {
            Files.writeString(journal(), text);
            assertThatThrownBy(() -> Project.read(folder.resolve("cells")))
                    .as(text)
                    .hasMessageContaining("no project of Sweetspot");
        }
    }

    private static int lastLine(byte[] bytes) {
        int at = bytes.length - 2;
        while (bytes[at] != '\n') {
            at--;
        }
        return at + 1;
    }

    /** Labels one image after the other and says each number once it was acknowledged. */
    public static final class Labelling {
        private Labelling() {}

        /** @param arguments the folder of a project */
        public static void main(String[] arguments) {
            try (var project = Project.open(Path.of(arguments[0]), Pictures.NOON)) {
                for (int i = 0; ; i++) {
                    project.edit().label(List.of(i % 1000), i / 1000 % 2);
                    System.out.println(i);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
        var place = folder.resolve("cells");
        try (var project = Project.create(place, "Cells", Pictures.NOON)) {
            project.edit()
                    .add(Pictures.upTo(1000).stream().map(Pictures::imagined).toList(), List.of());
            project.edit().addCategory("a");
            project.edit().addCategory("b");
        }
        for (int kill = 0; kill < 3; kill++) {
            int acknowledged = labelUntilKilled(place, 50 + 37 * kill);
            var view = Project.read(place);
            for (int i = Math.max(0, acknowledged - 999); i <= acknowledged; i++) {
                assertThat(view.label(i % 1000)).as("image %d", i % 1000).contains(Label.byPerson(i / 1000 % 2));
            }
        }
    }

    /** Gives the last number that it said; it may have done one more. */
    private int labelUntilKilled(Path place, int after) throws Exception {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Labelling.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        while (process.isAlive() && Files.readAllLines(said).size() < after) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        var text = Files.readString(said);
        var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(after);
        return Integer.parseInt(lines.get(lines.size() - 1));
    }
}
