package dev.sweetspot.data.format;

import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.data.table.Sequences;
import java.nio.file.Path;
import java.util.Optional;

/** Series as text in long form: a row a step, the columns {@code series} and {@code step} first. */
public final class SequenceFormat implements DataFormat {
    @Override
    public String name() {
        return "series (.csv whose first columns are series and step)";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public boolean recognises(Path path) {
        return CsvFile.isNamedSo(path) && Sequences.isHeader(CsvFile.headerOf(path));
    }

    @Override
    public Loaded<SequenceSet> load(Path path, Optional<Path> test, LoadOptions options) {
        return Sequences.read(path, test, options.table());
    }
}
