package dev.sweetspot.cli;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.format.Unlabelled;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.table.Sequences;
import dev.sweetspot.data.table.Tables;
import dev.sweetspot.deep.learning.SavedInput;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A network that judges what it sees. */
record NetworkFile(SavedModel saved) implements ModelFile {
    /** @throws InvalidInputException when it is no network, or one that draws and judges nothing */
    static NetworkFile open(Path file, Device device) {
        var saved = SavedModel.load(file, device);
        if (saved.input() instanceof SavedInput.Vectors) {
            saved.close();
            throw new InvalidInputException(
                    "model",
                    Shown.name(file.toString()),
                    "draws images and judges none",
                    "sweetspot generate " + file + " --out drawn?");
        }
        return new NetworkFile(saved);
    }

    @Override
    public List<Loaded<? extends DataSet>> read(List<Path> files) {
        var input = saved.input();
        if (input instanceof SavedInput.Images images) {
            return List.of(Unlabelled.load(files, images.shape(), images.depth()));
        }
        var loaded = new ArrayList<Loaded<? extends DataSet>>();
        for (var file : files) {
            loaded.add(
                    input instanceof SavedInput.Rows rows
                            ? Tables.unlabelled(file, rows.preparation().columns())
                            : Sequences.unlabelled(file, ((SavedInput.Series) input).channels()));
        }
        return loaded;
    }

    @Override
    public Predictions predict(DataSet set) {
        return saved.predict(set);
    }

    @Override
    public String noun(DataSet set) {
        return saved.input() instanceof SavedInput.Images ? "file" : set.noun(1);
    }

    @Override
    public void close() {
        saved.close();
    }
}
