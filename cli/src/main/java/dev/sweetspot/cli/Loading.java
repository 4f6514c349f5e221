package dev.sweetspot.cli;

import dev.sweetspot.deep.family.ImageSource;
import dev.sweetspot.deep.family.SplitImages;

/** Loads data where a person watches. */
final class Loading {
    private static final int SKIPPED_SHOWN = 10;

    private Loading() {}

    static SplitImages load(ImageSource source, int cores, OutputOptions output) {
        var images = source.load(cores, new LoadProgress(output));
        images.loaded().notes().forEach(output::progress);
        var skipped = images.loaded().skipped();
        if (!skipped.isEmpty()) {
            output.progress(skipped.size() + " images were skipped:");
            skipped.stream().limit(SKIPPED_SHOWN).forEach(file -> output.progress("  " + file));
            if (skipped.size() > SKIPPED_SHOWN) {
                output.progress("  and " + (skipped.size() - SKIPPED_SHOWN) + " more");
            }
        }
        output.progress("Data: " + images.set() + "; " + images.parts());
        return images;
    }
}
