package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Task;
import java.nio.file.Path;
import java.util.Optional;

/** A format of labelled images; a test part may lie elsewhere in any other of them. */
public interface ImageFormat extends DataFormat {
    /** Loads what lies there, whether there is enough of it or not. */
    Loaded<ImageSet> images(Path path, LoadOptions options);

    /** The test part's classes must be among those of the data, where they matter; its images get the shape of the data's. */
    @Override
    default Loaded<ImageSet> load(Path path, Optional<Path> test, LoadOptions options) {
        var loaded = asked(path, options);
        if (options.blind().isEmpty()) {
            Usable.check(path.toString(), loaded);
        }
        if (test.isEmpty()) {
            return loaded;
        }
        var set = loaded.set();
        var likewise = Math.min(set.height(), set.width()) >= InputSize.SMALLEST
                        && Math.max(set.height(), set.width()) <= InputSize.LARGEST
                ? options.withInputSize(new InputSize.Asked(set.height(), set.width()))
                : options;
        return Joined.of(loaded, path, of(test.get()).asked(test.get(), likewise), test.get());
    }

    /** What lies there, where nothing is to be predicted as such a task. */
    private Loaded<ImageSet> asked(Path path, LoadOptions options) {
        var loaded = images(path, options);
        return options.blind()
                .map(kind -> new Loaded<>(
                        loaded.set().with(Task.blind(kind, loaded.set().task())),
                        loaded.given(),
                        loaded.skipped(),
                        loaded.notes()))
                .orElse(loaded);
    }

    private static ImageFormat of(Path path) {
        if (DataSets.format(path) instanceof ImageFormat format) {
            return format;
        }
        throw DataSets.noImages(path);
    }
}
