package dev.sweetspot.data.format;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import java.nio.file.Path;
import java.util.Optional;

/** One format of data; found by its name in {@code META-INF/services}. Add a format by adding a class. */
public interface DataFormat {
    /** In a few words, for messages: "a folder per class". */
    String name();

    /** Formats that are tried first have a lower number: the ones that are sure of themselves. */
    int order();

    /** Whether this looks like it; cheap, nothing is decoded. */
    boolean recognises(Path path);

    /**
     * Loads it.
     *
     * @param test the test part, if it lies elsewhere
     * @throws dev.sweetspot.form.InvalidInputException when it cannot be used, with what to do
     */
    Loaded<? extends DataSet> load(Path path, Optional<Path> test, LoadOptions options);
}
