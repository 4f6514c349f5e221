package dev.sweetspot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a kept file is named: the first 16 digits of the SHA-256 of its content, a hyphen, and the name it was given. */
public final class ArtifactName {
    private static final int HASH_DIGITS = 16;

    private ArtifactName() {}

    /** The name under which a file is kept. */
    public static String of(Path file, String name) throws IOException {
        return hash(file) + "-" + name;
    }

    /** The name that it was given. */
    public static String given(String artifact) {
        return artifact.substring(artifact.indexOf('-') + 1);
    }

    /** Whether a file has the content that its name speaks of. */
    public static boolean fits(Path file, String artifact) throws IOException {
        return Files.isRegularFile(file) && artifact.startsWith(hash(file) + "-");
    }

    private static String hash(Path file) throws IOException {
        return Uninterrupted.done(() -> hashNow(file));
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
}
