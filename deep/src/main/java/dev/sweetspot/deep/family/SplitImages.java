package dev.sweetspot.deep.family;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Parts;

/**
 * Images in memory, in their parts.
 *
 * @param source where they came from
 */
public record SplitImages(ImageSource source, Loaded<ImageSet> loaded, Parts parts) {
    /** The images. */
    public ImageSet set() {
        return loaded.set();
    }

    /** What defaults depend on. */
    public ModelFamily.DataSize size() {
        return ImageClassification.sizeOf(set(), parts);
    }
}
