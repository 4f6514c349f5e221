package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A folder into which a command writes what belongs together. */
final class EmptyFolder {
    private EmptyFolder() {}

    /** Refuses a folder in which something else may be. */
    static void check(Path folder) throws IOException {
        check(folder, file -> false);
    }

    /** @param ours left behind by the command itself when it was ended: that counts as nothing */
    static void check(Path folder, Predicate<Path> ours) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException("--out", folder, "is a file", "a folder that is new or empty?");
        }
        try (var files = Files.list(folder)) {
            if (files.anyMatch(ours.negate())) {
                throw new InvalidInputException("--out", folder, "holds other files", "a folder that is new or empty?");
            }
        }
    }
}
