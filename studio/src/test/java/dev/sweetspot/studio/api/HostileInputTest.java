package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.encoded;
import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static dev.sweetspot.studio.api.Studio.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.studio.api.Studio.Upload;
import dev.sweetspot.studio.project.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/guide/projects.md, over HTTP. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileInputTest {
    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeEach
    void serve() throws IOException {
        studio = new Studio(folder.resolve("projects"), Files.createDirectories(folder.resolve("allowed")));
        studio.post("", "{\"name\": \"cells\"}");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../escaped.png",
                "/etc/escaped.png",
                "..\\..\\escaped.png",
                "C:\\escaped.png",
                "a/../../escaped.png",
                "<script>alert(1)</script>.png",
                "con.png",
                "\u202egnp.escaped.png",
                "a\nb.png"
            })
    void namesOfFilesNeverLeadAnywhere(String name) throws IOException {
        studio.take("cells", new Upload(name, Pictures.png(12, 12, 1)));
        assertThat(fields(studio.get("/cells/images")).list("names").items()).hasSize(1);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file.toString()).doesNotContain("escaped", "script", "\n"));
        }
        assertThat(Path.of("/etc/escaped.png")).doesNotExist();
    }

    private static byte[] zip(String name, byte[]... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (var part : parts) {
                zip.write(part);
            }
        }
        return out.toByteArray();
    }

    @Test
    void archivesThatClimbOutOrBlowUpAreRefused() throws IOException {
        var climbing = studio.take("cells", new Upload("x.zip", zip("../../up.png", Pictures.png(9, 9, 1))));
        assertThat(climbing.text("state")).isEqualTo("failed");
        assertThat(climbing.text("why")).contains("points outside of it").contains("do not trust");

        var zeros = new byte[90][];
        Arrays.fill(zeros, new byte[1 << 20]);
        var bomb = studio.take("cells", new Upload("bomb.zip", zip("a/1.png", zeros)));
        assertThat(bomb.text("why")).contains("far more than it weighs");

        var broken = studio.take("cells", new Upload("x.tar.gz", new byte[] {1, 2, 3}));
        assertThat(broken.text("why")).contains("no archive that can be read");
        assertThat(fields(studio.get("/cells")).whole("images")).isZero();
    }

    @Test
    void linksThatLeadOutOfTheAllowedFoldersAreNotFollowed() throws IOException {
        var allowed = folder.resolve("allowed");
        Files.write(allowed.resolve("1.png"), Pictures.png(12, 12, 1));
        var secret = Files.createDirectories(folder.resolve("secret"));
        Files.write(secret.resolve("2.png"), Pictures.png(12, 12, 2));
        Files.createSymbolicLink(allowed.resolve("2.png"), secret.resolve("2.png"));
        Files.createSymbolicLink(allowed.resolve("all"), secret);

        studio.post("/cells/folders", "{\"folder\": \".\", \"copy\": true}");
        var ended = studio.ended("cells");
        assertThat(ended.whole("added")).isEqualTo(1);
        assertThat(texts(ended.list("notes")))
                .containsExactly("2 links lead out of the folders that may be used, and nothing behind them was taken"
                        + " in: 2.png, all.");
    }

    @Test
    void anImageThatClaimsToBeHugeIsSkippedUnread() {
        var huge = Pictures.png(12, 12, 1);
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        var ended = studio.take("cells", new Upload("huge.png", huge));
        assertThat(ended.whole("skipped")).isEqualTo(1);
        assertThat(text(studio.get("/cells"))).contains("claims 60,000 x 60,000 pixels");
    }

    @Test
    void whatIsCalledAnImageAndIsNoneIsSkipped() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        var ended = studio.take("cells", new Upload("x.png", svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended.whole("added")).isZero();
        assertThat(text(studio.get("/cells"))).contains("is no PNG, JPEG, BMP, GIF or TIFF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/..%2F..%2Fetc | 404",
                "/%2e%2e | 404",
                "/CELLS | 404",
                "/cells/images/-1 | 404",
                "/cells/images/99999999999 | 404",
                "/cells/images/0x1 | 404",
                "/cells/images/0/thumbnail | 404",
                "/cells/images?from=-5 | 200",
                "/cells/images?size=4 | 400"
            })
    void addressesThatNameNothingAreRefusedInWords(String path, int status) {
        var answer = studio.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(text(answer)).doesNotContain("Exception", "at dev.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cells/labels | {\"images\": [0], \"category\": 5} | category = 5",
                "/cells/labels | {\"images\": [\"0\"], \"category\": 5} | must be the number of an image",
                "/cells/labels | {\"images\": [1.5]} | must be the number of an image",
                "/cells/labels | {\"images\": [99999999999999]} | must be the number of an image",
                "/cells/labels | {\"images\": 3} | must be a list",
                "/cells/parts | {\"images\": [], \"part\": \"exam\"} | training, validation or test",
                "/cells/split | {\"test_share\": 7, \"validation_share\": 0.2, \"keep_test\": true} | from 0.05 to 0.5",
                "/cells/split | {\"test_share\": 0.2, \"validation_share\": 0.2, \"keep_test\": true} | label some first",
                "/cells/categories | {\"name\": \"\"} | 1 to 100 characters",
                "/cells/categories | {\"name\": \"a\\u202eb\"} | nobody sees",
                "/cells/folders | {\"folder\": \"/etc\", \"copy\": true} | outside the folders"
            })
    void changesThatMakeNoSenseAreRefusedInWords(String path, String json, String words) {
        var before = fields(studio.get("/cells")).whole("version");
        var answer = studio.post(path, json);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(text(answer)).contains(words).doesNotContain("Exception");
        assertThat(fields(studio.get("/cells")).whole("version")).isEqualTo(before);
    }

    @Test
    void aFolderOfAnyNameIsACategoryThatIsText() {
        studio.take("cells", new Upload("in/<img src=x onerror=alert(1)>/1.png", Pictures.png(12, 12, 1)));
        var answer = studio.get("/cells");
        assertThat(text(answer)).contains("<img src=x onerror=alert(1)>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anUploadThatWasNotBegunIsNotThere() {
        assertThat(studio.post("/cells/uploads/7/files?path=" + encoded("a.png"), new byte[] {1})
                        .statusCode())
                .isEqualTo(404);
        assertThat(studio.post("/unpack?name=x", new byte[] {1, 2, 3}).statusCode())
                .isEqualTo(400);
        assertThat(texts(fields(studio.get("")).list("projects"))).hasSize(1);
    }
}
