package dev.sweetspot.trackers.table.parquet;

import dev.sweetspot.trackers.table.Column;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The cells of one column in one group of rows, as they come: one page, each value plain. */
final class Page {
    private static final int DATA_PAGE = 0;
    static final int PLAIN = 0;
    static final int RLE = 3;

    private final Column.Kind kind;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final BitSet present = new BitSet();
    private final BitSet truths = new BitSet();
    private int cells;
    private int filled;

    Page(Column.Kind kind) {
        this.kind = kind;
    }

    int cells() {
        return cells;
    }

    void add(@Nullable Object cell) {
        if (cell != null) {
            present.set(cells);
            value(cell);
            filled++;
        }
        cells++;
    }

    private void value(Object cell) {
        switch (kind) {
            case TEXT -> {
                var bytes = ((String) cell).getBytes(StandardCharsets.UTF_8);
                values.writeBytes(little(Integer.BYTES).putInt(bytes.length).array());
                values.writeBytes(bytes);
            }
            case WHOLE -> whole((Long) cell);
            case REAL -> whole(Double.doubleToLongBits((Double) cell));
            case TRUTH -> truths.set(filled, (Boolean) cell);
            case TIME -> whole(micros((Instant) cell));
        }
    }

    /** Since 1970, in UTC. */
    private static long micros(Instant time) {
        return Math.addExact(
                TimeUnit.SECONDS.toMicros(time.getEpochSecond()), TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }

    private void whole(long value) {
        values.writeBytes(little(Long.BYTES).putLong(value).array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** With its header: which cells are filled, one bit each, then the values of those. */
    byte[] toBytes() {
        var levels = present(cells);
        var header = levelHeader(levels.length);
        if (kind == Column.Kind.TRUTH) {
            values.writeBytes(bits(truths, filled));
        }
        int size = Integer.BYTES + header.length + levels.length + values.size();
        var page = new Compact()
                .i32(1, DATA_PAGE)
                .i32(2, size)
                .i32(3, size)
                .begin(5)
                .i32(1, cells)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .toBytes();
        var out = new ByteArrayOutputStream(page.length + size);
        out.writeBytes(page);
        out.writeBytes(
                little(Integer.BYTES).putInt(header.length + levels.length).array());
        out.writeBytes(header);
        out.writeBytes(levels);
        out.writeBytes(values.toByteArray());
        return out.toByteArray();
    }

    private byte[] present(int count) {
        return bits(present, count);
    }

    /** The first byte of a run of bits tells how many groups of eight there are; its lowest bit, that they are packed. */
    private static byte[] levelHeader(int groups) {
        var out = new ByteArrayOutputStream();
        int rest = (groups << 1) | 1;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] bits(BitSet set, int count) {
        var packed = new byte[(count + 7) / 8];
        var used = set.toByteArray();
        System.arraycopy(used, 0, packed, 0, used.length);
        return packed;
    }
}
