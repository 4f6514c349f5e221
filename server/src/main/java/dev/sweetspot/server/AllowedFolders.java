package dev.sweetspot.server;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders of this machine that requests may name. Everything that takes a path from a request asks here, and uses the
 * path that it gets back: links are followed first, so that none leads out.
 */
public final class AllowedFolders {
    private final List<Path> roots;

    /** The same before links were followed: as people name them. */
    private final List<Path> named;

    private AllowedFolders(List<Path> folders) {
        this.roots = folders.stream().map(AllowedFolders::real).toList();
        this.named = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * These folders and all that lies in them.
     *
     * @throws InvalidInputException when one of them is not there
     */
    public static AllowedFolders of(List<Path> folders) {
        return new AllowedFolders(folders);
    }

    /** The folders, with links followed. */
    public List<Path> roots() {
        return roots;
    }

    /**
     * A file or folder that is there.
     *
     * @param name what it is in the request, for messages: "folder"
     * @param given as the request has it; one that is not absolute counts from the first folder
     * @return with all links followed
     * @throws InvalidInputException when it lies outside, is not there, or is no path at all
     */
    public Path existing(String name, String given) {
        var path = absolute(name, given);
        // What lies outside is refused before it is looked at, so that nobody learns whether it is there.
        requireBelow(name, given, path, named);
        if (!Files.exists(path)) {
            throw Refusal.unknown(name, given, "a misspelt path?");
        }
        var real = followed(name, given, path);
        requireBelow(name, given, real, List.of());
        return real;
    }

    /**
     * A place for something new: its folder is there and inside, and the place itself is no link.
     *
     * @return the name in its folder with all links followed
     */
    public Path place(String name, String given) {
        var path = absolute(name, given);
        requireBelow(name, given, path, named);
        var folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.unknown("folder of " + name, given, "a folder that is there?");
        }
        var real = followed(name, given, folder).resolve(path.getFileName());
        requireBelow(name, given, real, List.of());
        if (Files.isSymbolicLink(real)) {
            throw new InvalidInputException(name, given, "is a link to another place", "another name?");
        }
        return real;
    }

    /** Whether a place may be used; one with all links followed. */
    public boolean holds(Path real) {
        return roots.stream().anyMatch(real::startsWith);
    }

    private Path absolute(String name, String given) {
        try {
            if (given.isEmpty()) {
                throw new InvalidInputException(name, "''", "must name a file or folder", "");
            }
            return roots.get(0).resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException(name, given.replaceAll("\\p{Cntrl}", "?"), "is no path", "");
        }
    }

    private void requireBelow(String name, String given, Path path, List<Path> others) {
        boolean inside = Stream.concat(roots.stream(), others.stream()).anyMatch(path::startsWith);
        if (!inside) {
            throw Refusal.forbidden(
                    name,
                    given,
                    "lies outside the folders that may be used",
                    roots.stream().map(Path::toString).collect(Collectors.joining(", or ", "something in ", "?")));
        }
    }

    private static Path followed(String name, String given, Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new InvalidInputException(name, given, "cannot be read", "its rights?");
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InvalidInputException("folder", folder, "is not there", "another one?");
        }
    }
}
