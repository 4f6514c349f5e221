package dev.sweetspot.data.format;

import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.data.table.Tables;
import java.nio.file.Path;
import java.util.Optional;

/** Tables as text: a row an item, the names of the columns on the first line. */
public final class TableFormat implements DataFormat {
    @Override
    public String name() {
        return "a table (.csv, .tsv, also .gz)";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public boolean recognises(Path path) {
        return CsvFile.isNamedSo(path);
    }

    @Override
    public Loaded<TableSet> load(Path path, Optional<Path> test, LoadOptions options) {
        return Tables.read(path, test, options.table());
    }
}
