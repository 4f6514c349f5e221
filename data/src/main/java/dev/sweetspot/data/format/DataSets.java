package dev.sweetspot.data.format;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/** Loads data from any installed format. */
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
     * Loads what lies there, of whatever kind it is.
     *
     * @param test the test part, if it lies elsewhere: data of the same kind
     * @throws InvalidInputException when nothing is there, no format knows it, there is too little to learn from, or
     *     there are two test parts
     */
    public static Loaded<? extends DataSet> open(Path path, Optional<Path> test, LoadOptions options) {
        return test.isEmpty() ? load(path, options) : load(path, test.get(), options);
    }

    /**
     * Loads images.
     *
     * @throws InvalidInputException when nothing is there, no format knows it, it is no images, or there is too little to
     *     learn from
     */
    public static Loaded<ImageSet> load(Path path, LoadOptions options) {
        var loaded = images(path, format(path).load(path, options));
        Usable.check(path.toString(), loaded);
        return loaded;
    }

    /**
     * Loads images, and the test part from another place. Its classes must be among those of the data; its images get the
     * shape of the data's.
     *
     * @throws InvalidInputException as {@link #load(Path, LoadOptions)}, and when the data has a test part of its own
     */
    public static Loaded<ImageSet> load(Path path, Path test, LoadOptions options) {
        var loaded = load(path, options);
        var set = loaded.set();
        var likewise = set.height() == set.width() && set.height() >= LoadOptions.SMALLEST
                ? new LoadOptions(OptionalInt.of(set.height()), options.threads(), options.progress())
                : options;
        return Joined.of(loaded, path, images(test, format(test).load(test, likewise)), test);
    }

    private static Loaded<ImageSet> images(Path path, Loaded<? extends DataSet> loaded) {
        if (loaded.set() instanceof ImageSet images) {
            return new Loaded<>(images, loaded.given(), loaded.skipped(), loaded.notes());
        }
        throw new InvalidInputException(
                "data",
                Shown.name(path.toString()),
                "must be images, and holds " + loaded.set().noun(),
                "other data?");
    }

    private static DataFormat format(Path path) {
        if (!Files.exists(path)) {
            throw new InvalidInputException("data", Shown.name(path.toString()), "is not there", "another folder?");
        }
        return formats().stream()
                .filter(format -> format.recognises(path))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "data",
                        Shown.name(path.toString()),
                        "is none of the formats that are known ("
                                + String.join(
                                        "; ",
                                        formats().stream().map(DataFormat::name).toList())
                                + ")",
                        "a folder with a folder for each class?"));
    }
}
