package dev.sweetspot.studio.api;

import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.data.format.Item;
import dev.sweetspot.data.format.PlacedImage;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.store.FolderTree;
import dev.sweetspot.studio.importing.ImportLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files that a page sends, until all of them are there and are looked at together. They lie under numbers; what a person's
 * machine calls them is kept beside, and never becomes a path here.
 */
final class Uploads {
    /** The most bytes of one file. */
    static final long MOST_A_FILE = 4L << 30;

    private static final long MOST_BYTES = 64L << 30;
    private static final int MOST_FILES = 100_000;
    private static final int MOST_AT_ONCE = 16;
    private static final int LONGEST = 1024;

    private final Path folder;
    private final TreeMap<Integer, Upload> open = new TreeMap<>();
    private int last;

    /** @param folder for the files; what a server left in it that was killed is deleted */
    Uploads(Path folder) {
        this.folder = folder;
        delete(folder);
    }

    private record Sent(String path, Path file) {}

    /** Files that belong together. */
    static final class Upload {
        private final int number;
        private final Path folder;
        private final List<Sent> files = new ArrayList<>();
        private long bytes;

        private Upload(int number, Path folder) {
            this.number = number;
            this.folder = folder;
        }

        int number() {
            return number;
        }

        /**
         * Takes a file.
         *
         * @param path as the person's machine calls it
         */
        void take(String path, InputStream in) throws IOException {
            var clean = clean(path);
            Path file;
            synchronized (this) {
                if (files.size() >= MOST_FILES) {
                    throw Refusal.tooLarge("files", files.size() + 1, "must be at most 100,000 at once", "a zip?");
                }
                file = folder.resolve(files.size() + ending(clean));
                files.add(new Sent(clean, file));
            }
            long size = Files.copy(in, file);
            synchronized (this) {
                bytes += size;
                if (bytes > MOST_BYTES) {
                    throw Refusal.tooLarge(
                            "upload",
                            bytes + " bytes",
                            "must be at most 64 GiB at once",
                            "point to the folder instead?");
                }
            }
        }

        /** The images in all of it; archives are looked into. */
        synchronized FoundImages images() {
            var items = new ArrayList<Item>();
            var images = new ArrayList<PlacedImage>();
            var others = new ArrayList<String>();
            int room = ImportLimits.USUAL.mostEntries();
            for (var sent : files) {
                if (ending(sent.path()).isEmpty()) {
                    items.add(new Item(sent.path(), () -> Files.readAllBytes(sent.file())));
                } else {
                    var found = FoundImages.in(sent.file(), room);
                    room -= found.images().size() + found.others().size();
                    images.addAll(found.images());
                    others.addAll(found.others());
                }
            }
            var loose = FoundImages.of(items);
            images.addAll(loose.images());
            others.addAll(loose.others());
            return new FoundImages(images, others, List.of());
        }

        /** What a person would call it: its one file, or the folder around all. */
        synchronized String name() {
            return files.size() == 1 ? files.get(0).path() : "an upload of " + files.size() + " files";
        }

        void delete() {
            Uploads.delete(folder);
        }
    }

    /** Room for files that belong together. */
    synchronized Upload begin() throws IOException {
        if (open.size() >= MOST_AT_ONCE) {
            open.pollFirstEntry().getValue().delete();
        }
        int number = ++last;
        var place = folder.resolve(Integer.toString(number));
        Files.createDirectories(place);
        var upload = new Upload(number, place);
        open.put(number, upload);
        return upload;
    }

    /** An upload that was begun. */
    synchronized Upload get(String number) {
        var upload = number.matches("\\d{1,9}") ? open.get(Integer.valueOf(number)) : null;
        if (upload == null) {
            throw Refusal.unknown("upload", number, "begin it again?");
        }
        return upload;
    }

    /** Takes it off the list; its files stay until it is deleted. */
    synchronized void end(Upload upload) {
        open.remove(upload.number());
    }

    private static String ending(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        return Stream.of(".zip", ".tar", ".tar.gz", ".tgz")
                .filter(name::endsWith)
                .findFirst()
                .orElse("");
    }

    private static String clean(String path) {
        var steps = new StringJoiner("/");
        for (var step : path.replace('\\', '/').split("/", -1)) {
            if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        var clean = steps.toString();
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new InvalidInputException("path", clean.length() + " characters", "must have 1 to 1,024", "");
        }
        return clean;
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            System.getLogger(Uploads.class.getName()).log(System.Logger.Level.DEBUG, "upload not deleted", e);
        }
    }
}
