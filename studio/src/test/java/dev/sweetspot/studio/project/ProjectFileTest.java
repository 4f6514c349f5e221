package dev.sweetspot.studio.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {
    @TempDir
    private Path folder;

    private Path project() {
        return folder.resolve("cells");
    }

    private Path exported() throws IOException {
        var file = folder.resolve("cells.sweetspot");
        try (var out = Files.newOutputStream(file)) {
            assertThat(ProjectFile.write(project(), out)).isEmpty();
        }
        return file;
    }

    private void make() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var bytes = Pictures.png(12, 12, 0x123456);
        Files.write(elsewhere.resolve("there.png"), bytes);
        try (var project = Project.create(project(), "Cells", Pictures.NOON)) {
            project.edit()
                    .add(
                            List.of(
                                    Pictures.kept(project, "here.png", 0xff0000),
                                    new NewImage(
                                            "there.png",
                                            Originals.hash(bytes),
                                            bytes.length,
                                            Pictures.facts(2),
                                            Optional.of(new Reference(elsewhere.toString(), "there.png")))),
                            List.of());
            project.edit().labelByName(Map.of(0, "../../up", 1, "<script>"), new LabelSource.Person());
            project.undo();
        }
    }

    @Test
    void aProjectIsOneFileThatOpensElsewhereEvenWithoutTheFoldersItReferredTo() throws IOException {
        make();
        var file = exported();
        Files.delete(folder.resolve("elsewhere/there.png"));

        ProjectFile.unpack(file, folder.resolve("copy"));
        try (var copy = Project.open(folder.resolve("copy"), Pictures.NOON)) {
            assertThat(copy.view().name()).isEqualTo("Cells");
            assertThat(copy.originals().read(copy.view().image(0))).isEqualTo(Pictures.png(12, 12, 0xff0000));
            assertThat(copy.originals().read(copy.view().image(1))).isEqualTo(Pictures.png(12, 12, 0x123456));
            copy.redo();
            assertThat(copy.view().categories()).extracting(Category::name).contains("../../up", "<script>");
        }
    }

    @Test
    void aReferenceShowsNobodyAFileWhoseContentTheProjectDoesNotKnow() throws IOException {
        make();
        Files.write(folder.resolve("elsewhere/there.png"), Pictures.png(12, 12, 0x654321));
        try (var project = Project.open(project(), Pictures.NOON)) {
            assertThatThrownBy(() -> project.originals().read(project.view().image(1)))
                    .hasMessageContaining("not the file any more");
            Files.delete(folder.resolve("elsewhere/there.png"));
            assertThatThrownBy(() -> project.originals().read(project.view().image(1)))
                    .hasMessageContaining("is gone from");
            var out = new Reference(folder.resolve("elsewhere").toString(), "../cells/" + Journal.FILE);
            var climbing = new NewImage("x", "0".repeat(64), 10, Pictures.facts(3), Optional.of(out));
            project.edit().add(List.of(climbing), List.of());
            assertThatThrownBy(() -> project.originals().read(project.view().image(2)))
                    .hasMessageContaining("outside of its folder");
        }
    }

    @Test
    void aReferenceToADeviceIsNotReadForEver() throws IOException {
        make();
        try (var project = Project.open(project(), Pictures.NOON)) {
            for (int size : new int[] {0, 10}) {
                var zero = new NewImage(
                        "x" + size,
                        "0".repeat(63) + size % 9,
                        size,
                        Pictures.facts(3),
                        Optional.of(new Reference("/dev", "zero")));
                project.edit().add(List.of(zero), List.of());
                var image = project.view().image(project.view().all().size() - 1);
                assertThatThrownBy(() -> project.originals().read(image)).hasMessageContaining("not the file any more");
            }
        }
    }

    @Test
    void onlyTheJournalAndTheImagesOfAFileAreRead() throws IOException {
        make();
        var hostile = folder.resolve("hostile.sweetspot");
        try (var zip = new ZipOutputStream(Files.newOutputStream(hostile))) {
            zip.putNextEntry(new ZipEntry("../climbed"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("/tmp/absolute"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry(Journal.FILE));
            zip.write(Files.readAllBytes(project().resolve(Journal.FILE)));
        }
        ProjectFile.unpack(hostile, folder.resolve("in/copy"));
        try (var files = Files.walk(folder.resolve("in"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("in/copy/" + Journal.FILE));
        }
    }

    @Test
    void anImageThatIsAnotherThanTheFileSaysIsRefusedAndNothingIsLeft() throws IOException {
        make();
        var hash = Project.read(project()).image(0).hash();
        var hostile = folder.resolve("hostile.sweetspot");
        try (var zip = new ZipOutputStream(Files.newOutputStream(hostile))) {
            zip.putNextEntry(new ZipEntry(Journal.FILE));
            zip.write(Files.readAllBytes(project().resolve(Journal.FILE)));
            zip.putNextEntry(new ZipEntry("originals/" + hash));
            zip.write(1);
        }
        assertThatThrownBy(() -> ProjectFile.unpack(hostile, folder.resolve("copy")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds another image");
        assertThat(folder.resolve("copy")).doesNotExist();
        assertThat(folder.resolve("copy.incoming")).doesNotExist();
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItWeighsIsRefused() throws IOException {
        var bomb = folder.resolve("bomb.sweetspot");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry(Journal.FILE));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> ProjectFile.unpack(bomb, folder.resolve("copy")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("far more than it weighs");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void whatIsNoProjectIsSaidSo() throws IOException {
        var text = Files.writeString(folder.resolve("a.sweetspot"), "hello");
        assertThat(ProjectFile.isOne(text)).isFalse();
        assertThatThrownBy(() -> ProjectFile.unpack(text, folder.resolve("copy")))
                .hasMessageContaining("no zip");
        make();
        assertThat(ProjectFile.isOne(exported())).isTrue();
        assertThatThrownBy(() -> ProjectFile.unpack(exported(), project())).hasMessageContaining("is there already");
    }
}
