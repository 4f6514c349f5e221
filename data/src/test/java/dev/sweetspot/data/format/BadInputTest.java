package dev.sweetspot.data.format;

import static dev.sweetspot.data.format.ImageFolder.gzip;
import static dev.sweetspot.data.format.ImageFolder.idxImages;
import static dev.sweetspot.data.format.ImageFolder.idxLabels;
import static dev.sweetspot.data.format.ImageFolder.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Progress;
import dev.sweetspot.form.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BadInputTest {
    @TempDir
    Path folder;

    private ImageFolder files;

    @BeforeEach
    void files() {
        files = new ImageFolder(folder.resolve("data"));
    }

    private Loaded<ImageSet> load() {
        return load("");
    }

    private Loaded<ImageSet> load(String path) {
        return DataSets.load(files.folder().resolve(path), LoadOptions.automatic(2));
    }

    /** A tar.gz from pairs of name and content; a name that ends with "@" is a link to ../../etc/passwd. */
    private Path tarGz(Object... entries) throws IOException {
        var archive = folder.resolve("data.tar.gz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < entries.length; i += 2) {
                var name = (String) entries[i];
                var bytes = (byte[]) entries[i + 1];
                boolean link = name.endsWith("@");
                var entry = link
                        ? new TarArchiveEntry(name.substring(0, name.length() - 1), TarArchiveEntry.LF_SYMLINK)
                        : new TarArchiveEntry(name);
                entry.setLinkName(link ? "../../etc/passwd" : "");
                entry.setSize(link ? 0 : bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes, 0, link ? 0 : bytes.length);
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }

    @Test
    void linksAndDoubleNamesInAnArchiveDoNoHarm() throws IOException {
        var none = new byte[0];
        var archive = tarGz(
                "x/cats/1.png",
                png(9, 9, 1),
                "./x/cats/1.png",
                png(9, 9, 7),
                "x/cats/2.png",
                png(9, 9, 2),
                "x/cats/link.png@",
                none,
                "x/dogs/1.png",
                png(9, 9, 3),
                "x/dogs/2.png",
                png(9, 9, 4));
        var loaded = DataSets.load(archive, LoadOptions.automatic(2));
        assertThat(loaded.set().size()).isEqualTo(4);
        assertThat(loaded.set().pixels().get(2)).isEqualTo((byte) 7);
        assertThat(loaded.skipped().toString()).contains("x/cats/link.png: is a link");
    }

    @Test
    void anArchiveThatClimbsOutIsRefusedAndWritesNothing() throws IOException {
        for (var name : new String[] {"../../climbed.png", "/climbed.png", "a/../../climbed.png", "C:\\climbed.png"}) {
            var archive = folder.resolve("data.zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(png(9, 9, 1));
            }
            assertThatThrownBy(() -> DataSets.load(archive, LoadOptions.automatic(1)))
                    .as(name)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("points outside of it");
        }
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.toString().contains("climbed"))).isEmpty();
        }
    }

    @Test
    void whatUnpacksToFarMoreThanItWeighsIsRefusedEvenOutsideOfImages() throws IOException {
        var zeros = new byte[90 << 20];
        var archive = tarGz("cats/1.png", png(9, 9, 1), "notes.txt", zeros, "dogs/1.png", png(9, 9, 1));
        assertThatThrownBy(() -> DataSets.load(archive, LoadOptions.automatic(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("far more than it weighs");
        files.put("train.bin.gz", gzip(zeros));
        assertThatThrownBy(this::load).hasMessageContaining("far more than it weighs");
    }

    @Test
    void damagedArchivesAreRefused() throws IOException {
        var whole = Files.readAllBytes(tarGz("cats/1.png", png(9, 9, 1), "dogs/1.png", png(9, 9, 1)));
        files.put("cut.tar.gz", Arrays.copyOf(whole, whole.length / 2));
        files.put("text.zip", "hello".getBytes(StandardCharsets.UTF_8));
        files.put("text.tar", "hello".repeat(300).getBytes(StandardCharsets.UTF_8));
        files.put("empty.tgz", new byte[0]);
        for (var name : List.of("cut.tar.gz", "text.zip", "text.tar", "empty.tgz")) {
            assertThatThrownBy(() -> load(name)).as(name).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void linksBackIntoTheDataAreNotFollowed() throws IOException {
        files.catsAndDogs("", 3);
        Files.createSymbolicLink(files.folder().resolve("cats/up"), files.folder());
        Files.createSymbolicLink(
                files.folder().resolve("dogs/twice"), files.folder().resolve("cats"));
        Files.createSymbolicLink(files.folder().resolve("dogs/gone.png"), folder.resolve("nothing"));
        var loaded = load();
        assertThat(loaded.set().size()).isEqualTo(6);
        assertThat(loaded.skipped().toString()).contains("dogs/gone.png");
    }

    @Test
    void aLinkToAClassElsewhereIsFollowed() throws IOException {
        files.catsAndDogs("", 3);
        new ImageFolder(folder.resolve("elsewhere")).catsAndDogs("", 2);
        Files.createSymbolicLink(files.folder().resolve("hares"), folder.resolve("elsewhere/cats"));
        assertThat(load().set().classNames()).containsExactly("cats", "dogs", "hares");
    }

    @Test
    void emptyFoldersAreToldOf() throws IOException {
        files.catsAndDogs("", 3);
        Files.createDirectories(files.folder().resolve("hares"));
        assertThat(load().notes().toString()).contains("hares");
    }

    @Test
    void partsAreKnownInEverySpellingAndNotGuessedAt() throws IOException {
        files.catsAndDogs("TRAIN/", 3);
        files.catsAndDogs("Test/", 2);
        assertThat(load().given().count(Part.TEST)).isEqualTo(4);
        files.put("unlabelled/1.png", png(9, 9, 1));
        assertThatThrownBy(this::load).hasMessageContaining("beside them unlabelled");
    }

    @Test
    void aBinFileAmongImagesIsNoCifar() throws IOException {
        files.catsAndDogs("", 3);
        files.put("weights.bin", new byte[10]);
        assertThat(load().set().size()).isEqualTo(6);
    }

    @Test
    void wrongCifarLabelsAreNamedWithTheirRecord() throws IOException {
        var records = new byte[3 * 3073];
        records[2 * 3073] = 77;
        files.put("data_batch_1.bin", records);
        assertThatThrownBy(this::load).hasMessageContaining("label 77 in record 2");
    }

    @Test
    void idxHeadersThatLieAreRefused() throws IOException {
        var images = idxImages(4);
        files.put("train-labels-idx1-ubyte", idxLabels(0, 1, 0, 1));
        for (int[] lie : new int[][] {{0, 0x0D03}, {4, Integer.MAX_VALUE}, {4, -1}, {8, 1 << 20}, {12, 0}, {4, 3}}) {
            var wrong = ByteBuffer.wrap(images.clone()).putInt(lie[0], lie[1]).array();
            files.put("train-images-idx3-ubyte", wrong);
            assertThatThrownBy(this::load).isInstanceOf(InvalidInputException.class);
        }
        files.put("train-images-idx3-ubyte", images);
        assertThat(load().set().size()).isEqualTo(4);
        files.put("train-labels-idx1-ubyte", idxLabels(0, 1, 0));
        assertThatThrownBy(this::load).hasMessageContaining("3 labels for 4 images");
        Files.delete(files.folder().resolve("train-labels-idx1-ubyte"));
        assertThatThrownBy(this::load).hasMessageContaining("must have its labels beside it");
    }

    @Test
    void oneIdxFileAloneIsReadAndClassesNeverMetAreLeftOut() throws IOException {
        files.put("letters-train-images-idx3-ubyte.gz", gzip(idxImages(4)));
        files.put("letters-train-labels-idx1-ubyte", idxLabels(1, 3, 1, 3));
        var loaded = load("letters-train-images-idx3-ubyte.gz");
        assertThat(loaded.set().classNames()).containsExactly("1", "3");
        assertThat(loaded.set().label(1)).isEqualTo(1);
        assertThat(loaded.notes().toString()).contains("0, 2");
        files.put("plain/letters-train-images-idx3-ubyte", idxImages(4));
        files.put("plain/letters-train-labels-idx1-ubyte", idxLabels(1, 3, 1, 3));
        assertThat(load("plain").set().hash()).isEqualTo(loaded.set().hash());
        var large = DataSets.load(files.folder(), new LoadOptions(new InputSize.Asked(16), 1, Progress.SILENT));
        assertThat(large.set().height()).isEqualTo(16);
    }

    @Test
    void aTestPartElsewhereIsJoined() throws IOException {
        files.catsAndDogs("a/", 3);
        files.catsAndDogs("b/", 1);
        var data = files.folder().resolve("a");
        var joined = DataSets.load(data, files.folder().resolve("b"), LoadOptions.automatic(1));
        assertThat(joined.given().count(Part.TEST)).isEqualTo(2);
        assertThat(joined.set().names()).contains("test:cats/0.png", "cats/0.png");
        files.put("b/dosg/1.png", png(9, 9, 1));
        assertThatThrownBy(() -> DataSets.load(data, files.folder().resolve("b"), LoadOptions.automatic(1)))
                .hasMessageContaining("dosg")
                .hasMessageContaining("Maybe dogs?");
        files.catsAndDogs("c/train/", 2);
        files.catsAndDogs("c/test/", 2);
        assertThatThrownBy(() -> DataSets.load(files.folder().resolve("c"), data, LoadOptions.automatic(1)))
                .hasMessageContaining("test part of its own");
    }

    @Test
    void namesInMessagesStayOnOneLine() throws IOException {
        files.catsAndDogs("", 3);
        files.put("cats/a\nb\u001b[31m\u202e.png", new byte[] {1});
        var skipped = load().skipped();
        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).toString())
                .isEqualTo("cats/a\\nb\\u001b[31m\\u202e.png: is no PNG, JPEG, BMP, GIF or" + " TIFF");
    }

    @Test
    void aMixOfChannelCountsIsRefusedWithExamples() throws IOException {
        files.catsAndDogs("", 3);
        var grey = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tif").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(grey, null, null), null);
            writer.writeToSequence(new IIOImage(grey, null, null), null);
            writer.endWriteSequence();
        }
        files.put("cats/two.tif", out.toByteArray());
        assertThatThrownBy(this::load).hasMessageContaining("1 with 2 (cats/two.tif)");
    }

    @Test
    void filesToPredictAreReadFromAnywhere() throws IOException {
        files.catsAndDogs("", 2);
        files.put(".hidden/mine", png(9, 9, 5));
        var paths = List.of(files.folder(), files.folder().resolve(".hidden/mine"));
        var loaded = Unlabelled.load(paths, new ImageShape(8, 8, 3), Depth.U8);
        assertThat(loaded.set().labelled()).isFalse();
        assertThat(loaded.set().size()).isEqualTo(5);
        assertThat(loaded.set().names())
                .contains(files.folder() + "/cats/0.png", paths.get(1).toString());
    }
}
