package dev.sweetspot.trackers.table.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Structs in the compact protocol of Apache Thrift, the parts of it that Parquet's metadata are made of. Fields are written
 * in the order of their numbers.
 */
final class Compact {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    /** A list of so many elements or more has its size behind its first byte. */
    private static final int LONG_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Compact i32(int field, int value) {
        return header(field, I32).varint(zigzag(value));
    }

    Compact i64(int field, long value) {
        return header(field, I64).varint(zigzag(value));
    }

    Compact truth(int field, boolean value) {
        return header(field, value ? TRUE : FALSE);
    }

    Compact text(int field, String value) {
        return header(field, BINARY).bytes(value);
    }

    /** Begins a struct that is a field; {@link #end} ends it. */
    Compact begin(int field) {
        header(field, STRUCT);
        return beginElement();
    }

    /** A struct without fields. */
    Compact empty(int field) {
        return begin(field).end();
    }

    /** Begins a list of structs, each between {@link #beginElement} and {@link #end}. */
    Compact structs(int field, int size) {
        return list(field, STRUCT, size);
    }

    Compact texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (var value : values) {
            bytes(value);
        }
        return this;
    }

    Compact i32s(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    Compact beginElement() {
        outer.push(last);
        last = 0;
        return this;
    }

    Compact end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /** The struct whose fields were written, with its end. */
    byte[] toBytes() {
        out.write(0);
        return out.toByteArray();
    }

    private Compact list(int field, int type, int size) {
        header(field, LIST);
        if (size < LONG_LIST) {
            out.write((size << 4) | type);
            return this;
        }
        out.write((LONG_LIST << 4) | type);
        return varint(size);
    }

    private Compact header(int field, int type) {
        int ahead = field - last;
        if (ahead < 1 || ahead > 15) {
            throw new IllegalArgumentException("field = " + field + ": must follow " + last + " within 15");
        }
        out.write((ahead << 4) | type);
        last = field;
        return this;
    }

    private Compact bytes(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private Compact varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }
}
