package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import java.util.Arrays;
import java.util.List;

/**
 * A table as a network takes it. Immutable and safe for any number of threads.
 *
 * <p>Rows are prepared once and kept, row by row, where they need no more than 256 MB: to look 32 rows of 784 columns up value
 * by value takes as long as a small network takes to learn from them.
 */
public final class PreparedTable {
    /** And no more than a share of the heap, which several trainings at once divide among them. */
    static final long MOST_KEPT = Math.min(1L << 28, Runtime.getRuntime().maxMemory() / 16);

    private final TableSet set;
    private final int width;
    private final List<Writer> writers;
    private final float[] kept;

    /** Writes one column of a row. */
    private interface Writer {
        void write(int row, float[] into, int at);
    }

    private record Placed(Writer writer, int at) implements Writer {
        @Override
        public void write(int row, float[] into, int from) {
            writer.write(row, into, from + at);
        }
    }

    /** @param mostKept bytes that prepared rows may need to be kept */
    PreparedTable(TableSet set, List<Input> inputs, long mostKept) {
        this.set = set;
        this.width = inputs.stream().mapToInt(Input::width).sum();
        var placed = new Writer[inputs.size()];
        int at = 0;
        for (int i = 0; i < placed.length; i++) {
            placed[i] = new Placed(writer(set.columns().get(i), inputs.get(i)), at);
            at += inputs.get(i).width();
        }
        this.writers = List.of(placed);
        this.kept = (long) set.size() * width * Float.BYTES <= mostKept ? prepared() : new float[0];
    }

    private float[] prepared() {
        var rows = new float[Math.multiplyExact(size(), width)];
        // Column after column, as they lie in memory.
        for (var writer : writers) {
            for (int row = 0, at = 0; row < size(); row++, at += width) {
                writer.write(row, rows, at);
            }
        }
        return rows;
    }

    private static Writer writer(Column column, Input input) {
        if (input instanceof NumberInput number && column instanceof Column.Numbers numbers) {
            return (row, into, at) -> number.write(numbers.value(row), into, at);
        }
        if (input instanceof CategoryInput category && column instanceof Column.Categories categories) {
            var slots = category.slots(categories.categories());
            return (row, into, at) -> category.write(categories.code(row), slots, into, at);
        }
        throw new IllegalArgumentException(column.name() + ": is of another kind than what was learnt from");
    }

    /** Number of rows. */
    public int size() {
        return set.size();
    }

    /** How many numbers a network gets for a row. */
    public int width() {
        return width;
    }

    /** Writes the numbers of a row, {@link #width()} of them, from a place on. */
    public void write(int row, float[] into, int at) {
        if (kept.length > 0) {
            System.arraycopy(kept, row * width, into, at, width);
            return;
        }
        Arrays.fill(into, at, at + width, 0);
        for (var writer : writers) {
            writer.write(row, into, at);
        }
    }

    /**
     * The numbers of all rows, rows x width.
     *
     * @throws ArithmeticException if they are more than one array can hold (2^31)
     */
    public float[] all() {
        return kept.length > 0 ? kept.clone() : prepared();
    }
}
