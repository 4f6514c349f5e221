package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.file.Bomb;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.FolderTree;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A project as one file that opens elsewhere: a zip of the journal and of the files of all images that are there, also of
 * those that were not copied into the project. Nothing else of it is read, whatever it holds, and no name in it becomes a path.
 */
public final class ProjectFile {
    /** How such files are called. */
    public static final String ENDING = ".sweetspot";

    /** The most that a journal may unpack to. */
    private static final long MOST_JOURNAL = 1L << 30;
    /** The most that one image may unpack to. */
    private static final long MOST_IMAGE = 1L << 30;

    private ProjectFile() {}

    /**
     * Whether this file is called like one and holds a project; cheap.
     */
    public static boolean isOne(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) || !Files.isRegularFile(file)) {
            return false;
        }
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry(Journal.FILE) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes a project as one file.
     *
     * @return the names of the images whose files are gone; they are in the file without a picture
     */
    public static Set<String> write(Path project, OutputStream to) throws IOException {
        var missing = new LinkedHashSet<String>();
        var originals = new Originals(project);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16))) {
            // Images are packed already; to pack them again costs time and saves nothing.
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(Journal.FILE));
            var history = new History();
            try (var in = new BufferedInputStream(Files.newInputStream(project.resolve(Journal.FILE)))) {
                long end = Journal.read(in, project.toString(), history::apply);
                copy(project.resolve(Journal.FILE), end, zip);
            }
            var written = new HashSet<String>();
            for (var image : history.view().all()) {
                if (!written.add(image.hash())) {
                    continue;
                }
                byte[] bytes;
                try {
                    bytes = originals.read(image);
                } catch (IOException gone) {
                    missing.add(image.name());
                    continue;
                }
                zip.putNextEntry(new ZipEntry(entry(image.hash())));
                zip.write(bytes);
            }
        }
        return missing;
    }

    private static void copy(Path journal, long end, OutputStream to) throws IOException {
        try (var in = Files.newInputStream(journal)) {
            var buffer = new byte[1 << 16];
            long left = end;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                to.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static String entry(String hash) {
        return Originals.FOLDER + "/" + hash;
    }

    /**
     * Makes a project of one file.
     *
     * @param folder must not be there
     * @throws InvalidInputException when the file is no project, cannot be trusted, or the folder is there; then nothing is
     *     left of the folder
     */
    public static void unpack(Path file, Path folder) {
        var incoming = folder.resolveSibling(folder.getFileName() + ".incoming");
        if (Files.exists(folder) || Files.exists(incoming)) {
            throw new InvalidInputException(
                    "project", Shown.name(folder.toString()), "is there already", "another name?");
        }
        try {
            try {
                Files.createDirectories(incoming);
                unpackInto(file, incoming);
                Files.move(incoming, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FolderTree.delete(incoming);
            }
        } catch (ZipException e) {
            throw new InvalidInputException(
                    "project = " + Shown.name(file.toString()) + ": is no zip that can be read. Maybe copy it again?",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpackInto(Path file, Path folder) throws IOException {
        long room = Bomb.roomFor(Files.size(file));
        try (var zip = new ZipFile(file.toFile())) {
            var journal = folder.resolve(Journal.FILE);
            try (var in = open(zip, file, Journal.FILE, Math.min(room, MOST_JOURNAL))) {
                Files.copy(in, journal);
            }
            sync(journal);
            room -= Files.size(journal);
            var originals = new Originals(folder);
            for (var image : Project.read(folder).all()) {
                if (zip.getEntry(entry(image.hash())) == null) {
                    continue;
                }
                try (var in = open(zip, file, entry(image.hash()), Math.min(room, MOST_IMAGE))) {
                    var bytes = in.readAllBytes();
                    room -= bytes.length;
                    if (!originals.keep(bytes).equals(image.hash())) {
                        throw new InvalidInputException(
                                "project",
                                Shown.name(file.toString()),
                                "holds another image than it says for " + Shown.name(image.name()),
                                "do not trust this file?");
                    }
                }
            }
        }
    }

    private static InputStream open(ZipFile zip, Path file, String name, long room) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new InvalidInputException(
                    "project", Shown.name(file.toString()), "holds no project", "a file that was exported?");
        }
        return Bomb.guarded(zip.getInputStream(entry), file, room);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** What a project in one file is, and the files of its images, without unpacking it. */
    public static final class Reader implements AutoCloseable {
        private final Path file;
        private final ZipFile zip;
        private final ProjectView view;

        /**
         * Opens one.
         *
         * @throws InvalidInputException when it is none
         */
        public Reader(Path file) throws IOException {
            this.file = file;
            this.zip = new ZipFile(file.toFile());
            var history = new History();
            try (var in = new BufferedInputStream(open(zip, file, Journal.FILE, MOST_JOURNAL))) {
                Journal.read(in, file.toString(), history::apply);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
            this.view = history.view();
        }

        /** The project. */
        public ProjectView view() {
            return view;
        }

        /** The file of an image, whole. */
        public byte[] read(ProjectImage image) throws IOException {
            var entry = zip.getEntry(entry(image.hash()));
            if (entry == null) {
                throw new IOException("is missing in the project");
            }
            byte[] bytes;
            try (var in = Bomb.guarded(zip.getInputStream(entry), file, Math.min(image.bytes(), MOST_IMAGE))) {
                bytes = in.readAllBytes();
            }
            if (!Originals.hash(bytes).equals(image.hash())) {
                throw new IOException("is not the file any more that was taken in");
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
