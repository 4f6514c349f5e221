package dev.sweetspot.insight.importance;

import dev.sweetspot.surrogate.Column;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * One coordinate of the unit cube in at most 64 parts, so that a set of them is the bits of one number. Values that can be
 * counted have a part each, as long as there are few; otherwise parts are as many evenly wide ones as there are ones that
 * hold equally many trials: fine where the search looked closely.
 *
 * <p>Of more than 64 categories, those 64 apart share a part.
 */
final class Bins {
    private static final int MOST_CATEGORIES = 64;
    private static final int EVEN = 24;
    private static final int BY_TRIALS = 20;
    private static final double NARROWEST = 1.0 / 96;

    private final Column column;
    /** Where the parts begin and end; of categories the shares of those before. */
    private final double[] edges;

    private Bins(Column column, double[] edges) {
        this.column = column;
        this.edges = edges;
    }

    /**
     * The parts of a column.
     *
     * @param coordinates of the trials that have it
     * @param borders between values that a condition names and others
     */
    static Bins of(Column column, double[] coordinates, double[] borders) {
        int count = column.count();
        if (column instanceof Column.Categories) {
            int parts = Math.min(count, MOST_CATEGORIES);
            var edges = new double[parts + 1];
            for (int i = 0; i < parts; i++) {
                edges[i + 1] = edges[i] + (count / parts + (i < count % parts ? 1 : 0)) / (double) count;
            }
            edges[parts] = 1;
            return new Bins(column, edges);
        }
        if (count > 0 && count <= EVEN + BY_TRIALS) {
            var edges = new double[count + 1];
            for (int i = 1; i <= count; i++) {
                edges[i] = i == count ? 1 : column.high(i - 1);
            }
            return new Bins(column, edges);
        }
        var edges = new TreeSet<Double>();
        edges.add(0.0);
        edges.add(1.0);
        for (int i = 1; i < EVEN; i++) {
            edges.add(snapped(column, (double) i / EVEN));
        }
        for (int i = 0; i < borders.length && edges.size() <= MOST_CATEGORIES - BY_TRIALS; i++) {
            edges.add(borders[i]);
        }
        var sorted = coordinates.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < BY_TRIALS && sorted.length > 0 && edges.size() <= MOST_CATEGORIES; i++) {
            double edge = snapped(column, sorted[(int) ((long) i * sorted.length / BY_TRIALS)]);
            var below = edges.floor(edge);
            var above = edges.ceiling(edge);
            if (below != null && above != null && edge - below >= NARROWEST && above - edge >= NARROWEST) {
                edges.add(edge);
            }
        }
        return new Bins(column, edges.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Never within the part of one value. */
    private static double snapped(Column column, double edge) {
        return column.count() == 0 ? edge : column.low(column.index(edge));
    }

    /** How many numbers tell a simple function of the coordinate but for its mean: a slope and a bend; of names each but one. */
    int free() {
        return column instanceof Column.Categories ? count() - 1 : Math.min(2, count() - 1);
    }

    /** How many parts there are. */
    int count() {
        return edges.length - 1;
    }

    /** Whether neighbours have nothing to do with each other. */
    boolean named() {
        return column instanceof Column.Categories;
    }

    /** The part of a coordinate. */
    int of(double coordinate) {
        if (named()) {
            return column.index(coordinate) % count();
        }
        int found = Arrays.binarySearch(edges, coordinate);
        return Math.max(0, Math.min(count() - 1, found >= 0 ? found : -found - 2));
    }

    /** All parts. */
    long all() {
        return count() == 64 ? -1L : (1L << count()) - 1;
    }

    /** Where a part begins. */
    double low(int part) {
        return edges[part];
    }

    /** Where it ends. */
    double high(int part) {
        return edges[part + 1];
    }

    /** How much of the interval a part has. */
    double width(int part) {
        return edges[part + 1] - edges[part];
    }

    /** How much of the interval a set of parts has. */
    double width(long set) {
        double sum = 0;
        for (long rest = set; rest != 0; ) {
            int first = Long.numberOfTrailingZeros(rest);
            long run = ~(rest >>> first);
            int length = run == 0 ? 64 - first : Long.numberOfTrailingZeros(run);
            length = Math.min(length, 64 - first);
            sum += edges[first + length] - edges[first];
            rest = first + length == 64 ? 0 : rest & (-1L << (first + length));
        }
        return sum;
    }
}
