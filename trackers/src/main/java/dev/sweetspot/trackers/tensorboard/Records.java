package dev.sweetspot.trackers.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Records as TensorFlow frames them: the length, its checksum, the bytes, their checksum; all of it little-endian. */
final class Records {
    /** Added to checksums, so that those of what holds checksums itself are not always the same. */
    private static final int MASK = 0xa282ead8;

    private Records() {}

    static byte[] framed(byte[] bytes) {
        var length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .array();
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + bytes.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(checksum(length))
                .put(bytes)
                .putInt(checksum(bytes))
                .array();
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
