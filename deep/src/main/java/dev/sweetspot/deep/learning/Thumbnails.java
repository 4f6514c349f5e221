package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import java.nio.ByteBuffer;

/**
 * Images as a few numbers each, by which they can be compared quickly: the means of at most 8 x 8 cells, of each channel, in
 * units of that channel's spread among the images looked at. Of large images a part of the pixels is looked at: at most 7 x 7
 * of each cell.
 */
final class Thumbnails {
    private static final int SIDE = 8;
    private static final int LOOKED_AT = 4;

    private final ImageSet set;
    private final ByteBuffer pixels;
    private final int rows;
    private final int columns;

    Thumbnails(ImageSet set) {
        this.set = set;
        this.pixels = set.pixels();
        this.rows = Math.min(SIDE, set.height());
        this.columns = Math.min(SIDE, set.width());
    }

    /** How many numbers each image becomes. */
    int length() {
        return rows * columns * set.channels();
    }

    /**
     * The numbers of an image, in the unit of its samples.
     *
     * @param mirrored whether left and right are exchanged
     */
    float[] of(int image, boolean mirrored) {
        var numbers = new float[length()];
        int start = image * set.bytesPerImage();
        for (int row = 0; row < rows; row++) {
            int top = row * set.height() / rows;
            int bottom = (row + 1) * set.height() / rows;
            for (int column = 0; column < columns; column++) {
                int left = column * set.width() / columns;
                int right = (column + 1) * set.width() / columns;
                add(
                        start,
                        new Cell(top, bottom, left, right),
                        mirrored,
                        numbers,
                        (row * columns + column) * set.channels());
            }
        }
        return numbers;
    }

    private record Cell(int top, int bottom, int left, int right) {
        int down() {
            return Math.max(1, (bottom - top) / LOOKED_AT);
        }

        int across() {
            return Math.max(1, (right - left) / LOOKED_AT);
        }
    }

    private void add(int start, Cell cell, boolean mirrored, float[] numbers, int at) {
        int channels = set.channels();
        int count = 0;
        for (int y = cell.top(); y < cell.bottom(); y += cell.down()) {
            for (int x = cell.left(); x < cell.right(); x += cell.across()) {
                int column = mirrored ? set.width() - 1 - x : x;
                int place = (y * set.width() + column) * channels;
                for (int c = 0; c < channels; c++) {
                    numbers[at + c] += sample(start, place + c);
                }
                count++;
            }
        }
        for (int c = 0; c < channels; c++) {
            numbers[at + c] /= count;
        }
    }

    private int sample(int start, int place) {
        return set.depth() == Depth.U8
                ? pixels.get(start + place) & 0xFF
                : pixels.getShort(start + place * Short.BYTES) & 0xFFFF;
    }

    /** By what numbers are multiplied, so that each channel counts alike: one over its spread; 0 where there is none. */
    float[] factors(float[][] images) {
        int channels = set.channels();
        var factors = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            long count = 0;
            for (var image : images) {
                for (int i = c; i < image.length; i += channels) {
                    sum += image[i];
                    squares += (double) image[i] * image[i];
                    count++;
                }
            }
            double mean = sum / count;
            double spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
            factors[c] = spread > 0 ? (float) (1 / spread) : 0;
        }
        return factors;
    }

    /** Multiplies the numbers of an image in place. */
    static float[] scaled(float[] image, float[] factors) {
        for (int i = 0; i < image.length; i++) {
            image[i] *= factors[i % factors.length];
        }
        return image;
    }
}
