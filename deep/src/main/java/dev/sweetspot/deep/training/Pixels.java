package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.tensor.ElementType;
import java.nio.ByteBuffer;

/**
 * Turns stored images into network inputs: normalised by channel, moved and mirrored on the way. Samples of 8 bits go
 * through a table, so that a sample costs one look-up. Not safe for several threads: each has its own.
 */
final class Pixels {
    private final ImageSet set;
    private final ByteBuffer source;
    private final byte[] image;
    private final int[] numbers;
    private final int channels;
    private final float[] factor;
    private final float[] shift;
    private final float[] table;
    private final float[] output;
    private final short[] halfOutput;

    Pixels(ImageSet set, ChannelStatistics statistics) {
        this.set = set;
        this.source = set.pixels();
        this.image = new byte[set.bytesPerImage()];
        this.channels = set.channels();
        int samples = (int) set.shape().samples();
        this.numbers = new int[samples];
        this.output = new float[samples];
        this.halfOutput = new short[samples];
        this.factor = new float[channels];
        this.shift = new float[channels];
        for (int c = 0; c < channels; c++) {
            // A channel that is the same everywhere says nothing, and must not be divided by 0.
            double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
            factor[c] = (float) (1 / deviation);
            shift[c] = (float) (-statistics.mean(c) / deviation);
        }
        this.table = new float[set.depth() == Depth.U8 ? 256 * channels : 0];
        for (int i = 0; i < table.length; i++) {
            int value = i / channels;
            table[i] = value * factor[i % channels] + shift[i % channels];
        }
    }

    /** Writes an image into a batch as input of the given type. */
    void write(int index, boolean flip, int down, int right, ByteBuffer batch, int place, ElementType type) {
        read(index);
        fill(flip, down, right);
        int samples = output.length;
        if (type == ElementType.FLOAT32) {
            batch.asFloatBuffer().put(place * samples, output);
        } else {
            for (int i = 0; i < samples; i++) {
                int bits = Float.floatToRawIntBits(output[i]);
                halfOutput[i] = (short) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
            }
            batch.asShortBuffer().put(place * samples, halfOutput);
        }
    }

    private void read(int index) {
        source.get(index * image.length, image);
        if (set.depth() == Depth.U8) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = image[i] & 0xff;
            }
        } else {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = source.getShort(index * image.length + 2 * i) & 0xffff;
            }
        }
    }

    private void fill(boolean flip, int down, int right) {
        int height = set.height();
        int width = set.width();
        int at = 0;
        for (int y = 0; y < height; y++) {
            int fromY = y + down;
            for (int x = 0; x < width; x++) {
                int fromX = (flip ? width - 1 - x : x) + right;
                boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
                int from = (fromY * width + fromX) * channels;
                for (int c = 0; c < channels; c++) {
                    output[at++] = inside ? normalised(numbers[from + c], c) : 0;
                }
            }
        }
    }

    private float normalised(int value, int channel) {
        return table.length > 0 ? table[value * channels + channel] : value * factor[channel] + shift[channel];
    }
}
