package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Loads images to predict: files, folders and archives, each image brought to the shape that a model wants. */
public final class Unlabelled {
    private Unlabelled() {}

    /**
     * Loads them.
     *
     * @throws InvalidInputException when there is no usable image
     */
    public static LoadedImages load(List<Path> paths, ImageShape shape, Depth depth) {
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
            } else if (decoded instanceof Decoded.Picture picture && fits(picture, shape, depth)) {
                names.add(name);
                pictures.add(picture);
            } else {
                skipped.add(new Skipped(name, "has other channels or more bits than the model was trained on"));
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
        return new LoadedImages(builder.buildUnlabelled(names), GivenParts.none(names.size()), skipped, List.of());
    }

    private static boolean fits(Decoded.Picture picture, ImageShape shape, Depth depth) {
        boolean channels = picture.channels() == shape.channels() || (picture.channels() == 1 && shape.channels() == 3);
        return channels && (picture.depth() == depth || depth == Depth.U16);
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
