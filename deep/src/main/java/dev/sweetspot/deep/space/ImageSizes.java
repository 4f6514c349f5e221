package dev.sweetspot.deep.space;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.image.Recolouring;
import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images in the sizes in which they are asked for: each is made once, from the images as they were loaded. */
public final class ImageSizes {
    private final ImageSet loaded;
    private final Map<InputSize.Asked, ImageSet> bySize = new ConcurrentHashMap<>();
    private final Map<List<Integer>, ImageSet> recoloured = new ConcurrentHashMap<>();

    /**
     * @param loaded as they were read, in the largest size that may be asked for
     */
    public ImageSizes(ImageSet loaded) {
        this.loaded = loaded;
    }

    /** In the size and the channels of a configuration; as loaded where it says none. */
    public ImageSet of(Configuration configuration) {
        var sized = sized(configuration);
        var channels = ChannelParameters.of(configuration, loaded);
        return channels.isEmpty()
                ? sized
                : recoloured.computeIfAbsent(
                        List.of(sized.height(), sized.width(), channels.getAsInt()),
                        wanted -> Recolouring.of(sized, channels.getAsInt()));
    }

    private ImageSet sized(Configuration configuration) {
        return LoadingParameters.inputSize(configuration)
                .map(size -> bySize.computeIfAbsent(
                        size, wanted -> Resampler.resize(loaded, wanted.height(), wanted.width())))
                .orElse(loaded);
    }
}
