package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Progress;
import dev.sweetspot.form.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DataSetsTest {
    @TempDir
    Path folder;

    private static byte[] image(String kind, int width, int height, int type, int colour) throws IOException {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour);
            }
        }
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] png(int colour) throws IOException {
        return image("png", 12, 12, BufferedImage.TYPE_INT_RGB, colour);
    }

    private void put(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void fill(String prefix, int each) throws IOException {
        for (int i = 0; i < each; i++) {
            put(prefix + "cats/" + i + ".png", png(0xff0000 + i));
            put(prefix + "dogs/" + i + ".png", png(0x00ff00 + i));
        }
    }

    private Loaded<ImageSet> load() {
        return DataSets.load(folder, LoadOptions.automatic(2));
    }

    @Test
    void aFolderPerClassIsRead() throws IOException {
        fill("", 3);
        var loaded = load();
        assertThat(loaded.set().classNames()).containsExactly("cats", "dogs");
        assertThat(loaded.set().size()).isEqualTo(6);
        assertThat(loaded.set().name(0)).isEqualTo("cats/0.png");
        assertThat(loaded.set().pixels().get(0) & 0xff).isEqualTo(255);
        assertThat(loaded.set().pixels().get(1)).isZero();
    }

    @Test
    void givenPartsAreRespectedAndAWrapperIsSeenThrough() throws IOException {
        fill("all/train/", 3);
        fill("all/test/", 2);
        var loaded = load();
        assertThat(loaded.given().count(Part.TRAINING)).isEqualTo(6);
        assertThat(loaded.given().count(Part.TEST)).isEqualTo(4);
        assertThat(loaded.set().classNames()).containsExactly("cats", "dogs");
    }

    @Test
    void badFilesAreSkippedAndNamedWithTheReason() throws IOException {
        fill("", 5);
        var good = png(1);
        put("cats/cut.png", Arrays.copyOf(good, good.length / 2));
        put("cats/empty.png", new byte[0]);
        put("dogs/text.png", "hello".getBytes(StandardCharsets.UTF_8));
        put("dogs/.DS_Store", new byte[10]);
        put("notes.txt", new byte[10]);
        var loaded = load();
        assertThat(loaded.set().size()).isEqualTo(10);
        assertThat(loaded.skipped().toString())
                .contains("cats/cut.png: is damaged or ends too early")
                .contains("cats/empty.png: is empty")
                .contains("dogs/text.png: is no PNG, JPEG, BMP, GIF or TIFF");
        assertThat(loaded.notes().toString()).contains("notes.txt").doesNotContain("DS_Store");
    }

    @Test
    void dataThatIsMostlyBadIsRefused() throws IOException {
        fill("", 2);
        for (int i = 0; i < 5; i++) {
            put("cats/bad" + i + ".png", new byte[] {1, 2, 3});
        }
        assertThatThrownBy(this::load).hasMessageContaining("5 of 9 images cannot be used");
    }

    @Test
    void aHeaderThatClaimsTooMuchIsNotBelieved() throws IOException {
        fill("", 3);
        var huge = png(7);
        ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
        put("cats/huge.png", huge);
        assertThat(load().skipped().toString()).contains("claims 50,000 x 50,000 pixels");
    }

    @Test
    void aTiffWhosePagesRunInACircleDoesNotHang() throws IOException {
        fill("", 3);
        var tiff = image("tif", 12, 12, BufferedImage.TYPE_BYTE_GRAY, 0x808080);
        var buffer = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = buffer.getInt(4);
        buffer.putInt(directory + 2 + buffer.getShort(directory) * 12, directory);
        put("cats/loop.tif", tiff);
        assertThat(load().skipped().toString()).contains("runs in a circle");
    }

    @Test
    void sixteenBitImagesKeepTheirBits() throws IOException {
        for (var name : new String[] {"a/1", "a/2", "b/1", "b/2"}) {
            var image = new BufferedImage(9, 9, BufferedImage.TYPE_USHORT_GRAY);
            image.getRaster().setSample(0, 0, 0, 54321);
            var out = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, "tif", out)).isTrue();
            put(name + ".tif", out.toByteArray());
        }
        var set = load().set();
        assertThat(set.depth()).isEqualTo(Depth.U16);
        assertThat(set.pixels().getShort(0) & 0xffff).isEqualTo(54321);
    }

    @Test
    void greyImagesAmongColouredOnesGetThreeChannels() throws IOException {
        fill("", 2);
        put("cats/grey.png", image("png", 12, 12, BufferedImage.TYPE_BYTE_GRAY, 0x808080));
        assertThat(load().set().channels()).isEqualTo(3);
    }

    @Test
    void differentSizesAreResizedAndSaid() throws IOException {
        fill("", 2);
        put("cats/large.png", image("png", 90, 80, BufferedImage.TYPE_INT_RGB, 0x123456));
        var loaded = load();
        assertThat(loaded.set().height()).isEqualTo(16);
        assertThat(loaded.notes().toString()).contains("16 x 16");
        var asked = DataSets.load(folder, new LoadOptions(new InputSize.Asked(32), 2, Progress.SILENT));
        assertThat(asked.set().width()).isEqualTo(32);
    }

    @Test
    void oneClassAndAnEmptyFolderAndNoFolderAreRefused() throws IOException {
        assertThatThrownBy(this::load).hasMessageContaining("holds no images");
        put("cats/1.png", png(1));
        assertThatThrownBy(this::load).hasMessageContaining("must have at least two classes");
        put("dogs/1.png", png(1));
        put("dogs/2.png", png(1));
        put("cats/2.png", png(2));
        put("one/1.png", png(1));
        assertThatThrownBy(this::load).hasMessageContaining("class = one: has 1 usable image");
        assertThatThrownBy(() -> DataSets.load(folder.resolve("none"), LoadOptions.automatic(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void imagesBesideTheClassFoldersAreRefusedWithTheLayout() throws IOException {
        fill("", 2);
        put("stray.png", png(1));
        assertThatThrownBy(this::load).hasMessageContaining("stray.png").hasMessageContaining("cats/1.png");
    }

    @Test
    void aLinkThatLeadsBackIsNotFollowedForEver() throws IOException {
        fill("", 2);
        Files.createSymbolicLink(folder.resolve("cats/up"), folder);
        assertThat(load().set().size()).isEqualTo(4);
    }

    @Test
    void strangeNamesAreRead() throws IOException {
        fill("", 2);
        put("cats/ä b\n\u00e9.png", png(3));
        assertThat(load().set().names()).contains("cats/ä b\n\u00e9.png");
    }

    private Path zip(String entry, int repeats) throws IOException {
        var zip = folder.resolve("data.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                var out = new ZipOutputStream(file)) {
            for (int i = 0; i < repeats; i++) {
                for (var name : new String[] {"cats", "dogs"}) {
                    out.putNextEntry(new ZipEntry(name + "/" + i + ".png"));
                    out.write(png(i));
                }
            }
            out.putNextEntry(new ZipEntry(entry));
            out.write(entry.endsWith("bomb.png") ? new byte[80 << 20] : png(1));
        }
        return zip;
    }

    @Test
    void anArchiveIsReadWithoutUnpackingAndRefusedWhenItClimbsOutOrExplodes() throws IOException {
        var good = DataSets.load(zip("cats/x.png", 3), LoadOptions.automatic(2));
        assertThat(good.set().size()).isEqualTo(7);
        var climbing = zip("../../x.png", 3);
        assertThatThrownBy(() -> DataSets.load(climbing, LoadOptions.automatic(1)))
                .hasMessageContaining("points outside of it");
        var bomb = zip("cats/bomb.png", 3);
        assertThatThrownBy(() -> DataSets.load(bomb, LoadOptions.automatic(1))).hasMessageContaining("far more than");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] idxImages(int count) {
        var buffer = ByteBuffer.allocate(16 + count * 4);
        buffer.putInt(0x0803).putInt(count).putInt(2).putInt(2);
        for (int i = 0; buffer.hasRemaining(); i++) {
            buffer.put((byte) i);
        }
        return buffer.array();
    }

    private static byte[] idxLabels(int count) {
        var buffer = ByteBuffer.allocate(8 + count);
        buffer.putInt(0x0801).putInt(count);
        for (int i = 0; buffer.hasRemaining(); i++) {
            buffer.put((byte) (i % 2));
        }
        return buffer.array();
    }

    @Test
    void idxFilesAreReadWithAndWithoutGzip() throws IOException {
        put("train-images-idx3-ubyte.gz", gzip(idxImages(6)));
        put("train-labels-idx1-ubyte", idxLabels(6));
        put("t10k-images-idx3-ubyte", idxImages(2));
        put("t10k-labels-idx1-ubyte.gz", gzip(idxLabels(2)));
        var loaded = load();
        assertThat(loaded.set().size()).isEqualTo(8);
        assertThat(loaded.given().count(Part.TEST)).isEqualTo(2);
        assertThat(loaded.set().label(5)).isEqualTo(1);
        assertThat(loaded.set().pixels().get(5)).isEqualTo((byte) 5);
    }

    @Test
    void aTruncatedIdxFileIsRefused() throws IOException {
        put("train-images-idx3-ubyte", Arrays.copyOf(idxImages(6), 30));
        put("train-labels-idx1-ubyte", idxLabels(6));
        assertThatThrownBy(this::load).hasMessageContaining("has 30 bytes where its header promises 40");
    }

    private static byte[] twice(byte[] bytes) {
        return ByteBuffer.allocate(2 * bytes.length).put(bytes).put(bytes).array();
    }

    @Test
    void cifarRecordsAreReadAndTruncatedOnesRefused() throws IOException {
        var records = new byte[2 * 3073];
        records[3073] = 1;
        records[1 + 1024] = 9;
        put("train.bin.gz", gzip(twice(records)));
        put("test.bin", records);
        put("batches.meta.txt", "plane\ncar\n".getBytes(StandardCharsets.UTF_8));
        var loaded = load();
        assertThat(loaded.set().classNames()).containsExactly("plane", "car");
        assertThat(loaded.given().count(Part.TEST)).isEqualTo(2);
        // Green of the first pixel of the first training record: files are read in the order of their names.
        assertThat(loaded.set().pixels().get(2 * 3072 + 1)).isEqualTo((byte) 9);
        put("test.bin", new byte[3000]);
        assertThatThrownBy(this::load).hasMessageContaining("no multiple of 3073");
    }
}
