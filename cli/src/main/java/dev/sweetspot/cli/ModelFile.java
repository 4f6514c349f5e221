package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.SavedClassic;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.tensor.Device;
import java.nio.file.Path;
import java.util.List;

/** A model from a file, that is asked about new data: one class for each kind of model. */
interface ModelFile extends AutoCloseable {
    /**
     * Opens a model, whatever kind it is.
     *
     * @param device where a network computes
     * @throws dev.sweetspot.form.InvalidInputException when it is none that judges what it sees
     */
    static ModelFile open(Path file, Device device) {
        return SavedClassic.recognises(file)
                ? new ClassicFile(SavedClassic.load(file))
                : NetworkFile.open(file, device);
    }

    /**
     * Reads what the model is asked about: images all together; tables and series file by file.
     *
     * @throws dev.sweetspot.form.InvalidInputException when a file is not of the kind that the model learnt from
     */
    List<Loaded<? extends DataSet>> read(List<Path> files);

    /** What it says of them. */
    Predictions predict(DataSet set);

    /** What one of them is called in the head of a table: "file", "row". */
    String noun(DataSet set);

    /** Frees its memory. */
    @Override
    void close();
}
