package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG, JPEG, BMP, GIF (first frame) and TIFF. The kind is read from the first bytes, never from the name. Alpha
 * is laid on white; colour tables become colours; CMYK becomes RGB; the pages of a TIFF become its channels.
 */
public final class ImageDecoder {
    /** Larger images are refused by their header: a header may claim anything, and costs memory only when believed. */
    private static final long MOST_PIXELS = 100_000_000;

    private ImageDecoder() {}

    /** Height and width, without decoding. */
    public static ImageHeader header(byte[] bytes) throws BadImageException {
        return withReader(bytes, (reader, kind) -> checkedHeader(reader));
    }

    /** The whole image. */
    public static RawImage decode(byte[] bytes) throws BadImageException {
        return withReader(bytes, (reader, kind) -> {
            checkedHeader(reader);
            int pages = kind.equals("tif") ? TiffPages.count(bytes) : 1;
            var first = page(reader, 0, kind);
            if (pages == 1) {
                return first;
            }
            var all = new RawImage[pages];
            all[0] = first;
            for (int i = 1; i < pages; i++) {
                all[i] = page(reader, i, kind);
            }
            return stack(all);
        });
    }

    private interface Work<T> {
        T with(ImageReader reader, String kind) throws IOException, BadImageException;
    }

    private static <T> T withReader(byte[] bytes, Work<T> work) throws BadImageException {
        if (bytes.length == 0) {
            throw new BadImageException("is empty");
        }
        var kind = kind(bytes);
        if (kind.equals("tif")) {
            TiffPages.count(bytes);
        }
        var readers = ImageIO.getImageReadersByFormatName(kind);
        if (!readers.hasNext()) {
            throw new BadImageException("is a " + kind + ", which this Java cannot read");
        }
        var reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            return work.with(reader, kind);
        } catch (IOException | RuntimeException e) {
            // Damaged files raise nearly any exception inside the readers.
            throw new BadImageException("is damaged or ends too early");
        } catch (OutOfMemoryError e) {
            throw new BadImageException("needs more memory than there is");
        } finally {
            reader.dispose();
        }
    }

    private static String kind(byte[] bytes) throws BadImageException {
        if (starts(bytes, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (starts(bytes, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        if (starts(bytes, 'I', 'I', 42, 0) || starts(bytes, 'M', 'M', 0, 42)) {
            return "tif";
        }
        if (starts(bytes, 'I', 'I', 43, 0) || starts(bytes, 'M', 'M', 0, 43)) {
            throw new BadImageException("is a BigTIFF, which is not read");
        }
        if (starts(bytes, 'B', 'M')) {
            return "bmp";
        }
        throw new BadImageException("is no PNG, JPEG, BMP, GIF or TIFF");
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static ImageHeader checkedHeader(ImageReader reader) throws IOException, BadImageException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new BadImageException(
                    String.format(Locale.ROOT, "claims %,d x %,d pixels, more than 100 million", width, height));
        }
        return new ImageHeader(height, width);
    }

    private static RawImage page(ImageReader reader, int index, String kind) throws IOException {
        if (kind.equals("jpeg")) {
            return jpeg(reader);
        }
        var image = reader.read(index);
        var model = image.getColorModel();
        if (model instanceof IndexColorModel
                || image.getRaster().getSampleModel().getSampleSize(0) < 8) {
            return fromColours(image);
        }
        var raw = samples(image.getRaster());
        boolean alpha = model.hasAlpha();
        return alpha ? onWhite(raw) : raw;
    }

    private static RawImage jpeg(ImageReader reader) throws IOException {
        try {
            return samples(reader.read(0).getRaster());
        } catch (IOException unsupportedColours) {
            // The JDK refuses four channels as an image but gives them raw; Adobe writes them inverted.
            var raster = reader.readRaster(0, null);
            if (raster.getNumBands() != 4) {
                throw unsupportedColours;
            }
            return Cmyk.toRgb(samples(raster));
        }
    }

    private static RawImage samples(Raster raster) {
        boolean wide = raster.getSampleModel().getDataType() != DataBuffer.TYPE_BYTE;
        int bands = raster.getNumBands();
        var pixels = raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
        return new RawImage(
                raster.getHeight(), raster.getWidth(), bands, wide && !packed(raster) ? Depth.U16 : Depth.U8, pixels);
    }

    /** Three bytes in an int are no wide samples. */
    private static boolean packed(Raster raster) {
        return raster.getSampleModel().getSampleSize(0) <= 8;
    }

    private static RawImage fromColours(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var colours = image.getRGB(0, 0, width, height, null, 0, width);
        var samples = new int[colours.length * 4];
        for (int i = 0; i < colours.length; i++) {
            samples[4 * i] = colours[i] >> 16 & 0xff;
            samples[4 * i + 1] = colours[i] >> 8 & 0xff;
            samples[4 * i + 2] = colours[i] & 0xff;
            samples[4 * i + 3] = colours[i] >>> 24;
        }
        return onWhite(new RawImage(height, width, 4, Depth.U8, samples));
    }

    /** Takes the last channel as alpha and lays the others on white. */
    private static RawImage onWhite(RawImage raw) {
        int colours = raw.channels() - 1;
        int highest = raw.depth().highest();
        var samples = new int[raw.height() * raw.width() * colours];
        for (int i = 0; i < samples.length; i++) {
            int at = i / colours * raw.channels();
            long alpha = raw.samples()[at + colours];
            samples[i] = (int)
                    ((raw.samples()[at + i % colours] * alpha + (highest - alpha) * highest + highest / 2) / highest);
        }
        return new RawImage(raw.height(), raw.width(), colours, raw.depth(), samples);
    }

    /** The pages of a TIFF become its channels. */
    private static RawImage stack(RawImage[] pages) throws BadImageException {
        int channels = 0;
        for (var page : pages) {
            if (page.height() != pages[0].height()
                    || page.width() != pages[0].width()
                    || page.depth() != pages[0].depth()) {
                throw new BadImageException("has pages of different sizes");
            }
            channels += page.channels();
        }
        int size = pages[0].height() * pages[0].width();
        var samples = new int[size * channels];
        int first = 0;
        for (var page : pages) {
            for (int i = 0; i < size; i++) {
                System.arraycopy(page.samples(), i * page.channels(), samples, i * channels + first, page.channels());
            }
            first += page.channels();
        }
        return new RawImage(pages[0].height(), pages[0].width(), channels, pages[0].depth(), samples);
    }
}
