package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledTest {
    @TempDir
    Path folder;

    /** One image of 2 x 2 equal pixels. */
    private ImageSet load(BufferedImage image, int channels, Depth depth) throws IOException {
        var file = folder.resolve("image.png");
        ImageIO.write(image, "png", file.toFile());
        return Unlabelled.load(List.of(file), new ImageShape(2, 2, channels), depth)
                .set();
    }

    private static BufferedImage coloured(int rgb) {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 4; i++) {
            image.setRGB(i % 2, i / 2, rgb);
        }
        return image;
    }

    private static BufferedImage deep(int value) {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 4; i++) {
            image.getRaster().setSample(i % 2, i / 2, 0, value);
        }
        return image;
    }

    private static int first(ImageSet set) {
        return set.depth() == Depth.U8
                ? set.pixels().get(0) & 0xff
                : set.pixels().getShort(0) & 0xffff;
    }

    @Test
    void coloursBecomeTheirBrightnessForAGreyModel() throws IOException {
        assertThat(first(load(coloured(0xff0000), 1, Depth.U8))).isEqualTo(76);
        assertThat(first(load(coloured(0x00ff00), 1, Depth.U8))).isEqualTo(150);
        assertThat(first(load(coloured(0x0000ff), 1, Depth.U8))).isEqualTo(29);
        assertThat(first(load(coloured(0xffffff), 1, Depth.U8))).isEqualTo(255);
    }

    @Test
    void depthsAreStretchedSoThatWhiteStaysWhite() throws IOException {
        assertThat(first(load(deep(65535), 1, Depth.U8))).isEqualTo(255);
        assertThat(first(load(deep(32896), 1, Depth.U8))).isEqualTo(128);
        assertThat(first(load(coloured(0xffffff), 3, Depth.U16))).isEqualTo(65535);
    }

    @Test
    void greyBecomesThreeEqualChannels() throws IOException {
        var set = load(deep(32896), 3, Depth.U16);
        assertThat(List.of(0, 2, 4))
                .allSatisfy(at -> assertThat(set.pixels().getShort(at) & 0xffff).isEqualTo(32896));
    }

    @Test
    void greyAndColourStandSideBySide() throws IOException {
        Files.createDirectories(folder.resolve("some"));
        ImageIO.write(coloured(0), "png", folder.resolve("some/a.png").toFile());
        ImageIO.write(deep(1), "png", folder.resolve("some/b.png").toFile());
        var loaded = Unlabelled.load(
                List.of(folder.resolve("some/a.png"), folder.resolve("some/b.png")), new ImageShape(2, 2, 1), Depth.U8);
        assertThat(loaded.skipped()).isEmpty();
        assertThat(loaded.set().size()).isEqualTo(2);
    }
}
