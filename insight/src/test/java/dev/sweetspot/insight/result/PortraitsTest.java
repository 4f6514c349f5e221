package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PortraitsTest {
    private static ImageSet set(ImageShape shape, byte[]... images) {
        var builder = new ImageSetBuilder(images.length, shape, Depth.U8);
        for (int i = 0; i < images.length; i++) {
            builder.put(i, images[i]);
        }
        return builder.buildUnlabelled(
                IntStream.range(0, images.length).mapToObj(i -> "image " + i).toList());
    }

    private static BufferedImage decoded(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    @Test
    void aSmallImageIsShownPixelByPixel() throws IOException {
        var set = set(new ImageShape(1, 2, 3), new byte[6], new byte[] {(byte) 200, 100, 50, 0, 0, (byte) 255});

        var picture = decoded(new Portraits(set, List.of("image 1")).png(0).orElseThrow());

        assertThat(picture.getWidth()).isEqualTo(2);
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xFFC86432);
        assertThat(picture.getRGB(1, 0)).isEqualTo(0xFF0000FF);
    }

    @Test
    void anImageIsFoundByItsNameAndNothingIsShownOfOthers() throws IOException {
        var set = set(new ImageShape(1, 1, 1), new byte[] {10}, new byte[] {(byte) 250});
        var portraits = new Portraits(set, List.of("image 1", "elsewhere", "image 0"));

        assertThat(decoded(portraits.png(0).orElseThrow()).getRaster().getSample(0, 0, 0))
                .isEqualTo(250);
        assertThat(portraits.png(1)).isEmpty();
        assertThat(decoded(portraits.png(2).orElseThrow()).getRaster().getSample(0, 0, 0))
                .isEqualTo(10);
    }

    @Test
    void aLargeImageBecomesSmallAndKeepsItsShapeAndBrightness() throws IOException {
        var pixels = new byte[300 * 600];
        for (int i = 0; i < pixels.length; i++) {
            // A fine chequered half beside a white one.
            pixels[i] = (byte) (i % 600 >= 300 ? 255 : (i + i / 600) % 2 == 0 ? 0 : 200);
        }

        var picture = decoded(new Portraits(set(new ImageShape(300, 600, 1), pixels), List.of("image 0"))
                .png(0)
                .orElseThrow());

        assertThat(picture.getWidth()).isEqualTo(96);
        assertThat(picture.getHeight()).isEqualTo(48);
        assertThat(picture.getRaster().getSample(10, 20, 0)).isBetween(90, 110);
        assertThat(picture.getRaster().getSample(90, 20, 0)).isEqualTo(255);
    }

    @Test
    void sixteenBitsGoFromTheDarkestToTheBrightest() throws IOException {
        var builder = new ImageSetBuilder(1, new ImageShape(1, 3, 1), Depth.U16);
        builder.put(0, new short[] {1000, 1500, 2000});

        var picture = decoded(new Portraits(builder.buildUnlabelled(List.of("a")), List.of("a"))
                .png(0)
                .orElseThrow());

        assertThat(picture.getRaster().getSamples(0, 0, 3, 1, 0, (int[]) null)).containsExactly(0, 128, 255);
    }

    @Test
    void noiseOfAnySizeStaysSmallEnoughForAPage() {
        var noise = new byte[512 * 512 * 3];
        new SplittableRandom(1).nextBytes(noise);

        var png = new Portraits(set(new ImageShape(512, 512, 3), noise), List.of("image 0"))
                .png(0)
                .orElseThrow();

        // Nothing compresses worse; 24 of them stay below a megabyte.
        assertThat(png.length()).isLessThan(40_000);
    }
}
