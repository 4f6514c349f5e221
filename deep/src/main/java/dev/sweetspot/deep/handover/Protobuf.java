package dev.sweetspot.deep.handover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"): fields one behind the other, each with its
 * number and the way it is written.
 */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Protobuf whole(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    Protobuf real(int field, float value) {
        varint(((long) field << 3) | FOUR_BYTES);
        bytes.writeBytes(ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array());
        return this;
    }

    Protobuf text(int field, String value) {
        return raw(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
        return raw(field, value.toBytes());
    }

    Protobuf raw(int field, byte[] value) {
        varint(((long) field << 3) | LENGTH);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** Seven bits a byte, the lowest first; a negative number has ten of them. */
    private void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
