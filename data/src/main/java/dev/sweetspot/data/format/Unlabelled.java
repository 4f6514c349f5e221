package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Loads images to predict: files, folders and archives, each image brought to the size, the channels and the depth that
 * a model wants. Grey becomes three equal channels, colours become their brightness, and white stays white.
 */
public final class Unlabelled {
    private Unlabelled() {}

    /**
     * Loads them.
     *
     * @throws InvalidInputException when there is no usable image
     */
    public static Loaded<ImageSet> load(List<Path> paths, ImageShape shape, Depth depth) {
        var items = new TreeMap<String, Item>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new InvalidInputException("images", Shown.name(path.toString()), "is not there", "another file?");
            }
            for (var item : items(path)) {
                // A file that is named itself is meant, whatever it is called and wherever it lies.
                boolean named = item.path().equals(path.toString());
                if (named || (Layout.isImage(item.path()) && !Layout.isLitter(item.path()))) {
                    items.put(named ? item.path() : path + "/" + item.path(), item);
                }
            }
        }
        var names = new ArrayList<String>();
        var pictures = new ArrayList<Decoded.Picture>();
        var skipped = new ArrayList<Skipped>();
        items.forEach((name, item) -> {
            var decoded = Decoded.of(item, new Sizes.Size(shape.height(), shape.width()));
            if (decoded instanceof Decoded.Bad bad) {
                skipped.add(new Skipped(name, bad.reason()));
            } else if (decoded instanceof Decoded.Picture picture) {
                var fitting = fitting(picture, shape.channels());
                if (fitting.isPresent()) {
                    names.add(name);
                    pictures.add(fitting.get());
                } else {
                    skipped.add(new Skipped(
                            name, "has " + picture.channels() + " channels, and the model wants " + shape.channels()));
                }
            }
        });
        if (pictures.isEmpty()) {
            throw new InvalidInputException(
                    "images = " + paths + ": none can be used " + skipped + ". Maybe other files?");
        }
        var builder = new ImageSetBuilder(pictures.size(), shape, depth);
        for (int i = 0; i < pictures.size(); i++) {
            pictures.get(i).putInto(builder, i, shape.channels(), depth);
        }
        return new Loaded<>(builder.buildUnlabelled(names), GivenParts.none(names.size()), skipped, List.of());
    }

    /** Grey and colour can stand for each other; other channels mean something that nobody can guess. */
    private static Optional<Decoded.Picture> fitting(Decoded.Picture picture, int channels) {
        if (picture.channels() == channels) {
            return Optional.of(picture);
        }
        if (picture.channels() == 1 && channels == 3) {
            return Optional.of(new Decoded.Picture(picture.image().asColour()));
        }
        return picture.channels() == 3 && channels == 1
                ? Optional.of(new Decoded.Picture(picture.image().asGrey()))
                : Optional.empty();
    }

    private static List<Item> items(Path path) {
        if (Files.isDirectory(path)) {
            return FolderFormat.items(path);
        }
        return new ArchiveFormat().recognises(path)
                ? ArchiveFormat.items(path)
                : List.of(new Item(path.toString(), () -> Files.readAllBytes(path)));
    }
}
