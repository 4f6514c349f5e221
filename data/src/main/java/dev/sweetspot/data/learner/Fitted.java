package dev.sweetspot.data.learner;

import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.form.Form.MapForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A trained model in memory. */
public interface Fitted extends AutoCloseable {
    /** What it says of items of its data. */
    Predictions predict(int[] items);

    /** How it was trained: epochs, seconds, precision, threads, seed, versions. */
    MapForm record();

    /** How far it was trained, by which plan: with configuration, seed and threads all that its weights follow from. */
    Course course();

    /**
     * Writes pictures of what the model does with test items, where there is something to see.
     *
     * @param folder that is there
     * @return what each is, by the names of the files
     */
    default Map<String, String> writePictures(Path folder) throws IOException {
        return Map.of();
    }

    /** Writes the model into a file. */
    void save(Path file) throws IOException;

    /** Frees its memory. */
    @Override
    void close();
}
