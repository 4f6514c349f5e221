package dev.sweetspot.data;

import java.util.List;

/**
 * What loading brought.
 *
 * @param set the images
 * @param given the parts that the data itself names; nothing for images without labels
 * @param skipped files that were left out, with the reason; never more than half
 * @param notes what a person should know, as whole sentences: the size chosen and why, files left aside, empty classes
 */
public record LoadedImages(ImageSet set, GivenParts given, List<Skipped> skipped, List<String> notes) {
    public LoadedImages {
        if (set.size() != given.size()) {
            throw new IllegalArgumentException(given.size() + " given parts for " + set.size() + " images");
        }
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }
}
