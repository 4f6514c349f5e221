package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.data.table.TableOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The wines of samples/, in their parts. */
final class Wines {
    private Wines() {}

    static ClassicTable compared(Folding folding) {
        return compared(folding, TableOptions.AUTOMATIC);
    }

    static ClassicTable compared(Folding folding, TableOptions options) {
        return load(Path.of("../samples/wine.csv"), folding, options);
    }

    static ClassicTable load(Path file, Folding folding, TableOptions options) {
        return new DataSource(
                        file,
                        Optional.empty(),
                        InputSize.ofData(),
                        options,
                        new DataSource.Split(5, new Splitter(), folding))
                .load(1, Progress.SILENT, ClassicTable::of);
    }

    static ClassicLearning learning(ClassicTable table, String... families) {
        return new ClassicLearning(table, table.space(ClassicFamilies.named(List.of(families))));
    }
}
