package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.file.Bomb;
import dev.sweetspot.form.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A folder per class inside .zip, .tar, .tar.gz or .tgz. Nothing is ever unpacked to disk: entries are read into memory,
 * up to a limit, and an entry that climbs out ({@code ../../x}) is refused. Links inside are not followed.
 */
public final class ArchiveFormat implements ImageFormat {
    @Override
    public String name() {
        return "an archive with a folder per class";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean recognises(Path path) {
        var name = path.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path)
                && (name.endsWith(".zip")
                        || name.endsWith(".tar")
                        || name.endsWith(".tar.gz")
                        || name.endsWith(".tgz"));
    }

    @Override
    public Loaded<ImageSet> images(Path path, LoadOptions options) {
        return ImageFiles.load(path.toString(), items(path), options);
    }

    static List<Item> items(Path archive) {
        return items(archive, Integer.MAX_VALUE);
    }

    /** @param most entries, folders and what is no image among them */
    static List<Item> items(Path archive, int most) {
        var entries = new ArchiveEntries(archive, most);
        try {
            if (lowerCase(archive).endsWith(".zip")) {
                readZip(archive, entries);
            } else {
                readTar(archive, entries);
            }
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged archives raise nearly any exception.
            throw new InvalidInputException(
                    "data = " + archive + ": is no archive that can be read to its end. Maybe copy it again?", e);
        }
        return entries.items();
    }

    /** By the table at the end: what stands before it may be anything. */
    private static void readZip(Path archive, ArchiveEntries entries) throws IOException {
        long room = Bomb.roomFor(Files.size(archive));
        try (var zip = ZipFile.builder().setPath(archive).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                entries.count();
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.isUnixSymlink()) {
                    entries.unreadable(entry.getName(), "is a link, which is not followed in an archive");
                } else if (!zip.canReadEntryData(entry)) {
                    entries.unreadable(entry.getName(), "is encrypted, or packed in a way that is not known");
                } else {
                    try (var in = Bomb.guarded(zip.getInputStream(entry), archive, room)) {
                        room -= entries.read(entry.getName(), in);
                    }
                }
            }
        }
    }

    private static void readTar(Path archive, ArchiveEntries entries) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                var tar = new TarArchiveInputStream(unpacked(archive, file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.count();
                if (entry.isDirectory()) {
                    continue;
                }
                if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink()) {
                    entries.unreadable(entry.getName(), "is a link, which is not followed in an archive");
                } else {
                    entries.read(entry.getName(), tar);
                }
            }
        }
    }

    private static InputStream unpacked(Path archive, InputStream file) throws IOException {
        if (lowerCase(archive).endsWith(".tar")) {
            return file;
        }
        return Bomb.guarded(new GZIPInputStream(file, 1 << 16), archive, Bomb.roomFor(Files.size(archive)));
    }

    private static String lowerCase(Path path) {
        return path.toString().toLowerCase(Locale.ROOT);
    }
}
