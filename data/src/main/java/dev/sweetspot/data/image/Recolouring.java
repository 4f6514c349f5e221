package dev.sweetspot.data.image;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import java.util.stream.IntStream;

/** Sets of grey images from coloured ones, and the other way round. */
public final class Recolouring {
    private Recolouring() {}

    /**
     * All images of a set with other channels, everything else unchanged: their brightness, as {@link RawImage#asGrey} has
     * it, or three equal channels.
     *
     * @param set of 1 or 3 channels
     * @param channels 1 or 3
     */
    public static ImageSet of(ImageSet set, int channels) {
        if (set.channels() == channels) {
            return set;
        }
        var builder = new ImageSetBuilder(set.size(), new ImageShape(set.height(), set.width(), channels), set.depth());
        IntStream.range(0, set.size()).parallel().forEach(i -> {
            var image = Resampler.stored(set, i);
            var samples = (channels == 1 ? image.asGrey() : image.asColour()).samples();
            if (samples instanceof Samples.Bytes bytes) {
                builder.put(i, bytes.values());
            } else if (samples instanceof Samples.Shorts shorts) {
                builder.put(i, shorts.values());
            }
        });
        return builder.build(set.task(), set.names());
    }
}
