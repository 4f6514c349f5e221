package dev.sweetspot.data.format;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The files of one archive as they are met, in memory, under names that stay inside. Of two of one name the last counts. */
final class ArchiveEntries {
    private final Path archive;
    private final int most;
    private int met;
    private final TreeMap<String, Item> items = new TreeMap<>();
    // Half of the heap: the decoded images want their place too.
    private long room = Runtime.getRuntime().maxMemory() / 2;

    /** @param most how many entries it may have */
    ArchiveEntries(Path archive, int most) {
        this.archive = archive;
        this.most = most;
    }

    /** One more was met, whatever it is. */
    void count() {
        if (++met > most) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(archive.toString()),
                    String.format(Locale.ROOT, "has more than %,d entries", most),
                    "unpack it yourself and give a folder of it after the other?");
        }
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    void unreadable(String name, String reason) {
        var path = cleanName(name);
        items.put(path, Item.unreadable(path, reason));
    }

    /** Keeps the entry when it may be an image; gives how many bytes it read. */
    long read(String name, InputStream in) throws IOException {
        var path = cleanName(name);
        if (!Layout.isImage(path) || Layout.isLitter(path)) {
            items.put(path, new Item(path, () -> new byte[0]));
            return 0;
        }
        int most = (int) Math.min(room, Integer.MAX_VALUE - 16);
        var bytes = Objects.requireNonNull(in.readNBytes(most));
        if (bytes.length == most) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(archive.toString()),
                    String.format(
                            Locale.ROOT,
                            "holds more than %,d MiB of images, half of the memory that Java was given (-Xmx)",
                            (Runtime.getRuntime().maxMemory() / 2) >> 20),
                    "unpack it yourself and give the folder?");
        }
        room -= bytes.length;
        items.put(path, new Item(path, () -> bytes));
        return bytes.length;
    }

    private String cleanName(String name) {
        var path = name.replace('\\', '/');
        boolean outside = path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*");
        var steps = new StringJoiner("/");
        for (var step : path.split("/", -1)) {
            outside |= step.equals("..");
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        if (outside) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(archive.toString()),
                    "has an entry that points outside of it: " + Shown.name(name),
                    "do not trust this archive?");
        }
        return steps.toString();
    }
}
