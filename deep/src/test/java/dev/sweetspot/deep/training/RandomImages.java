package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Images of any numbers, of any shape and depth, in a few classes in turn. */
final class RandomImages {
    private RandomImages() {}

    static ImageSet of(int count, ImageShape shape, Depth depth) {
        return of(count, shape, depth, 3);
    }

    static ImageSet of(int count, ImageShape shape, Depth depth, int classes) {
        var random = new SplittableRandom(4);
        var builder = new ImageSetBuilder(count, shape, depth);
        int samples = (int) shape.samples();
        for (int i = 0; i < count; i++) {
            if (depth == Depth.U8) {
                var values = new byte[samples];
                random.nextBytes(values);
                builder.put(i, values);
            } else {
                var values = new short[samples];
                for (int k = 0; k < samples; k++) {
                    values[k] = (short) random.nextInt(65536);
                }
                builder.put(i, values);
            }
        }
        var names = IntStream.range(0, count)
                .mapToObj(i -> String.format("%06d", i))
                .toList();
        return builder.build(
                IntStream.range(0, count).map(i -> i % classes).toArray(),
                IntStream.range(0, classes).mapToObj(c -> "class " + c).toList(),
                names);
    }

    /** A stored value. */
    static int stored(ImageSet set, int image, int y, int x, int c) {
        int sample = (y * set.width() + x) * set.channels() + c;
        int at = image * set.bytesPerImage() + sample * set.depth().bytes();
        return set.depth() == Depth.U8
                ? set.pixels().get(at) & 0xff
                : set.pixels().getShort(at) & 0xffff;
    }

    static ChannelStatistics statistics(ImageSet set) {
        return ChannelStatistics.of(set, IntStream.range(0, set.size()).toArray());
    }

    /** A value in standard deviations from the mean of its channel; 0 outside. */
    static double standardised(ImageSet set, int image, int y, int x, int c) {
        var statistics = statistics(set);
        return y < 0 || y >= set.height() || x < 0 || x >= set.width()
                ? 0
                : (stored(set, image, y, x, c) - statistics.mean(c)) / statistics.sd(c);
    }
}
