package dev.sweetspot.classic.xgboost;

import dev.sweetspot.classic.family.Quietly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Brings the native library into memory. It unpacks 14 MB under a name of its own into the folder for temporary files, and
 * deletes them when the process ends in good order. One that is killed would leave them there, so they are deleted at once where
 * the system tells what is in memory (Linux).
 */
final class Library {
    private static final Path IN_MEMORY = Path.of("/proc/self/maps");
    private static final String NAME = "libxgboost4j";

    private static boolean loaded;

    private Library() {}

    static synchronized void load() {
        if (!loaded) {
            Quietly.load(Library::first);
            loaded = true;
            delete();
        }
    }

    /** The first thing that is made of it loads it. */
    private static void first() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError e) {
            throw XgboostModel.failed(e);
        }
    }

    private static void delete() {
        try (var lines = Files.lines(IN_MEMORY)) {
            for (var line : lines.toList()) {
                int at = line.indexOf('/');
                var file = Path.of(at < 0 ? "" : line.substring(at));
                if (file.getFileName() != null && file.getFileName().toString().startsWith(NAME)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            // It is deleted when the process ends.
        }
    }
}
