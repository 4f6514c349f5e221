package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One stored image at a time as the numbers that a network sees, with a margin of the mean colour around it. Samples of 8 bits
 * go through a table, so that a sample costs one look-up. Not safe for several threads: each has its own.
 */
final class Pixels {
    private final ImageSet set;
    private final Rescaling rescaling;
    private final ByteBuffer source;
    private final byte[] image;
    private final int channels;
    private final float[] factor;
    private final float[] shift;
    private final float[] table;
    private final float[] neutral;
    private final float[] width;
    private final float[] framed;

    Pixels(ImageSet set, ChannelStatistics statistics, Rescaling rescaling) {
        this.set = set;
        this.rescaling = rescaling;
        this.source = set.pixels();
        this.image = new byte[set.bytesPerImage()];
        this.channels = set.channels();
        this.factor = new float[channels];
        this.shift = new float[channels];
        this.neutral = new float[channels];
        this.width = new float[channels];
        this.framed = new float[(set.height() + 3) * stride()];
        for (int c = 0; c < channels; c++) {
            // A channel that is the same everywhere says nothing, and must not be divided by 0.
            double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
            double scale = rescaling.factor(deviation, Long.MAX_VALUE, set.depth());
            factor[c] = (float) scale;
            shift[c] = (float) rescaling.shift(statistics.mean(c), scale);
            neutral[c] = rescaling.ofEachImage() ? 0 : (float) (statistics.mean(c) * scale) + shift[c];
            width[c] = rescaling.ofEachImage() ? 1 : (float) (statistics.sd(c) * scale);
        }
        this.table = new float[set.depth() == Depth.U8 && !rescaling.ofEachImage() ? 256 * channels : 0];
        for (int i = 0; i < table.length; i++) {
            int value = i / channels;
            table[i] = value * factor[i % channels] + shift[i % channels];
        }
        for (int i = 0; i < framed.length; i++) {
            framed[i] = neutral[i % channels];
        }
    }

    /** The value of each channel that says nothing: its mean. */
    float[] neutral() {
        return neutral;
    }

    /** The standard deviation of each channel. */
    float[] width() {
        return width;
    }

    /** Floats in a row of {@link #framed}. */
    int stride() {
        return (set.width() + 3) * channels;
    }

    /**
     * The image that was read last, row by row with a row and a column of the mean colour before it and two of each after it:
     * belongs to this, and changes with the next one.
     */
    float[] framed() {
        return framed;
    }

    /** Reads an image into {@link #framed}. */
    void read(int index) {
        source.get(index * image.length, image);
        int row = set.width() * channels;
        boolean wide = set.depth() != Depth.U8;
        if (rescaling.ofEachImage()) {
            scaleByItself(wide, index);
        }
        for (int y = 0; y < set.height(); y++) {
            int to = (y + 1) * stride() + channels;
            int from = y * row;
            if (table.length > 0) {
                lookUp(from, to, row);
            } else if (wide) {
                calculateWide(index * (image.length / 2) + from, to, row);
            } else {
                calculate(from, to, row);
            }
        }
    }

    private void lookUp(int from, int to, int count) {
        int c = 0;
        for (int i = 0; i < count; i++) {
            framed[to + i] = table[(image[from + i] & 0xff) * channels + c];
            c = c + 1 == channels ? 0 : c + 1;
        }
    }

    private void calculate(int from, int to, int count) {
        int c = 0;
        for (int i = 0; i < count; i++) {
            framed[to + i] = (image[from + i] & 0xff) * factor[c] + shift[c];
            c = c + 1 == channels ? 0 : c + 1;
        }
    }

    private void calculateWide(int from, int to, int count) {
        int c = 0;
        for (int i = 0; i < count; i++) {
            framed[to + i] = (source.getShort(2 * (from + i)) & 0xffff) * factor[c] + shift[c];
            c = c + 1 == channels ? 0 : c + 1;
        }
    }

    private void scaleByItself(boolean wide, int index) {
        int samples = wide ? image.length / 2 : image.length;
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < samples; i++) {
            long value = wide ? source.getShort(index * image.length + 2 * i) & 0xffff : image[i] & 0xff;
            sum += value;
            squares += value * value;
        }
        double mean = (double) sum / samples;
        double deviation = Math.sqrt(Math.max(0, (double) squares / samples - mean * mean));
        double scale = rescaling.factor(deviation, samples, set.depth());
        Arrays.fill(factor, (float) scale);
        Arrays.fill(shift, (float) rescaling.shift(mean, scale));
    }
}
