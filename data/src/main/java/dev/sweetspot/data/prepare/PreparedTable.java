package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import java.util.Arrays;
import java.util.List;

/** A table as a network takes it. Immutable and safe for any number of threads. */
public final class PreparedTable {
    private final TableSet set;
    private final int width;
    private final List<Writer> writers;

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

    PreparedTable(TableSet set, List<Input> inputs) {
        this.set = set;
        this.width = inputs.stream().mapToInt(Input::width).sum();
        var placed = new Writer[inputs.size()];
        int at = 0;
        for (int i = 0; i < placed.length; i++) {
            placed[i] = new Placed(writer(set.columns().get(i), inputs.get(i)), at);
            at += inputs.get(i).width();
        }
        this.writers = List.of(placed);
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
        var all = new float[Math.multiplyExact(size(), width)];
        for (int row = 0; row < size(); row++) {
            write(row, all, row * width);
        }
        return all;
    }
}
