package dev.sweetspot.samplers.gp;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Columns;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/**
 * The part of a conditional space in which the next trial is looked for: mostly all of it, now and then the branch that
 * was tried least. A branch whose first trials were poor is never promising again, however good its best may be: what it
 * hides can only be found by going there, and looking for the best of that branch.
 */
final class Branch {
    private static final int EVERY = 10;

    private final int column;
    private final int value;
    private final Column kind;

    private Branch(int column, int value, Column kind) {
        this.column = column;
        this.value = value;
        this.kind = kind;
    }

    /** Chooses: one suggestion in ten, and only in spaces with branches, is for the one with the fewest trials. */
    static Branch choose(SearchSpace space, Columns columns, double[][] tried, RandomGenerator random) {
        var kinds = Column.of(space);
        var deciding = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.deciding(i) && kinds.get(i).count() > 1) {
                deciding.add(i);
            }
        }
        if (deciding.isEmpty() || random.nextInt(EVERY) > 0) {
            return new Branch(-1, 0, new Column.Interval());
        }
        int column = deciding.get(random.nextInt(deciding.size()));
        var kind = kinds.get(column);
        var counts = new int[kind.count()];
        for (var point : tried) {
            counts[kind.index(point[column])]++;
        }
        int least = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] < counts[least]) {
                least = i;
            }
        }
        return new Branch(column, least, kind);
    }

    /** Whether it is a part only. */
    boolean chosen() {
        return column >= 0;
    }

    /** Whether a point lies in it. */
    boolean has(double[] point) {
        return column < 0 || kind.index(point[column]) == value;
    }
}
