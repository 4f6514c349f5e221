package dev.sweetspot.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Artifacts in a folder that all workers see: {@code folder/study/trial/hash-name}. A file is synced before it gets its
 * name and its folder after it, so that a name never stands for half a file, even when the power fails.
 */
public final class FolderArtifacts implements Artifacts {
    private final Path folder;

    /** @param folder made when it is first needed */
    public FolderArtifacts(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(String study, int trial, String name, Path file) {
        try {
            var artifact = ArtifactName.of(file, name);
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
            try {
                Files.copy(file, near, StandardCopyOption.REPLACE_EXISTING);
                sync(near, StandardOpenOption.WRITE);
                Files.move(near, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // A full disk must not be filled with halves.
                Files.deleteIfExists(near);
            }
            Files.delete(file);
        }
    }

    @Override
    public Optional<Path> get(String study, int trial, String artifact) {
        var path = path(study, trial, artifact);
        try {
            return ArtifactName.fits(path, artifact) ? Optional.of(path) : Optional.empty();
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
        try (var trials = Files.newDirectoryStream(root, FolderArtifacts::isOfATrial)) {
            for (var trial : trials) {
                addAll(trial, result);
            }
        } catch (IOException e) {
            throw failed("list the artifacts of " + study, e);
        }
        return result;
    }

    /** Programs that show folders leave files of their own in them. */
    private static boolean isOfATrial(Path path) {
        return path.getFileName().toString().matches("\\d{1,9}") && Files.isDirectory(path);
    }

    /** What another process removes meanwhile is not there any more. */
    private static void addAll(Path trial, List<Artifact> result) throws IOException {
        for (var file : files(trial)) {
            size(file)
                    .ifPresent(bytes -> result.add(new Artifact(
                            Integer.parseInt(trial.getFileName().toString()),
                            plain(file.getFileName().toString()),
                            bytes)));
        }
    }

    private static List<Path> files(Path trial) throws IOException {
        try (var files = Files.list(trial)) {
            return files.toList();
        } catch (NoSuchFileException removed) {
            return List.of();
        }
    }

    private static OptionalLong size(Path file) throws IOException {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (NoSuchFileException removed) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void deleteAll(String study) {
        var root = folder.resolve(safe(study));
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            FolderTree.delete(root);
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

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        Uninterrupted.done(() -> {
            try (var channel = FileChannel.open(path, how)) {
                channel.force(true);
                return path;
            }
        });
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
