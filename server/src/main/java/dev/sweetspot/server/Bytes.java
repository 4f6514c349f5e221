package dev.sweetspot.server;

import java.nio.ByteBuffer;

/** Bytes that nobody changes. */
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Keeps the array: whoever gives it away must not write to it again. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** How many. */
    public int size() {
        return bytes.length;
    }

    /** To read from the first one on. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
