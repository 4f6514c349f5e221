package dev.sweetspot.classic.lightgbm;

import dev.sweetspot.classic.family.Quietly;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Brings the native library into memory. By itself it unpacks under one name for all processes into the folder for temporary
 * files and leaves it there: two processes that begin at once would read what the other has half written. So it unpacks into a
 * folder of this process, which is deleted at once: what is in memory needs no file (where the system does not allow that, when
 * the process ends).
 */
final class Library {
    private static final String PLACE = "java.io.tmpdir";

    private static boolean loaded;

    private Library() {}

    static synchronized void load() {
        if (!loaded) {
            Quietly.load(Library::unpack);
            loaded = true;
        }
    }

    private static void unpack() {
        var before = System.getProperty(PLACE, "");
        try {
            var own = Files.createTempDirectory("sweetspot-lightgbm");
            own.toFile().deleteOnExit();
            System.setProperty(PLACE, own.toString());
            try {
                LGBMBooster.loadNative();
            } finally {
                System.setProperty(PLACE, before);
                var unpacked = own.toFile().listFiles();
                for (var file : unpacked == null ? new File[0] : unpacked) {
                    if (!file.delete()) {
                        file.deleteOnExit();
                    }
                }
                Files.deleteIfExists(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("LightGBM cannot be unpacked", e);
        }
    }
}
