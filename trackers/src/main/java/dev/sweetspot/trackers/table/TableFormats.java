package dev.sweetspot.trackers.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that are installed. */
public final class TableFormats {
    private TableFormats() {}

    /** All of them, by name. */
    public static List<TableFormat> installed() {
        return ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(TableFormat::name))
                .toList();
    }

    /** The one of that name, if there is one. */
    public static Optional<TableFormat> find(String name) {
        return installed().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * Writes a table into a folder that is there. Aside first, so that a file that is there already stays whole until the new
     * one is.
     *
     * @return the file
     */
    public static Path write(Table table, TableFormat format, Path folder) throws IOException {
        var file = folder.resolve(table.name() + "." + format.name());
        var aside = folder.resolve("." + table.name() + ".part." + format.name());
        try {
            try (var writer = format.open(new BufferedOutputStream(Files.newOutputStream(aside)), table.columns())) {
                table.rows(writer::row);
            }
            return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
