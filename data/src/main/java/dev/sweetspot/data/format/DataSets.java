package dev.sweetspot.data.format;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
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
     * @throws InvalidInputException when nothing is there, no format knows it, or there is too little to learn from
     */
    public static LoadedImages load(Path path, LoadOptions options) {
        var loaded = loadUnchecked(path, options);
        Usable.check(path.toString(), loaded);
        return loaded;
    }

    /**
     * Loads what lies there, and the test part from another place. Its classes must be among those of the data; its
     * images get the shape of the data's.
     *
     * @throws InvalidInputException as {@link #load(Path, LoadOptions)}, and when the data has a test part of its own
     */
    public static LoadedImages load(Path path, Path test, LoadOptions options) {
        var loaded = load(path, options);
        var set = loaded.set();
        var likewise = set.height() == set.width() && set.height() >= LoadOptions.SMALLEST
                ? new LoadOptions(OptionalInt.of(set.height()), options.threads(), options.progress())
                : options;
        return Joined.of(loaded, path, loadUnchecked(test, likewise), test);
    }

    private static LoadedImages loadUnchecked(Path path, LoadOptions options) {
        if (!Files.exists(path)) {
            throw new InvalidInputException("data", Shown.name(path.toString()), "is not there", "another folder?");
        }
        for (var format : formats()) {
            if (format.recognises(path)) {
                return format.load(path, options);
            }
        }
        throw new InvalidInputException(
                "data",
                Shown.name(path.toString()),
                "is none of the formats that are known ("
                        + String.join(
                                "; ", formats().stream().map(DataFormat::name).toList()) + ")",
                "a folder with a folder for each class?");
    }
}
