package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.encoded;
import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.studio.project.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Projects on tables and series, with a program that only writes down what it was asked. */
@Timeout(60)
class TablesApiTest {
    private static final byte[] TABLE = "size,kind\n1,a\n2,b\n3,a\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path allowed;
    private Studio studio;

    @BeforeEach
    void serve() throws IOException {
        allowed = Files.createDirectories(folder.resolve("allowed"));
        var asked = folder.resolve("asked.txt");
        studio = new Studio(
                folder.resolve("projects"),
                allowed,
                words -> java.util.List.of("sh", "-c", "echo \"$@\" > " + asked, "sweetspot", String.join(" ", words)));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private String opened(String path) {
        return text(studio.api("POST", "/open", "{\"path\": \"" + path + "\"}"));
    }

    @Test
    void aTableThatSomebodyPointsToIsAProjectThatLearnsFromItWhereItLies() throws Exception {
        Files.write(allowed.resolve("sizes.csv"), TABLE);
        assertThat(opened("sizes.csv")).contains("\"project\":\"sizes\"");
        assertThat(fields(studio.get("/sizes/kind")).text("kind")).isEqualTo("table");
        var table = fields(studio.get("/sizes/table"));
        assertThat(table.text("target")).isEqualTo("kind");
        assertThat(table.map("look").whole("rows")).isEqualTo(3);

        assertThat(studio.put("/sizes/table/target", "{\"target\": \"size\"}").statusCode())
                .isEqualTo(204);
        assertThat(fields(studio.get("/sizes/table")).text("target")).isEqualTo("size");
        var begun = studio.post("/sizes/table/trainings", "{\"settings\": {\"epochs\": \"3\"}}");
        assertThat(fields(begun).whole("work")).isEqualTo(1);
        var asked = folder.resolve("asked.txt");
        while (!Files.exists(asked) || Files.size(asked) == 0) {
            Thread.sleep(10);
        }
        assertThat(Files.readString(asked))
                .startsWith("train " + allowed.toRealPath().resolve("sizes.csv"))
                .contains("--set=epochs=3")
                .contains("--target=size");
        assertThat(text(studio.get("/sizes/works"))).contains("\"kind\":\"training\"");
        assertThat(text(studio.get(""))).contains("\"file\"", "sizes.csv");
    }

    @Test
    void aTableThatIsSentLiesInItsProjectAndGoesAndComesBackWithIt() {
        var sent = studio.api("POST", "/tables/file?name=" + encoded("../../wine.csv"), TABLE);
        var project = fields(sent).text("project");
        var file = Path.of(fields(studio.get("/" + project + "/table")).text("file"));
        assertThat(file).startsWith(folder.resolve("projects").resolve(project)).exists();

        assertThat(studio.put("/" + project + "/name", "{\"name\": \"Wines\"}").statusCode())
                .isEqualTo(204);
        assertThat(studio.delete("/" + project).statusCode()).isEqualTo(200);
        assertThat(text(studio.bin("GET", ""))).contains("Wines");
        studio.bin("POST", "/" + project + "/restore");
        assertThat(fields(studio.get("/" + project + "/table")).text("name")).isEqualTo("Wines");
    }

    @Test
    void whatLiesInAFolderSaysWhatItIs() throws IOException {
        Files.createDirectories(allowed.resolve("cells/ba"));
        Files.write(allowed.resolve("cells/ba/1.png"), Pictures.png(12, 12, 1));
        Files.createDirectories(allowed.resolve("one"));
        Files.write(allowed.resolve("one/t.csv"), TABLE);
        Files.write(allowed.resolve("notes.md"), TABLE);

        assertThat(opened("cells")).contains("\"project\":\"cells\"");
        assertThat(studio.ended("cells").whole("added")).isEqualTo(1);
        assertThat(opened("one")).contains("\"project\":\"t\"");
        Files.write(allowed.resolve("one/u.csv"), TABLE);
        assertThat(opened("one")).contains("holds 2 tables: t.csv, u.csv");
        Files.createDirectories(allowed.resolve("none"));
        assertThat(opened("none")).contains("holds neither images nor a table");
        assertThat(opened("notes.md")).contains("must be a folder of images, or a table");
    }

    @Test
    void whatLiesOutsideOrIsNoTableBecomesNoProject() throws IOException {
        var secret = Files.write(folder.resolve("secret.csv"), TABLE);
        assertThat(opened(secret.toString())).contains("outside the folders");
        Files.createSymbolicLink(allowed.resolve("link.csv"), secret);
        assertThat(opened("link.csv")).contains("outside the folders");
        assertThat(studio.api("POST", "/tables/file?name=x.csv", "a,a\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(text(studio.get(""))).isEqualTo("{\"projects\":[]}");
    }

    @Test
    void whatWasSentAndIsNoTableIsCalledAsItWasSent() {
        assertThat(text(studio.api("POST", "/tables/file?name=photo.png", new byte[] {1})))
                .contains("file = photo.png: must be a table")
                .doesNotContain(folder.toString());
        assertThat(text(studio.api("POST", "/tables/file?name=x.csv", "a,a\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .contains("x.csv, line 1: two columns are called a")
                .doesNotContain(folder.toString());
    }

    @Test
    void aProjectFileThatNamesAPlaceOutsideShowsNothingOfIt() throws IOException {
        var secret = Files.write(folder.resolve("secret.csv"), TABLE);
        var foreign = Files.createDirectories(folder.resolve("projects/foreign"));
        Files.writeString(
                foreign.resolve("table.json"), "{\"name\": \"x\", \"file\": \"" + secret + "\", \"target\": \"kind\"}");
        assertThat(text(studio.get("/foreign/table"))).contains("outside the folders");
        assertThat(text(studio.post("/foreign/table/trainings", "{}"))).contains("outside the folders");
    }

    @Test
    void whatIsForImagesSaysSo() throws IOException {
        Files.write(allowed.resolve("sizes.csv"), TABLE);
        opened("sizes.csv");
        assertThat(text(studio.post("/sizes/trainings", "{\"settings\": {}}"))).contains("is on a table");
        assertThat(studio.put("/sizes/table/target", "{\"target\": \"knd\"}").statusCode())
                .isEqualTo(404);
    }
}
