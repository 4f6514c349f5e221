package dev.sweetspot.data.format;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A folder per class. Links are followed; a link that leads back to a folder above it is left out. */
public final class FolderFormat implements DataFormat {
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
    public LoadedImages load(Path path, LoadOptions options) {
        return ImageFiles.load(path.toString(), items(path), options);
    }

    static List<Item> items(Path folder) {
        var items = new ArrayList<Item>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 64, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        var path = folder.relativize(file).toString().replace('\\', '/');
                        items.add(new Item(path, () -> Files.readAllBytes(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof FileSystemLoopException || Files.isSymbolicLink(file)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data = " + folder + ": cannot be read (" + e.getMessage() + "). Maybe it is not yours to read?",
                    e);
        }
        return items;
    }
}
