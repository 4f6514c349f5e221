package dev.sweetspot.data.format;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Loads labelled images from any installed format. */
public final class DataSets {
    private DataSets() {}

    /** The formats, the ones that are tried first at the front. */
    public static List<DataFormat> formats() {
        return ServiceLoader.load(DataFormat.class, DataSets.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(DataFormat::order))
                .toList();
    }

    /**
     * Loads what lies there.
     *
     * @throws InvalidInputException when nothing is there, or no format knows it
     */
    public static LoadedImages load(Path path, LoadOptions options) {
        if (!Files.exists(path)) {
            throw new InvalidInputException("data", path, "is not there", "another folder?");
        }
        for (var format : formats()) {
            if (format.recognises(path)) {
                return format.load(path, options);
            }
        }
        throw new InvalidInputException(
                "data",
                path,
                "is none of the formats that are known ("
                        + String.join(
                                "; ", formats().stream().map(DataFormat::name).toList()) + ")",
                "a folder with a folder for each class?");
    }
}
