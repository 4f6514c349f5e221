package dev.sweetspot.studio.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Samples;
import dev.sweetspot.studio.project.ChannelView;
import dev.sweetspot.studio.project.ChannelView.Contrast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir
    private Path folder;

    private static String hash(int i) {
        return String.format("%064x", i);
    }

    private static RawImage grey(int height, int width, int value) {
        return new RawImage(height, width, 1, Samples.of(Depth.U8, height * width, i -> value));
    }

    /** Two channels of 16 bits: the first rises from left to right, the second is bright below. */
    private static RawImage cells() {
        return new RawImage(16, 16, 2, Samples.of(Depth.U16, 512, i -> {
            int pixel = i / 2;
            return i % 2 == 0 ? 100 * (pixel % 16) : pixel / 16 < 8 ? 1000 : 3000;
        }));
    }

    private static int colour(RawImage image, Rendering rendering, int x, int y) {
        return rendering.draw(image).getRGB(x, y) & 0xffffff;
    }

    @Test
    void greyAndColouredImagesAreShownAsTheyAre() {
        assertThat(colour(grey(2, 2, 77), Rendering.USUAL, 1, 1)).isEqualTo(0x4d4d4d);
        var red = new RawImage(1, 1, 3, Samples.of(Depth.U8, 3, i -> i == 0 ? 200 : 10));
        assertThat(colour(red, Rendering.USUAL, 0, 0)).isEqualTo(0xc80a0a);
    }

    @Test
    void channelsOfSixteenBitsShineInTheirColoursFromTheirDarkestToTheirBrightest() {
        assertThat(colour(cells(), Rendering.USUAL, 0, 0)).isZero();
        assertThat(colour(cells(), Rendering.USUAL, 15, 0)).isEqualTo(0x00ff00);
        assertThat(colour(cells(), Rendering.USUAL, 0, 15)).isEqualTo(0xff00ff);
        assertThat(colour(cells(), Rendering.USUAL, 15, 15)).isEqualTo(0xffffff);
    }

    @Test
    void coloursAndContrastAreThoseThatAPersonSaid() {
        var fixed = new Contrast.Range(1000 / 65535.0, 5000 / 65535.0);
        var said = new Rendering(List.of(
                new ChannelView("#ffffff", false, new Contrast.Automatic()), new ChannelView("#ff0000", true, fixed)));
        assertThat(colour(cells(), said, 15, 0)).isZero();
        assertThat(colour(cells(), said, 15, 15)).isEqualTo(0x800000);
        assertThat(said.key()).isNotEqualTo(Rendering.USUAL.key());
    }

    @Test
    void manyMakePicturesWhileItIsLookedHowManyThereAre() {
        for (int round = 0; round < 60; round++) {
            // A new one looks through the folder at its first picture.
            var thumbnails = new Thumbnails(folder);
            int from = 100 * round;
            IntStream.range(from, from + 40)
                    .parallel()
                    .forEach(i -> thumbnails.put(hash(i), Rendering.USUAL, grey(4, 4, i % 200)));
        }
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void largeImagesAreMadeSmallInTheirShapeAndSmallOnesStay() throws IOException {
        var thumbnails = new Thumbnails(folder);
        var wide = Picture.read(thumbnails.get(hash(1), Rendering.USUAL, 96, () -> grey(100, 400, 50)));
        assertThat(wide.getWidth()).isEqualTo(96);
        assertThat(wide.getHeight()).isEqualTo(24);
        var small = Picture.read(thumbnails.get(hash(2), Rendering.USUAL, 96, () -> grey(10, 20, 50)));
        assertThat(small.getWidth()).isEqualTo(20);
    }

    @Test
    void aPictureIsMadeOnceEvenWhenManyAskForItAtOnceAndAfterARestart() {
        var made = new AtomicInteger();
        var thumbnails = new Thumbnails(folder);
        IntStream.range(0, 64).parallel().forEach(i -> get(thumbnails, i % 4, made));
        assertThat(made).hasValue(4);
        get(new Thumbnails(folder), 3, made);
        assertThat(made).hasValue(4);
    }

    private static byte[] get(Thumbnails thumbnails, int image, AtomicInteger made) {
        try {
            return thumbnails.get(hash(image), Rendering.USUAL, 96, () -> {
                made.incrementAndGet();
                return grey(200, 200, 3 * image);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void memoryAndDiskAreBoundedAndWhatIsThrownAwayIsMadeAgain() throws IOException {
        var thumbnails = new Thumbnails(folder, 4_000, 20_000);
        var made = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            get(thumbnails, i, made);
            assertThat(thumbnails.inMemory()).isLessThanOrEqualTo(4_000);
        }
        long onDisk = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                onDisk += Files.size(file);
            }
        }
        assertThat(onDisk).isPositive().isLessThanOrEqualTo(20_000);
        assertThat(get(thumbnails, 0, made)).isNotEmpty();
        assertThat(made).hasValue(201);
    }

    @Test
    void noNameBecomesAPath() {
        var thumbnails = new Thumbnails(folder);
        assertThatThrownBy(() -> thumbnails.get("../../etc/passwd", Rendering.USUAL, 96, () -> grey(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> thumbnails.get(hash(1), Rendering.USUAL, 1 << 20, () -> grey(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
