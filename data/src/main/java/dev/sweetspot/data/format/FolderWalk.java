package dev.sweetspot.data.format;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All files below a folder, the folders that hold none, and the links that lead where they must not. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 64;

    private final Path folder;
    private final Path real;
    private final List<Item> items = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private final Set<Path> followed = new HashSet<>();
    private final Predicate<Path> inside;
    private int filesBefore;

    private FolderWalk(Path folder, Predicate<Path> inside) throws IOException {
        this.folder = folder;
        this.inside = inside;
        this.real = folder.toRealPath();
    }

    /** @param inside whether a place, with all links followed, may be looked at */
    static FolderWalk within(Path folder, Predicate<Path> inside) throws IOException {
        var walk = new FolderWalk(folder, inside);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, walk);
        return walk;
    }

    List<Item> items() {
        return items;
    }

    List<String> empty() {
        return empty;
    }

    /** Links that were not followed, because they lead out. */
    List<String> outside() {
        return outside;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (!directory.equals(folder) && Files.isSymbolicLink(directory)) {
            var target = directory.toRealPath();
            if (!inside.test(target)) {
                outside.add(path(directory));
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (target.startsWith(real) || real.startsWith(target) || !followed.add(target)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
        }
        filesBefore = items.size();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
        var path = path(directory);
        if (items.size() == filesBefore && !path.isEmpty() && !Layout.isLitter(path)) {
            empty.add(path);
        }
        // Whatever holds this one is not without files, or has been told by what it holds.
        filesBefore = -1;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() && Files.isSymbolicLink(file) && !inside.test(file.toRealPath())) {
            outside.add(path(file));
        } else if (attributes.isRegularFile()) {
            items.add(new Item(path(file), () -> read(file)));
        } else if (attributes.isSymbolicLink()) {
            items.add(Item.unreadable(path(file), "is a link to nothing"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    /** Between the look and the reading a link may have come to lead elsewhere. */
    private byte[] read(Path file) throws IOException {
        var place = file.toRealPath();
        if (!inside.test(place)) {
            throw new Item.Unreadable("leads out of the folders that may be used");
        }
        return Files.readAllBytes(place);
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
