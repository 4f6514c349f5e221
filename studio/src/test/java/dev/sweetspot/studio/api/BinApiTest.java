package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.studio.api.Studio.Upload;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects that are deleted, and what becomes of them. */
class BinApiTest {
    @TempDir
    private Path folder;

    private Path projects;
    private Studio studio;

    @BeforeEach
    void aProjectOfOneImage() throws IOException {
        projects = folder.resolve("projects");
        studio = new Studio(projects, Files.createDirectories(folder.resolve("allowed")));
        studio.post("", "{\"name\": \"Cells\"}");
        studio.take("cells", new Upload("ba/1.png", Pictures.png(12, 12, 1)));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private String list() {
        return text(studio.get(""));
    }

    @Test
    void whatIsDeletedLiesInTheBinAndComesBackWhole() {
        var gone = fields(studio.delete("/cells"));
        assertThat(Path.of(gone.text("folder"))).isDirectory().isEqualTo(projects.resolve(".bin/cells"));
        assertThat(list()).doesNotContain("cells");
        assertThat(studio.get("/cells").statusCode()).isEqualTo(404);
        assertThat(text(studio.bin("GET", ""))).contains("Cells");

        assertThat(studio.bin("POST", "/cells/restore").statusCode()).isEqualTo(200);
        assertThat(fields(studio.get("/cells")).whole("images")).isEqualTo(1);
        assertThat(text(studio.bin("GET", ""))).doesNotContain("Cells");
    }

    @Test
    void anotherOneOfTheNameGetsAnotherAddressSoThatBothCanBeThere() {
        studio.delete("/cells");
        assertThat(fields(studio.post("", "{\"name\": \"Cells\"}")).text("project"))
                .isEqualTo("cells-2");
        studio.bin("POST", "/cells/restore");
        assertThat(list()).contains("\"cells\"", "\"cells-2\"");
    }

    @Test
    void whatIsDeletedForGoodIsGoneAndWhatItsLinksLeadToIsNot() throws IOException {
        var precious = Files.writeString(folder.resolve("allowed/precious.txt"), "x");
        Files.createSymbolicLink(projects.resolve("cells/link"), folder.resolve("allowed"));
        studio.delete("/cells");
        assertThat(studio.bin("DELETE", "/cells").statusCode()).isEqualTo(204);
        assertThat(projects.resolve(".bin/cells")).doesNotExist();
        assertThat(precious).exists();
        assertThat(studio.bin("POST", "/cells/restore").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingElseIsDeleted() {
        assertThat(studio.delete("/..%2Fallowed").statusCode()).isEqualTo(404);
        assertThat(studio.delete("/.bin").statusCode()).isEqualTo(404);
        assertThat(studio.bin("DELETE", "/..%2F..%2Fallowed").statusCode()).isEqualTo(404);
        assertThat(folder.resolve("allowed")).exists();
    }

    @Test
    void aDamagedProjectCanBeDeletedAndOneThatIsOpenElsewhereCannot() throws IOException {
        Files.createDirectories(projects.resolve("damaged"));
        Files.writeString(projects.resolve("damaged/project.journal"), "no journal\nat all\n");
        assertThat(studio.delete("/damaged").statusCode()).isEqualTo(200);

        try (var elsewhere = Project.create(projects.resolve("open"), "Open", Pictures.NOON)) {
            assertThat(text(studio.delete("/open"))).contains("is open in another Sweetspot");
            assertThat(elsewhere.view().name()).isEqualTo("Open");
        }
        assertThat(studio.delete("/open").statusCode()).isEqualTo(200);
    }

    @Test
    void aProjectIsRenamed() {
        assertThat(studio.put("/cells/name", "{\"name\": \"Blood\"}").statusCode())
                .isEqualTo(200);
        assertThat(list()).contains("\"Blood\"");
        assertThat(studio.put("/cells/name", "{\"name\": \" \"}").statusCode()).isEqualTo(400);
    }
}
