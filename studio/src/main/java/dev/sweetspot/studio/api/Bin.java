package dev.sweetspot.studio.api;

import dev.sweetspot.server.Refusal;
import dev.sweetspot.store.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Projects that were deleted: they lie in a folder beside the others, whole, until somebody deletes them for good.
 *
 * @param folder made when the first project is put into it
 */
record Bin(Path folder) {
    /** A bin in a folder of projects; its name is no address of a project. */
    static Bin in(Path projects) {
        return new Bin(projects.resolve(".bin"));
    }

    /** What lies in it, ascending. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(Shelf.ADDRESS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a project of that address lies in it. */
    boolean has(String address) {
        return Files.exists(folder.resolve(address));
    }

    /** Where one of them lies. A name is compared with those that are there, and never becomes a path. */
    Path place(String name) {
        if (!names().contains(name)) {
            throw Refusal.unknown("project in the bin", name, names());
        }
        return folder.resolve(name);
    }

    /**
     * Puts a project into it, whole or not at all.
     *
     * @param address under which none lies in it
     * @return where it lies now
     */
    Path put(Path project, String address) {
        try {
            Files.createDirectories(folder);
            return Files.move(project, folder.resolve(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one out of it, to a place that is free. */
    void take(String name, Path to) {
        try {
            Files.move(place(name), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes one for good; links in it are deleted, and not what they lead to. */
    void forget(String name) {
        try {
            FolderTree.delete(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
