package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static dev.sweetspot.studio.api.Studio.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.studio.api.Studio.Upload;
import dev.sweetspot.studio.importing.ImportLimits;
import dev.sweetspot.studio.project.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives, images and tables that were made to do harm, over HTTP: the table of docs/guide/projects.md. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFilesTest {
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

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** Why the one file that was sent was not taken in. */
    private String reason(String name, byte[] bytes) {
        var ended = studio.take("cells", new Upload(name, bytes));
        assertThat(ended.whole("added")).isZero();
        assertThat(ended.whole("skipped")).isEqualTo(1);
        return text(studio.get("/cells"));
    }

    @Test
    void anArchiveInAnArchiveIsNotOpened() throws IOException {
        var inner = zip("a.png", new byte[20 << 20]);
        var ended = studio.take("cells", new Upload("x.zip", zip("inner.zip", inner)));
        assertThat(ended.whole("added")).isZero();
        assertThat(texts(ended.list("notes"))).containsExactly("1 file is no image and was left aside: inner.zip.");
    }

    @Test
    void anArchiveOfVeryManyEmptyEntriesIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i <= ImportLimits.USUAL.mostEntries(); i++) {
                var entry = new ZipEntry(Integer.toString(i, 36));
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
        var ended = studio.take("cells", new Upload("x.zip", out.toByteArray()));
        assertThat(ended.text("state")).isEqualTo("failed");
        assertThat(ended.text("why")).contains("has more than 200,000 entries. Maybe unpack it yourself");
    }

    @Test
    void linksInAnArchiveAreLeftOut() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var link = new TarArchiveEntry("1.png", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            var image = Pictures.png(12, 12, 1);
            var entry = new TarArchiveEntry("2.png");
            entry.setSize(image.length);
            tar.putArchiveEntry(entry);
            tar.write(image);
            tar.closeArchiveEntry();
        }
        var ended = studio.take("cells", new Upload("x.tar", out.toByteArray()));
        assertThat(ended.whole("added")).isEqualTo(1);
        assertThat(texts(fields(studio.get("/cells/images")).list("names"))).containsExactly("2.png");
    }

    @Test
    void anImageThatWasCutOffIsSkipped() {
        var whole = Pictures.png(40, 40, 1);
        assertThat(reason("x.png", Arrays.copyOf(whole, whole.length / 2))).contains("\"file\":\"x.png\"");
    }

    @Test
    void aTiffWhosePagesRunInACircleIsSkipped() {
        // A directory without entries whose successor is itself.
        var tiff = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 0)
                .putInt(8);
        assertThat(reason("x.tif", tiff.array())).contains("\"file\":\"x.tif\"");
    }

    @Test
    void ofAGifOfThousandsOfPicturesOneIsLookedAt() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            var image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY);
            for (int i = 0; i < 3000; i++) {
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        }
        var ended = studio.take("cells", new Upload("x.gif", out.toByteArray()));
        assertThat(ended.whole("added") + ended.whole("skipped")).isEqualTo(1);
    }

    @Test
    void whatATableCallsCategoriesIsTextAndShort() {
        studio.take(
                "cells", new Upload("1.png", Pictures.png(12, 12, 1)), new Upload("2.png", Pictures.png(12, 12, 9)));
        var huge = "x".repeat(3 << 20);
        var table = "file,label\n1.png,\"<b>a\n\u202eb</b>\"\n2.png," + huge + "\n" + huge + ",c\n";
        var read = studio.post("/cells/label-table?apply=true", table.getBytes(StandardCharsets.UTF_8));
        assertThat(read.body().length).isLessThan(10_000);
        var categories = fields(studio.get("/cells")).list("categories").items();
        assertThat(categories).hasSizeBetween(1, 2);
        assertThat(text(studio.get("/cells")).length()).isLessThan(20_000);
        assertThat(text(studio.get("/cells"))).contains("<b>a").doesNotContain("\u202e");
    }

    @Test
    void whatIsGivenOutAsATableHoldsNoFormulas() {
        studio.take("cells", new Upload("=cmd/=1+1.png", Pictures.png(12, 12, 1)));
        assertThat(text(studio.get("/cells/labels.csv")))
                .contains("\"'=")
                .doesNotContain("\"=")
                .doesNotContain(",=");
    }

    @Test
    void namesOfDevicesAreNamesOfFilesThatCanBeStored() {
        studio.put("/cells/name", "{\"name\": \"con\"}");
        assertThat(studio.get("/cells/file")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains("_con.sweetspot");
    }
}
