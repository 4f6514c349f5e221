package dev.sweetspot.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two image sets the same: sha-256 over the digests of the images and all that belongs to them. */
final class ContentHash {
    /** Bytes of a sha-256. */
    static final int BYTES = 32;

    private ContentHash() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(ImageSet set) {
        MessageDigest sha = sha256();
        text(sha, "sweetspot images 1");
        number(sha, set.height());
        number(sha, set.width());
        number(sha, set.channels());
        number(sha, set.depth().bytes());
        number(sha, set.classNames().size());
        set.classNames().forEach(name -> text(sha, name));
        number(sha, set.size());
        for (int i = 0; i < set.size(); i++) {
            text(sha, set.name(i));
            number(sha, set.labelled() ? set.label(i) : -1);
            sha.update(set.digest(i));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void text(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(sha, bytes.length);
        sha.update(bytes);
    }

    private static void number(MessageDigest sha, int number) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
