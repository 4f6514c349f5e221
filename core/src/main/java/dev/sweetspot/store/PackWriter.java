package dev.sweetspot.store;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes values one after the other, in as few bytes as is easy. What {@link PackReader} reads. */
final class PackWriter {
    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int NUMBER = 3;
    static final int TEXT = 4;
    static final int LIST = 5;
    static final int MAP = 6;

    /** Whole numbers up to here have no digit that a double does not have. */
    private static final double MOST_WHOLE = 1L << 40;

    private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private long second;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** All of it, and four bytes more. */
    byte[] bytesWith(int checksum) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put(checksum >>> shift);
        }
        return Arrays.copyOf(bytes, size);
    }

    private void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, small numbers first, in whichever direction from 0. */
    void whole(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            put((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** Every bit of it is kept. */
    void number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= MOST_WHOLE && (value != 0 || 1 / value > 0);
        put(whole ? 1 : 0);
        if (whole) {
            whole((long) value);
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (bits >>> shift));
        }
    }

    /** Seconds since the last time that was written. */
    void time(Instant at) {
        whole(at.getEpochSecond() - second);
        whole(at.getNano());
        second = at.getEpochSecond();
    }

    /** The number of a text; a new one is the next, and follows. */
    void text(String text) {
        var known = texts.putIfAbsent(text, texts.size());
        whole(known == null ? texts.size() - 1 : known);
        if (known == null) {
            literal(text);
        }
    }

    private void literal(String text) {
        // Halves of surrogate pairs, which UTF-8 cannot write, do stand in what programs say: they are kept as they
        // are.
        if (!utf8.canEncode(text)) {
            whole(-text.length());
            for (int i = 0; i < text.length(); i++) {
                put(text.charAt(i) >>> Byte.SIZE);
                put(text.charAt(i));
            }
            return;
        }
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        whole(encoded.length);
        for (byte each : encoded) {
            put(each);
        }
    }

    void form(Form form) {
        if (form instanceof MapForm map) {
            put(MAP);
            whole(map.entries().size());
            map.entries().forEach((key, value) -> {
                text(key);
                form(value);
            });
        } else if (form instanceof ListForm list) {
            put(LIST);
            whole(list.items().size());
            list.items().forEach(this::form);
        } else if (form instanceof NumberForm number) {
            put(NUMBER);
            literal(number.literal());
        } else if (form instanceof TextForm text) {
            put(TEXT);
            text(text.value());
        } else {
            put(form instanceof BooleanForm truth ? truth.value() ? TRUE : FALSE : NULL);
        }
    }
}
