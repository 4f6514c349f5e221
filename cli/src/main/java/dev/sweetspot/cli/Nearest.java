package dev.sweetspot.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** What of a path is there already: where it would have to be made. */
final class Nearest {
    private Nearest() {}

    /** The path itself, else the nearest folder or file above it that exists. */
    static Path existing(Path path) {
        var there = path.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
