package dev.sweetspot.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts in a folder that all workers see: {@code folder/study/trial/hash-name}. A file is synced before it gets its
 * name and its folder after it, so that a name never stands for half a file, even when the power fails.
 */
public final class FolderArtifacts implements Artifacts {
    private static final int HASH_DIGITS = 16;

    private final Path folder;

    /** @param folder made when it is first needed */
    public FolderArtifacts(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(String study, int trial, String name, Path file) {
        try {
            var artifact = hash(file) + "-" + safe(name);
            var home = folder.resolve(safe(study)).resolve(Integer.toString(trial));
            Files.createDirectories(home);
            sync(file, StandardOpenOption.WRITE);
            moveInto(file, home, safe(artifact));
            syncFolder(home);
            return artifact;
        } catch (IOException e) {
            throw failed("keep " + name + " of trial " + trial, e);
        }
    }

    private static void moveInto(Path file, Path home, String name) throws IOException {
        var target = home.resolve(name);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            var near = Files.createTempFile(home, "incoming", ".tmp");
            Files.copy(file, near, StandardCopyOption.REPLACE_EXISTING);
            sync(near, StandardOpenOption.WRITE);
            Files.move(near, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(file);
        }
    }

    @Override
    public Optional<Path> get(String study, int trial, String artifact) {
        var path = path(study, trial, artifact);
        try {
            boolean whole = Files.isRegularFile(path) && artifact.startsWith(hash(path) + "-");
            return whole ? Optional.of(path) : Optional.empty();
        } catch (IOException e) {
            throw failed("read " + artifact + " of trial " + trial, e);
        }
    }

    @Override
    public void delete(String study, int trial, String artifact) {
        try {
            Files.deleteIfExists(path(study, trial, artifact));
        } catch (IOException e) {
            throw failed("remove " + artifact + " of trial " + trial, e);
        }
    }

    @Override
    public List<Artifact> list(String study) {
        var result = new ArrayList<Artifact>();
        var root = folder.resolve(safe(study));
        if (!Files.isDirectory(root)) {
            return result;
        }
        try (var trials = Files.newDirectoryStream(root)) {
            for (var trial : trials) {
                try (var files = Files.newDirectoryStream(trial)) {
                    for (var file : files) {
                        result.add(new Artifact(
                                Integer.parseInt(trial.getFileName().toString()),
                                plain(file.getFileName().toString()),
                                Files.size(file)));
                    }
                }
            }
        } catch (IOException e) {
            throw failed("list the artifacts of " + study, e);
        }
        return result;
    }

    @Override
    public void deleteAll(String study) {
        var root = folder.resolve(safe(study));
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw failed("remove the artifacts of " + study, e);
        }
    }

    private Path path(String study, int trial, String artifact) {
        return folder.resolve(safe(study)).resolve(Integer.toString(trial)).resolve(safe(artifact));
    }

    /** A file name for any text: what could mean something to a file system is written as %hex. */
    private static String safe(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || (c == '.' && !out.isEmpty()));
            out.append(plain ? String.valueOf(c) : String.format("%%%02x", (int) c));
        }
        return out.isEmpty() ? "%" : out.toString();
    }

    /** The text that {@link #safe} made a file name of. */
    private static String plain(String name) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            boolean escaped = name.charAt(i) == '%' && i + 2 < name.length();
            bytes.write(escaped ? Integer.parseInt(name, i + 1, i + 3, 16) : name.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String hash(Path file) throws IOException {
        return uninterrupted(() -> hashNow(file));
    }

    private static String hashNow(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        uninterrupted(() -> {
            try (var channel = FileChannel.open(path, how)) {
                channel.force(true);
                return path;
            }
        });
    }

    private interface FileWork<T> {
        T done() throws IOException;
    }

    /**
     * An interrupt closes the file that a thread works on. A worker that is asked to end is interrupted just when its
     * checkpoint counts most, so the work is done again and the interrupt is kept for later.
     */
    private static <T> T uninterrupted(FileWork<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Windows cannot open a folder; there the name is durable with the file. */
    private static void syncFolder(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            sync(path, StandardOpenOption.READ);
        }
    }

    private StoreException failed(String what, IOException e) {
        return new StoreException(
                folder + ": could not " + what + " (" + e.getMessage()
                        + "). Maybe the disk is full, or not yours to write?",
                new UncheckedIOException(e));
    }
}
