package dev.sweetspot.data.format;

import java.io.IOException;

/**
 * A file that may be an image, wherever it lies.
 *
 * @param path inside the data set, with forward slashes
 * @param bytes reads it whole
 */
record Item(String path, Bytes bytes) {
    /** Reads a file whole. */
    @FunctionalInterface
    interface Bytes {
        byte[] read() throws IOException;
    }
}
