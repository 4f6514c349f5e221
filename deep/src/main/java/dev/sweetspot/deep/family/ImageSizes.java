package dev.sweetspot.deep.family;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.space.Configuration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images in the sizes in which they are asked for: each is made once, from the images as they were loaded. */
final class ImageSizes {
    private final ImageSet loaded;
    private final Map<Integer, ImageSet> bySide = new ConcurrentHashMap<>();

    ImageSizes(ImageSet loaded) {
        this.loaded = loaded;
    }

    /** In the size of a configuration; as loaded where it says none. */
    ImageSet of(Configuration configuration) {
        return configuration
                .find(LoadingParameters.INPUT_SIZE)
                .map(side -> bySide.computeIfAbsent(side, wanted -> Resampler.resize(loaded, wanted)))
                .orElse(loaded);
    }
}
