package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.SavedClassic;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.table.Tables;
import java.nio.file.Path;
import java.util.List;

/** A classical model, which is asked about the rows of tables. */
record ClassicFile(SavedClassic saved) implements ModelFile {
    @Override
    public List<Loaded<? extends DataSet>> read(List<Path> files) {
        return files.stream()
                .<Loaded<? extends DataSet>>map(file -> Tables.unlabelled(file, saved.columns()))
                .toList();
    }

    @Override
    public Predictions predict(DataSet set) {
        return saved.predict((TableSet) set);
    }

    @Override
    public String noun(DataSet set) {
        return set.noun(1);
    }

    @Override
    public void close() {
        saved.close();
    }
}
