package dev.sweetspot.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Depth;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ImageDecoderTest {
    private static BufferedImage noise(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var random = new SplittableRandom(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | random.nextInt(1 << 24));
            }
        }
        return image;
    }

    private static byte[] write(BufferedImage image, String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] tiff(BufferedImage... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tif").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    private static BufferedImage grey(int width, int height, int value) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, value);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tif"})
    void samplesOfLosslessKindsAreTheOnesWritten(String kind) throws Exception {
        var image = noise(11, 7, BufferedImage.TYPE_3BYTE_BGR);
        var raw = ImageDecoder.decode(write(image, kind));
        assertThat(new int[] {raw.height(), raw.width(), raw.channels()}).containsExactly(7, 11, 3);
        for (int i = 0; i < 77; i++) {
            int colour = image.getRGB(i % 11, i / 11);
            for (int c = 0; c < 3; c++) {
                assertThat(raw.samples().at(3 * i + c)).isEqualTo(colour >> (16 - 8 * c) & 0xff);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "tif", "gif"})
    void filesThatWereCutOffAreRefused(String kind) throws Exception {
        var whole = write(noise(40, 40, BufferedImage.TYPE_3BYTE_BGR), kind);
        assertThat(ImageDecoder.decode(whole).width()).isEqualTo(40);
        for (double share : new double[] {0.05, 0.3, 0.6, 0.9}) {
            var cut = Arrays.copyOf(whole, (int) (whole.length * share));
            assertThatThrownBy(() -> ImageDecoder.decode(cut))
                    .as("%s cut to %s of its length", kind, share)
                    .isInstanceOf(BadImageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "tif", "gif"})
    void damagedFilesRaiseNothingElseAndNeverHang(String kind) throws Exception {
        var whole = write(noise(24, 24, BufferedImage.TYPE_3BYTE_BGR), kind);
        var random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            var damaged = whole.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt(256);
            }
            try {
                assertThat(ImageDecoder.decode(damaged, 16, 16).width()).isEqualTo(16);
            } catch (BadImageException expected) {
                assertThat(expected).hasMessageMatching("(is|has|claims|needs) .*");
            }
        }
    }

    @Test
    void transparencyIsLaidOnWhiteAndTablesBecomeColours() throws Exception {
        var alpha = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        alpha.setRGB(0, 0, 0x00123456);
        alpha.setRGB(1, 0, 0x80ff0000);
        var raw = ImageDecoder.decode(write(alpha, "png"));
        assertThat(IntStream.range(0, 6).map(raw.samples()::at)).containsExactly(255, 255, 255, 255, 127, 127);
        var table = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        table.setRGB(0, 0, 0xffff0000);
        assertThat(ImageDecoder.decode(write(table, "gif")).channels()).isEqualTo(3);
        var bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(1, 0, 0xffffffff);
        var binary = ImageDecoder.decode(write(bits, "png"));
        assertThat(IntStream.range(0, binary.samples().length()).map(binary.samples()::at))
                .containsExactly(0, 255);
    }

    /** Four equal planes of one value each, as the JDK writes them: plain, without Adobe's segment. */
    private static byte[] inks(int... values) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, values);
        }
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(1);
        param.setDestinationType((ImageTypeSpecifier) null);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), param);
        }
        return out.toByteArray();
    }

    private static byte[] withAdobe(byte[] jpeg, int transform) {
        var segment = new byte[] {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static void coloursAre(byte[] jpeg, int red, int green, int blue) throws BadImageException {
        var raw = ImageDecoder.decode(jpeg);
        assertThat(raw.channels()).isEqualTo(3);
        assertThat(raw.samples().at(0)).isCloseTo(red, within(3));
        assertThat(raw.samples().at(1)).isCloseTo(green, within(3));
        assertThat(raw.samples().at(2)).isCloseTo(blue, within(3));
    }

    @Test
    void inksOfFourChannelsBecomeColours() throws Exception {
        // Ink 200, 40, 90, 30 of 255: red (255 - 200) * (255 - 30) / 255 = 48.5, green 189.7, blue 145.6. Pillow 12.3:
        // Image.new('CMYK', (16, 16), (200, 40, 90, 30)).convert('RGB').getpixel((3, 3)) = (49, 190, 146).
        coloursAre(inks(200, 40, 90, 30), 49, 190, 146);
        coloursAre(withAdobe(inks(55, 215, 165, 225), 0), 49, 190, 146);
        // The same ink as Y, Cb, Cr of (200, 40, 90), black inverted.
        int y = (int) Math.round(0.299 * 200 + 0.587 * 40 + 0.114 * 90);
        int cb = (int) Math.round(128 + (90 - y) / 1.772);
        int cr = (int) Math.round(128 + (200 - y) / 1.402);
        coloursAre(withAdobe(inks(y, cb, cr, 225), 2), 49, 190, 146);
    }

    @Test
    void pagesOfATiffAreChannelsAndSmallerCopiesAreNot() throws Exception {
        var raw = ImageDecoder.decode(tiff(grey(9, 9, 10), grey(9, 9, 20), grey(9, 9, 30)));
        assertThat(raw.channels()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(raw.samples()::at)).containsExactly(10, 20, 30);
        assertThat(ImageDecoder.decode(tiff(grey(9, 9, 10), grey(4, 4, 20))).channels())
                .isEqualTo(1);
    }

    @Test
    void aTiffOfTooManyPagesIsRefused() throws Exception {
        var many = new BufferedImage[17];
        Arrays.setAll(many, i -> grey(2, 2, i));
        var file = tiff(many);
        assertThatThrownBy(() -> ImageDecoder.decode(file)).hasMessageContaining("has 17 pages");
    }

    @Test
    void numbersThatAreNotUnsignedAreRefused() throws Exception {
        var file = tiff(grey(4, 4, 1));
        var buffer = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = buffer.getInt(4);
        for (int i = 0; i < buffer.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (buffer.getShort(entry) == 258) {
                buffer.putShort(entry + 8, (short) 32);
            }
        }
        assertThatThrownBy(() -> ImageDecoder.decode(file)).hasMessageContaining("not unsigned numbers");
    }

    @Test
    void sixteenBitsStaySixteen() throws Exception {
        var image = new BufferedImage(3, 3, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(2, 0, 0, 54321);
        for (var kind : new String[] {"png", "tif"}) {
            var raw = ImageDecoder.decode(write(image, kind));
            assertThat(raw.depth()).isEqualTo(Depth.U16);
            assertThat(raw.samples().at(2)).isEqualTo(54321);
        }
    }

    @Test
    void resizingAgreesWithPillow() {
        var bytes = new byte[63];
        for (int i = 0; i < 63; i++) {
            bytes[i] = (byte) (i * 37);
        }
        var image = new RawImage(7, 9, 1, new Samples.Bytes(bytes));
        // a = (numpy.arange(63) * 37 % 256).astype('uint8').reshape(7, 9)
        // Image.fromarray(a).resize((4, 3), Image.BILINEAR), Pillow 12.3; it rounds between the two directions.
        int[] smaller = {97, 133, 112, 94, 120, 112, 134, 126, 152, 134, 113, 149};
        var small = Resampler.resize(image, 3, 4);
        for (int i = 0; i < smaller.length; i++) {
            assertThat(small.samples().at(i)).isCloseTo(smaller[i], within(1));
        }
        // Image.fromarray(a).resize((12, 10), Image.BILINEAR), its first row
        int[] larger = {0, 23, 51, 79, 106, 134, 162, 190, 217, 85, 17, 40};
        var large = Resampler.resize(image, 10, 12);
        for (int i = 0; i < larger.length; i++) {
            assertThat(large.samples().at(i)).isCloseTo(larger[i], within(1));
        }
    }

    @Test
    void leavingRowsOutOfALargeImageChangesLittle() throws Exception {
        var image = new BufferedImage(900, 1200, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1200; y++) {
            for (int x = 0; x < 900; x++) {
                image.getRaster().setSample(x, y, 0, (int) (127 + 100 * Math.sin(x / 80.0) * Math.cos(y / 90.0)));
            }
        }
        var file = write(image, "png");
        var fast = ImageDecoder.decode(file, 16, 16);
        var exact = Resampler.resize(ImageDecoder.decode(file), 16, 16);
        for (int i = 0; i < 256; i++) {
            assertThat(fast.samples().at(i)).isCloseTo(exact.samples().at(i), within(4));
        }
    }
}
