package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** From what the JDK decoded to plain samples. */
final class Rasters {
    private Rasters() {}

    /** Colour tables become colours (or grey, when they hold nothing else), alpha is laid on white. */
    static RawImage of(BufferedImage image) throws BadImageException {
        var model = image.getColorModel();
        if (model instanceof IndexColorModel table) {
            return fromTable(image, table);
        }
        var raw = of(image.getRaster());
        return model.hasAlpha() ? raw.onWhite() : raw;
    }

    /** The samples as they are; less than 8 bits are stretched to 8. */
    static RawImage of(Raster raster) throws BadImageException {
        int height = raster.getHeight();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        var model = raster.getSampleModel();
        if (raster.getDataBuffer() instanceof DataBufferByte bytes
                && model instanceof PixelInterleavedSampleModel interleaved
                && raster.getParent() == null) {
            return new RawImage(height, width, bands, new Samples.Bytes(copy(bytes, interleaved, height, width)));
        }
        int bits = model.getSampleSize(0);
        if (bits > 16 || model.getDataType() == DataBuffer.TYPE_FLOAT || model.getDataType() == DataBuffer.TYPE_SHORT) {
            throw new BadImageException("has samples that are not unsigned numbers of 8 or 16 bits");
        }
        var pixels = raster.getPixels(raster.getMinX(), raster.getMinY(), width, height, (int[]) null);
        int highest = (1 << bits) - 1;
        var samples = bits > 8
                ? Samples.of(Depth.U16, pixels.length, i -> pixels[i])
                : Samples.of(Depth.U8, pixels.length, i -> pixels[i] * 255 / highest);
        return new RawImage(height, width, bands, samples);
    }

    private static byte[] copy(DataBufferByte buffer, PixelInterleavedSampleModel model, int height, int width) {
        var from = buffer.getData();
        int bands = model.getNumBands();
        int step = model.getPixelStride();
        var offsets = model.getBandOffsets();
        var to = new byte[height * width * bands];
        int out = 0;
        for (int y = 0; y < height; y++) {
            int at = buffer.getOffset() + y * model.getScanlineStride();
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < bands; c++) {
                    to[out++] = from[at + offsets[c]];
                }
                at += step;
            }
        }
        return to;
    }

    private static RawImage fromTable(BufferedImage image, IndexColorModel table) {
        int width = image.getWidth();
        int height = image.getHeight();
        var colours = image.getRGB(0, 0, width, height, null, 0, width);
        if (isGrey(table)) {
            return new RawImage(
                    height,
                    width,
                    1,
                    Samples.of(Depth.U8, colours.length, i -> onWhite(colours[i] >>> 24, colours[i])));
        }
        var samples = Samples.of(
                Depth.U8,
                colours.length * 3,
                i -> onWhite(colours[i / 3] >>> 24, colours[i / 3] >> (16 - 8 * (i % 3))));
        return new RawImage(height, width, 3, samples);
    }

    private static int onWhite(int alpha, int value) {
        return ((value & 0xff) * alpha + (255 - alpha) * 255 + 127) / 255;
    }

    private static boolean isGrey(IndexColorModel table) {
        for (int i = 0; i < table.getMapSize(); i++) {
            if (table.getRed(i) != table.getGreen(i) || table.getGreen(i) != table.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
