package dev.sweetspot.data.file;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Files that may be gzipped. */
public final class Gz {
    /** The longest array of bytes that every Java can make. */
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private Gz() {}

    /** The whole content. */
    public static byte[] read(Path file) {
        try (InputStream in = open(file)) {
            if (Files.size(file) > LARGEST) {
                throw new InvalidInputException(
                        "data", Shown.name(file.toString()), "must be at most 2 GB", "a part of it?");
            }
            int most = (int) Math.min(Bomb.roomFor(Files.size(file)), LARGEST);
            var bytes = Objects.requireNonNull(in.readNBytes(most));
            if (bytes.length == most && in.read() >= 0) {
                throw Bomb.found(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "data = " + Shown.name(file.toString()) + ": cannot be read to its end (" + e.getMessage()
                            + "). Maybe copy it again?",
                    e);
        }
    }

    /**
     * The first bytes.
     *
     * @param most so many at most
     */
    public static byte[] beginning(Path file, int most) throws IOException {
        try (InputStream in = open(file)) {
            return Objects.requireNonNull(in.readNBytes(most));
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
