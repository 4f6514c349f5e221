package dev.sweetspot.surrogate;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The conditions of a space, as models need them: which coordinates count at a point, thousands of times a second and
 * without making configurations.
 */
public final class Activity {
    private final Encoding encoding;
    private final boolean related;
    private final List<Column> columns;
    private final int[][] parents;
    private final boolean[][][] allowed;

    private Activity(SearchSpace space, List<Column> columns, int[][] parents, boolean[][][] allowed) {
        this.encoding = Encoding.of(space);
        this.related = !space.relations().isEmpty();
        this.columns = columns;
        this.parents = parents;
        this.allowed = allowed;
    }

    /** The conditions of a space. */
    public static Activity of(SearchSpace space) {
        var columns = Column.of(space);
        var parameters = space.parameters();
        var names = parameters.stream().map(Parameter::name).toList();
        var parents = new ArrayList<int[]>();
        var allowed = new ArrayList<boolean[][]>();
        for (var dimension : space.dimensions()) {
            var conditions = dimension.conditions();
            parents.add(conditions.stream()
                    .mapToInt(condition -> names.indexOf(condition.parent()))
                    .toArray());
            allowed.add(conditions.stream()
                    .map(condition -> allowed(condition, parameters.get(names.indexOf(condition.parent()))))
                    .toArray(boolean[][]::new));
        }
        return new Activity(space, columns, parents.toArray(int[][]::new), allowed.toArray(boolean[][][]::new));
    }

    private static boolean[] allowed(Condition condition, Parameter<?> parent) {
        var labels = labels(parent, condition.labels());
        var result = new boolean[labels.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = condition.labels().contains(labels.get(i));
        }
        return result;
    }

    /** The labels of all values of a parent in their order; of whole numbers only as many as are needed. */
    private static List<String> labels(Parameter<?> parent, Set<String> wanted) {
        if (parent instanceof ListedParameter<?> listed) {
            return listed.choices().stream().map(choice -> choice.label()).toList();
        }
        if (parent instanceof BooleanParameter) {
            return List.of("false", "true");
        }
        var labels = new ArrayList<String>();
        if (parent instanceof IntegerParameter whole) {
            int found = 0;
            for (long value = whole.low(); value <= whole.high() && found < wanted.size(); value += whole.step()) {
                var label = whole.label((int) value);
                found += wanted.contains(label) ? 1 : 0;
                labels.add(label);
            }
        }
        return labels;
    }

    /** What the coordinates are. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * A point at or near a place that keeps conditions and relations; empty only when no configuration does.
     *
     * @param full a coordinate for every parameter; NaN stands for one half
     */
    public Optional<double[]> feasible(double[] full, RandomGenerator random) {
        return related ? encoding.repair(full, random).map(encoding::encode) : Optional.of(settle(full));
    }

    /**
     * A point as the encoding would give it back, relations apart: NaN where a parameter is not active, the middle of the bin where values
     * can be counted.
     *
     * @param full a coordinate for every parameter; NaN stands for one half
     */
    public double[] settle(double[] full) {
        var point = new double[full.length];
        for (int c = 0; c < point.length; c++) {
            point[c] = active(c, point) ? settled(columns.get(c), full[c]) : Double.NaN;
        }
        return point;
    }

    private boolean active(int c, double[] point) {
        for (int k = 0; k < parents[c].length; k++) {
            double parent = point[parents[c][k]];
            if (Double.isNaN(parent)) {
                return false;
            }
            int value = columns.get(parents[c][k]).index(parent);
            if (value >= allowed[c][k].length || !allowed[c][k][value]) {
                return false;
            }
        }
        return true;
    }

    private static double settled(Column column, double coordinate) {
        double known = Double.isNaN(coordinate) ? 0.5 : Math.max(0, Math.min(1, coordinate));
        if (column.count() == 0) {
            return known;
        }
        int value = column.index(known);
        return (column.low(value) + column.high(value)) / 2;
    }
}
