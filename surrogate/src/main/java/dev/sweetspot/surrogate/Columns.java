package dev.sweetspot.surrogate;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.SearchSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Which coordinates of the unit cube are distances and which are names: what a model has to know of a space.
 */
public final class Columns {
    private final boolean[] named;
    private final boolean[] deciding;
    private final double effective;

    private Columns(boolean[] named, boolean[] deciding, double effective) {
        this.named = named;
        this.deciding = deciding;
        this.effective = effective;
    }

    /** The columns of a space, in the order of its parameters. */
    public static Columns of(SearchSpace space) {
        var dimensions = List.copyOf(space.dimensions());
        var kinds = Column.of(space);
        var named = new boolean[dimensions.size()];
        var deciding = new boolean[dimensions.size()];
        double active = 0;
        for (int i = 0; i < named.length; i++) {
            var dimension = dimensions.get(i);
            named[i] = kinds.get(i) instanceof Column.Categories;
            deciding[i] = dimension.conditions().isEmpty()
                    && space.dimensions().stream()
                            .flatMap(other -> other.conditions().stream())
                            .anyMatch(condition -> condition
                                    .parent()
                                    .equals(dimension.parameter().name()));
            active += shareActive(space, dimension);
        }
        return new Columns(named, deciding, Math.max(1, active));
    }

    /** The same with one column of numbers more, at the end. */
    public Columns andNumber() {
        return new Columns(
                Arrays.copyOf(named, named.length + 1), Arrays.copyOf(deciding, named.length + 1), effective + 1);
    }

    /** The probability that a parameter is active where every choice above it is equally likely. */
    private static double shareActive(SearchSpace space, SearchSpace.Dimension dimension) {
        double share = 1;
        for (var condition : dimension.conditions()) {
            var parent = space.find(condition.parent()).orElseThrow();
            double choices = parent instanceof CategoricalParameter<?> categorical
                    ? categorical.choices().size()
                    : Math.max(2, condition.labels().size());
            share *= Math.min(1, condition.labels().size() / choices);
            for (var above : space.dimensions()) {
                if (above.parameter().name().equals(condition.parent())) {
                    share *= shareActive(space, above);
                }
            }
        }
        return share;
    }

    /** Number of columns. */
    public int size() {
        return named.length;
    }

    /** Whether a column holds names: two values are the same or not, and no further apart than that. */
    public boolean named(int column) {
        return named[column];
    }

    /** Whether a column is always active and decides which others are: a choice between branches of the space. */
    public boolean deciding(int column) {
        return deciding[column];
    }

    /** How many parameters are active in a usual configuration; at least 1. */
    public double usuallyActive() {
        return effective;
    }
}
