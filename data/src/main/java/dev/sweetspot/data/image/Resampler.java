package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import java.util.stream.IntStream;

/**
 * Changes the size of an image: each new sample is the weighted mean under a triangle as wide as the old samples that it
 * covers (bilinear with antialiasing, as Pillow's BILINEAR), first along rows, then along columns. The image is
 * stretched to the new shape, so that every pixel of it counts: cut-out objects differ more by where somebody cut than
 * by shape. Absolute size is lost; where it matters, give images of one size.
 */
public final class Resampler {
    private Resampler() {}

    /** The image in another height and width, its channels and depth unchanged. */
    public static RawImage resize(RawImage image, int height, int width) {
        if (image.height() == height && image.width() == width) {
            return image;
        }
        int channels = image.channels();
        int highest = image.depth().highest();
        var narrowed = alongRows(image, Weights.of(image.width(), width));
        var resized = alongColumns(narrowed, width * channels, Weights.of(image.height(), height));
        var samples =
                Samples.of(image.depth(), resized.length, i -> Math.max(0, Math.min(highest, Math.round(resized[i]))));
        return new RawImage(height, width, channels, samples);
    }

    /** All images of a set in another height and width, everything else unchanged. */
    public static ImageSet resize(ImageSet set, int height, int width) {
        if (set.height() == height && set.width() == width) {
            return set;
        }
        var builder = new ImageSetBuilder(set.size(), new ImageShape(height, width, set.channels()), set.depth());
        // Each image by itself: the result does not depend on who computes which.
        IntStream.range(0, set.size()).parallel().forEach(i -> {
            var samples = resize(stored(set, i), height, width).samples();
            if (samples instanceof Samples.Bytes bytes) {
                builder.put(i, bytes.values());
            } else if (samples instanceof Samples.Shorts shorts) {
                builder.put(i, shorts.values());
            }
        });
        return builder.build(set.task(), set.names());
    }

    static RawImage stored(ImageSet set, int index) {
        var pixels = set.pixels();
        int from = index * set.bytesPerImage();
        var samples = Samples.of(
                set.depth(),
                Math.toIntExact(set.shape().samples()),
                set.depth() == Depth.U8
                        ? i -> pixels.get(from + i) & 0xff
                        : i -> pixels.getShort(from + 2 * i) & 0xffff);
        return new RawImage(set.height(), set.width(), set.channels(), samples);
    }

    private static float[] alongRows(RawImage image, Weights[] weights) {
        int channels = image.channels();
        var to = new float[image.height() * weights.length * channels];
        var row = new float[image.width() * channels];
        int out = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = image.samples().at(y * row.length + i);
            }
            for (var weight : weights) {
                for (int c = 0; c < channels; c++) {
                    float sum = 0;
                    int at = weight.first * channels + c;
                    for (float w : weight.values) {
                        sum += w * row[at];
                        at += channels;
                    }
                    to[out++] = sum;
                }
            }
        }
        return to;
    }

    private static float[] alongColumns(float[] from, int rowLength, Weights[] weights) {
        var to = new float[weights.length * rowLength];
        for (int y = 0; y < weights.length; y++) {
            int source = weights[y].first * rowLength;
            for (float w : weights[y].values) {
                for (int i = 0; i < rowLength; i++) {
                    to[y * rowLength + i] += w * from[source + i];
                }
                source += rowLength;
            }
        }
        return to;
    }

    /** What one new sample takes of which old ones; the weights sum to 1. */
    private static final class Weights {
        private final int first;
        private final float[] values;

        private Weights(int first, float[] values) {
            this.first = first;
            this.values = values;
        }

        static Weights[] of(int length, int newLength) {
            var all = new Weights[newLength];
            double scale = (double) length / newLength;
            double reach = Math.max(1, scale);
            for (int i = 0; i < newLength; i++) {
                all[i] = around((i + 0.5) * scale, reach, length);
            }
            return all;
        }

        private static Weights around(double centre, double reach, int length) {
            int first = Math.max(0, (int) Math.floor(centre - reach));
            int last = Math.min(length - 1, (int) Math.ceil(centre + reach) - 1);
            var exact = new double[last - first + 1];
            double total = 0;
            for (int k = 0; k < exact.length; k++) {
                exact[k] = Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach);
                total += exact[k];
            }
            var values = new float[exact.length];
            for (int k = 0; k < exact.length; k++) {
                values[k] = (float) (exact[k] / total);
            }
            return new Weights(first, values);
        }
    }
}
