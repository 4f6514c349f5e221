package dev.sweetspot.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** How much is in a folder to which others write: what goes away meanwhile, or cannot be read, counts as nothing. */
final class DiskUse extends SimpleFileVisitor<Path> {
    private long bytes;

    private DiskUse() {}

    /** In bytes, with all that is inside. */
    static long of(Path path) {
        var use = new DiskUse();
        try {
            Files.walkFileTree(path, use);
        } catch (IOException nothing) {
            // None of what it is told of ends it.
        }
        return use.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
