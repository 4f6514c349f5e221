package dev.sweetspot.benchmarks.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder of one measurement, where it was begun: on the disk that is to be measured. It is gone afterwards.
 *
 * @param path its place
 */
record OwnFolder(Path path) implements AutoCloseable {
    static OwnFolder here() throws IOException {
        return new OwnFolder(Files.createTempDirectory(Path.of("").toAbsolutePath(), "storage-"));
    }

    @Override
    public void close() throws IOException {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
