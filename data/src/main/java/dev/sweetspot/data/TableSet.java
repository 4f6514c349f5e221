package dev.sweetspot.data;

import java.util.List;
import java.util.Optional;

/**
 * A table in memory, by columns: numbers and categories, as they stand in the file; what a network takes in the place of
 * missing values and categories is for {@code prepare} to say. Immutable and safe for any number of threads.
 */
public final class TableSet implements DataSet {
    private final List<Column> columns;
    private final Task task;
    private final RowNames names;
    private final Optional<Groups> groups;
    private final Optional<Moments> moments;
    private final String hash;

    /**
     * @param columns what is learnt from, at least one, without the target
     * @param task the target
     * @param groups rows that belong together, if any do
     * @throws IllegalArgumentException if these are not of one size
     */
    public TableSet(List<Column> columns, Task task, RowNames names, Optional<Groups> groups) {
        this(columns, task, names, groups, Optional.empty());
    }

    /**
     * The same with an order in time.
     *
     * @param moments when each row was, if parts follow that
     */
    public TableSet(
            List<Column> columns, Task task, RowNames names, Optional<Groups> groups, Optional<Moments> moments) {
        this.columns = List.copyOf(columns);
        this.task = task;
        this.names = names;
        this.groups = groups;
        this.moments = moments;
        if (columns.isEmpty() || task.size() != names.size()) {
            throw new IllegalArgumentException(
                    columns.size() + " columns, " + task.size() + " targets, " + names.size() + " rows");
        }
        for (var column : columns) {
            if (column.size() != names.size()) {
                throw new IllegalArgumentException(
                        column.name() + ": " + column.size() + " values for " + names.size() + " rows");
            }
        }
        this.hash = ContentHash.of(this);
    }

    /** Number of rows. */
    @Override
    public int size() {
        return names.size();
    }

    /** What is learnt from, in the order of the file, without the target. */
    public List<Column> columns() {
        return columns;
    }

    @Override
    public String nameColumn() {
        return "row";
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public Optional<Groups> groups() {
        return groups;
    }

    @Override
    public Optional<Moments> moments() {
        return moments;
    }

    @Override
    public String name(int i) {
        return names.of(i);
    }

    @Override
    public byte[] digest(int i) {
        return ContentHash.ofRow(this, i);
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public String noun(int count) {
        return count == 1 ? "row" : "rows";
    }

    @Override
    public String toString() {
        return size() + " rows of " + columns.size() + " columns";
    }
}
