package dev.sweetspot.data.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes PNG, JPEG, BMP, GIF (first frame) and TIFF. The kind is read from the first bytes, never from the name. Alpha
 * is laid on white; colour tables become colours; CMYK becomes RGB; the pages of a TIFF become its channels. What a
 * camera says about turning the image is not followed.
 */
public final class ImageDecoder {
    /** Larger images are refused by their header: a header may claim anything, and costs memory only when believed. */
    private static final long MOST_PIXELS = 100_000_000;
    /** Images that take more samples than this in memory are decoded one at a time, however many threads there are. */
    private static final long LARGE = 16_000_000;
    /** Rows and columns are left out while decoding only as long as this many remain for each one wanted. */
    private static final int KEPT_PER_PIXEL = 4;

    private static final Object ONE_LARGE_AT_A_TIME = new Object();

    private ImageDecoder() {}

    /** Height and width, without decoding. */
    public static ImageHeader header(byte[] bytes) throws BadImageException {
        var kind = ImageKind.of(bytes);
        if (kind.isTiff()) {
            TiffPages.channels(bytes);
        }
        return Readers.with(kind, bytes, ImageDecoder::checkedHeader);
    }

    /** The whole image. */
    public static RawImage decode(byte[] bytes) throws BadImageException {
        return decode(bytes, kind -> 1);
    }

    /**
     * The image brought to a height and width. Of images that are far larger, rows and columns are left out already
     * while decoding, which saves memory; at least four of each remain for each one wanted.
     */
    public static RawImage decode(byte[] bytes, int height, int width) throws BadImageException {
        var raw = decode(
                bytes,
                header -> Math.max(1, Math.min(header.height() / height, header.width() / width) / KEPT_PER_PIXEL));
        return Resampler.resize(raw, height, width);
    }

    private interface Stride {
        int of(ImageHeader header);
    }

    private static RawImage decode(byte[] bytes, Stride stride) throws BadImageException {
        var kind = ImageKind.of(bytes);
        var jpeg = kind == ImageKind.JPEG ? JpegMarkers.of(bytes) : null;
        if (jpeg != null && !jpeg.complete()) {
            throw new BadImageException("is damaged or ends too early");
        }
        var pages = kind.isTiff() ? TiffPages.channels(bytes) : List.of(0);
        return Readers.with(kind, bytes, reader -> {
            var header = checkedHeader(reader);
            int step = stride.of(header);
            long samples = (long) header.height() * header.width() / step / step * 3 * pages.size();
            if (samples <= LARGE) {
                return pages(reader, pages, step, jpeg);
            }
            synchronized (ONE_LARGE_AT_A_TIME) {
                return pages(reader, pages, step, jpeg);
            }
        });
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

    private static RawImage pages(ImageReader reader, List<Integer> pages, int step, @Nullable JpegMarkers jpeg)
            throws IOException, BadImageException {
        var param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, step / 2, step / 2);
        }
        if (jpeg != null && jpeg.inks()) {
            return jpeg.toRgb(Rasters.of(reader.readRaster(0, param)));
        }
        var decoded = new ArrayList<RawImage>();
        for (int page : pages) {
            decoded.add(Rasters.of(reader.read(page, param)));
        }
        return decoded.size() == 1 ? decoded.get(0) : stacked(decoded);
    }

    /** Pages become channels, in their order. */
    private static RawImage stacked(List<RawImage> pages) {
        var first = pages.get(0);
        int channels = pages.stream().mapToInt(RawImage::channels).sum();
        var source = new RawImage[channels];
        var band = new int[channels];
        int next = 0;
        for (var page : pages) {
            for (int c = 0; c < page.channels(); c++) {
                source[next] = page;
                band[next++] = c;
            }
        }
        return new RawImage(
                first.height(), first.width(), channels, Samples.of(first.depth(), first.pixels() * channels, i -> {
                    var page = source[i % channels];
                    return page.samples().at(i / channels * page.channels() + band[i % channels]);
                }));
    }
}
