package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A folder per class. Links are followed, but not to what is in the data already: no image may count twice. */
public final class FolderFormat implements ImageFormat {
    @Override
    public String name() {
        return "a folder per class";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean recognises(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public Loaded<ImageSet> images(Path path, LoadOptions options) {
        var walk = walk(path);
        var loaded = ImageFiles.load(path.toString(), walk.items(), options);
        if (walk.empty().isEmpty()) {
            return loaded;
        }
        var notes = new ArrayList<>(loaded.notes());
        notes.add("Folders without a file were left out: " + Shown.names(walk.empty()) + ".");
        return new Loaded<>(loaded.set(), loaded.given(), loaded.skipped(), notes);
    }

    static List<Item> items(Path folder) {
        return walk(folder).items();
    }

    private static FolderWalk walk(Path folder) {
        return walk(folder, anywhere -> true);
    }

    static FolderWalk walk(Path folder, Predicate<Path> inside) {
        try {
            return FolderWalk.within(folder, inside);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data = " + Shown.name(folder.toString()) + ": cannot be read (" + Shown.name(e.toString())
                            + "). Maybe it is not yours to read?",
                    e);
        }
    }
}
