package dev.sweetspot.data.format;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A folder per class inside .zip, .tar, .tar.gz or .tgz. Nothing is ever unpacked to disk: entries are read into memory,
 * up to a limit, and an entry that climbs out ({@code ../../x}) is refused.
 */
public final class ArchiveFormat implements DataFormat {
    private static final long MOST_BYTES = 4L << 30;
    /** Images do not get smaller by more than this; archives that do are bombs. */
    private static final long MOST_RATIO = 200;
    /** Small archives may be anything. */
    private static final long FREE_BYTES = 64L << 20;

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
    public LoadedImages load(Path path, LoadOptions options) {
        return ImageFiles.load(path.toString(), items(path), options);
    }

    static List<Item> items(Path archive) {
        var items = new ArrayList<Item>();
        try (var in = open(archive)) {
            long weight = Files.size(archive);
            long total = 0;
            ArchiveEntry entry = in.getNextEntry();
            while (entry != null) {
                if (!entry.isDirectory() && in.canReadEntryData(entry)) {
                    var name = cleanName(archive, entry.getName());
                    if (Layout.isImage(name) && !Layout.isLitter(name)) {
                        long room = Math.min(MOST_BYTES, Math.max(FREE_BYTES, weight * MOST_RATIO)) - total;
                        var bytes = readAtMost(archive, in, room);
                        total += bytes.length;
                        items.add(new Item(name, () -> bytes));
                    } else {
                        items.add(new Item(name, () -> new byte[0]));
                    }
                }
                entry = in.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            if (e instanceof InvalidInputException known) {
                throw known;
            }
            throw new InvalidInputException(
                    "data = " + archive + ": is no archive that can be read to its end. Maybe copy it again?", e);
        }
        return items;
    }

    private static ArchiveInputStream<? extends ArchiveEntry> open(Path archive) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        var name = archive.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return new ZipArchiveInputStream(in);
        }
        return new TarArchiveInputStream(name.endsWith(".tar") ? in : new GZIPInputStream(in, 1 << 16));
    }

    private static String cleanName(Path archive, String name) {
        var path = name.replace('\\', '/');
        if (path.startsWith("/") || Arrays.asList(path.split("/", -1)).contains("..") || path.indexOf(':') == 1) {
            throw new InvalidInputException(
                    "data",
                    archive,
                    "has an entry that points outside of it: " + Shown.name(name),
                    "do not trust this archive?");
        }
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static byte[] readAtMost(Path archive, InputStream in, long room) throws IOException {
        int most = (int) Math.min(room, 1 << 30);
        var bytes = Objects.requireNonNull(in.readNBytes(most));
        if (bytes.length == most && in.read() >= 0) {
            throw new InvalidInputException(
                    "data",
                    archive,
                    "unpacks to far more than it weighs, or to more than 4 GiB",
                    "do not trust it, or unpack it yourself and give the folder?");
        }
        return bytes;
    }
}
