package dev.sweetspot.cli;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Summary;
import dev.sweetspot.deep.learning.DataSource;
import dev.sweetspot.deep.learning.SplitData;

/** Loads data where a person watches. */
final class Loading {
    private static final int SKIPPED_SHOWN = 10;

    private Loading() {}

    static SplitData load(DataSource source, int cores, OutputOptions output) {
        var data = source.load(cores, new LoadProgress(output));
        data.origin().notes().forEach(output::progress);
        var skipped = data.origin().skipped();
        if (!skipped.isEmpty()) {
            output.progress(skipped.size() + " " + data.set().noun() + " were skipped:");
            skipped.stream().limit(SKIPPED_SHOWN).forEach(file -> output.progress("  " + file));
            if (skipped.size() > SKIPPED_SHOWN) {
                output.progress("  and " + (skipped.size() - SKIPPED_SHOWN) + " more");
            }
        }
        if (data.set() instanceof ImageSet) {
            output.progress("Data: " + data.set() + "; " + parts(data));
        } else {
            output.progress("Data: " + summary(data));
            output.progress("Parts: " + parts(data));
        }
        return data;
    }

    private static String parts(SplitData data) {
        var partition = data.partition();
        return partition.folded()
                ? data.parts().trainingAndValidation().length + " to learn from, compared by cross-validation in "
                        + partition.folds().size() + " folds, " + data.parts().test().length + " test"
                : data.parts().toString();
    }

    private static String summary(SplitData data) {
        var origin = data.origin();
        return Summary.of(new Loaded<>(data.set(), origin.given(), origin.skipped(), origin.notes()));
    }
}
