package dev.sweetspot.studio.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The files of the images of a project: copies under the hash of their content ({@code originals/ab/abcd...}), and files
 * elsewhere that were not copied. No name that a person or a file gave ever becomes a path here, and nothing is given out
 * whose content has another hash: a reference in a project from anywhere can show nobody a file that they do not have.
 */
public final class Originals {
    static final String FOLDER = "originals";

    private final Path folder;

    /** @param project the folder of the project */
    Originals(Path project) {
        this.folder = project.resolve(FOLDER);
    }

    /** The sha-256 of a file's content, 64 hexadecimal digits. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Keeps a copy. When this returns, it is on the disk.
     *
     * @return its hash
     */
    public String keep(byte[] bytes) throws IOException {
        var hash = hash(bytes);
        var file = file(hash);
        if (Files.exists(file)) {
            return hash;
        }
        Files.createDirectories(file.getParent());
        var incoming = Files.createTempFile(file.getParent(), "incoming", ".tmp");
        try {
            try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(incoming);
        }
        return hash;
    }

    /**
     * The file of an image, whole.
     *
     * @throws IOException with the reason in words when it is gone, or is not what it was
     */
    public byte[] read(ProjectImage image) throws IOException {
        var bytes = bytes(image);
        if (!hash(bytes).equals(image.hash())) {
            throw new IOException("is not the file any more that was taken in");
        }
        return bytes;
    }

    private byte[] bytes(ProjectImage image) throws IOException {
        try {
            return Files.readAllBytes(file(image.hash()));
        } catch (NoSuchFileException notCopied) {
            if (image.reference().isEmpty()) {
                throw new IOException("is missing in the project", notCopied);
            }
        }
        var file = referred(image.reference().get());
        try {
            // A project of somebody else may name anything: a device or a pipe would be read for ever.
            if (image.bytes() <= 0 || !Files.isRegularFile(file) || Files.size(file) != image.bytes()) {
                throw new IOException(
                        Files.exists(file)
                                ? "is not the file any more that was taken in"
                                : "is gone from " + image.reference().get().folder());
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes((int) Math.min(image.bytes(), Integer.MAX_VALUE - 8));
            }
        } catch (NoSuchFileException e) {
            throw new IOException("is gone from " + image.reference().get().folder(), e);
        }
    }

    private static Path referred(Reference reference) throws IOException {
        var folder = Path.of(reference.folder()).normalize();
        var file = folder.resolve(reference.path()).normalize();
        if (!folder.isAbsolute() || !file.startsWith(folder)) {
            throw new IOException("has a place outside of its folder");
        }
        return file;
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
