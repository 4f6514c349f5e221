package dev.sweetspot.data.format;

import java.io.IOException;

/**
 * A file that may be an image, wherever it lies.
 *
 * @param path inside the data set, with forward slashes
 * @param bytes reads it whole
 */
public record Item(String path, Bytes bytes) {
    /** Reads a file whole. */
    @FunctionalInterface
    public interface Bytes {
        /** The whole file. */
        byte[] read() throws IOException;
    }

    /** A file that is there and cannot be read, with the reason: "is encrypted". */
    public static Item unreadable(String path, String reason) {
        return new Item(path, () -> {
            throw new Unreadable(reason);
        });
    }

    /** Why a file cannot be read, in words for people. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param reason in a few words: "is encrypted" */
        public Unreadable(String reason) {
            super(reason);
        }
    }
}
