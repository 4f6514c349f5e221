package dev.sweetspot.trackers.table.parquet;

import dev.sweetspot.trackers.table.Column;
import dev.sweetspot.trackers.table.Row;
import dev.sweetspot.trackers.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a file of Parquet: groups of rows, in each a page a column, and what is where at the end. */
final class ParquetWriter implements TableWriter {
    /** Few enough that a group of wide rows fits into memory, and enough that readers skip along. */
    private static final int ROWS_OF_A_GROUP = 65_536;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final int BOOLEAN = 0;
    private static final int INT64 = 2;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;

    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MICROS = 10;
    private static final int UNCOMPRESSED = 0;

    private final OutputStream out;
    private final List<Column> columns;
    private final List<Group> groups = new ArrayList<>();
    private List<Page> pages = List.of();
    private long position;

    /** Where the columns of a group of rows lie. */
    private record Group(int rows, List<Chunk> chunks) {
        long bytes() {
            return chunks.stream().mapToLong(Chunk::bytes).sum();
        }
    }

    /** Where a column of a group lies. */
    private record Chunk(long offset, long bytes) {}

    ParquetWriter(OutputStream out, List<Column> columns) throws IOException {
        this.out = out;
        this.columns = columns;
        write(MAGIC);
        newPages();
    }

    private void newPages() {
        pages = columns.stream().map(column -> new Page(column.kind())).toList();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    public void row(Row row) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).add(row.get(i));
        }
        if (pages.get(0).cells() == ROWS_OF_A_GROUP) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        int rows = pages.get(0).cells();
        if (rows == 0) {
            return;
        }
        var chunks = new ArrayList<Chunk>();
        for (var page : pages) {
            var bytes = page.toBytes();
            chunks.add(new Chunk(position, bytes.length));
            write(bytes);
        }
        groups.add(new Group(rows, chunks));
        newPages();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            endGroup();
            var footer = footer();
            write(footer);
            write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(footer.length)
                    .array());
            write(MAGIC);
        }
    }

    private byte[] footer() {
        var meta = new Compact().i32(1, 1).structs(2, columns.size() + 1);
        meta.beginElement().text(4, "table").i32(5, columns.size()).end();
        columns.forEach(column -> schema(column, meta));
        meta.i64(3, groups.stream().mapToLong(Group::rows).sum()).structs(4, groups.size());
        groups.forEach(group -> group(group, meta));
        return meta.text(6, "sweetspot").toBytes();
    }

    private static void schema(Column column, Compact meta) {
        meta.beginElement().i32(1, type(column.kind())).i32(3, OPTIONAL).text(4, column.name());
        if (column.kind() == Column.Kind.TEXT) {
            meta.i32(6, UTF8).begin(10).empty(1).end();
        } else if (column.kind() == Column.Kind.TIME) {
            // A time in UTC, in microseconds.
            meta.i32(6, TIMESTAMP_MICROS).begin(10).begin(8);
            meta.truth(1, true).begin(2).empty(2).end();
            meta.end().end();
        }
        meta.end();
    }

    private void group(Group group, Compact meta) {
        meta.beginElement().structs(1, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var chunk = group.chunks().get(i);
            meta.beginElement().i64(2, chunk.offset()).begin(3);
            meta.i32(1, type(column.kind())).i32s(2, Page.PLAIN, Page.RLE).texts(3, column.name());
            meta.i32(4, UNCOMPRESSED).i64(5, group.rows()).i64(6, chunk.bytes()).i64(7, chunk.bytes());
            meta.i64(9, chunk.offset()).end().end();
        }
        meta.i64(2, group.bytes()).i64(3, group.rows()).end();
    }

    private static int type(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> BYTE_ARRAY;
            case WHOLE, TIME -> INT64;
            case REAL -> DOUBLE;
            case TRUTH -> BOOLEAN;
        };
    }
}
