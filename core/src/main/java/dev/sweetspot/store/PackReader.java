package dev.sweetspot.store;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.NullForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads what {@link PackWriter} has written; of other bytes nothing is promised. */
final class PackReader {
    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int at;
    private long second;

    PackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long whole() {
        long rest = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            rest |= (next & 0x7fL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        rest |= (long) next << shift;
        return (rest >>> 1) ^ -(rest & 1);
    }

    double number() {
        if (bytes[at++] == 1) {
            return whole();
        }
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return Double.longBitsToDouble(bits);
    }

    Instant time() {
        return Instant.ofEpochSecond(second(), whole());
    }

    /** The seconds of a time; its nanoseconds follow. */
    long second() {
        second += whole();
        return second;
    }

    String text() {
        int number = (int) whole();
        if (number == texts.size()) {
            texts.add(literal());
        }
        return texts.get(number);
    }

    private String literal() {
        int length = (int) whole();
        if (length < 0) {
            var characters = new char[-length];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = (char) ((bytes[at++] & 0xff) << Byte.SIZE | (bytes[at++] & 0xff));
            }
            return new String(characters);
        }
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    Form form() {
        int kind = bytes[at++];
        return switch (kind) {
            case PackWriter.MAP -> {
                int size = (int) whole();
                var entries = new LinkedHashMap<String, Form>();
                for (int i = 0; i < size; i++) {
                    entries.put(text(), form());
                }
                yield Form.of(entries);
            }
            case PackWriter.LIST -> {
                int size = (int) whole();
                var items = new ArrayList<Form>();
                for (int i = 0; i < size; i++) {
                    items.add(form());
                }
                yield Form.of(items);
            }
            case PackWriter.NUMBER -> new NumberForm(literal(), Position.NONE);
            case PackWriter.TEXT -> Form.of(text());
            case PackWriter.NULL -> new NullForm(Position.NONE);
            default -> Form.of(kind == PackWriter.TRUE);
        };
    }
}
