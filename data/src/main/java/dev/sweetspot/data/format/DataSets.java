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
        return format(path).load(path, test, options);
    }

    /**
     * Loads images.
     *
     * @throws InvalidInputException when nothing is there, no format knows it, it is no images, or there is too little to
     *     learn from
     */
    public static Loaded<ImageSet> load(Path path, LoadOptions options) {
        return images(path, Optional.empty(), options);
    }

    /**
     * Loads images, and the test part from another place. Its classes must be among those of the data; its images get the
     * shape of the data's.
     *
     * @throws InvalidInputException as {@link #load(Path, LoadOptions)}, and when the data has a test part of its own
     */
    public static Loaded<ImageSet> load(Path path, Path test, LoadOptions options) {
        return images(path, Optional.of(test), options);
    }

    private static Loaded<ImageSet> images(Path path, Optional<Path> test, LoadOptions options) {
        if (format(path) instanceof ImageFormat format) {
            return format.load(path, test, options);
        }
        throw noImages(path);
    }

    static InvalidInputException noImages(Path path) {
        return new InvalidInputException("data", Shown.name(path.toString()), "must be images", "other data?");
    }

    /** The format of what lies there. */
    static DataFormat format(Path path) {
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
