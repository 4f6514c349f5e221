package dev.sweetspot.insight.importance;

import java.util.Map;

/**
 * The box in which one parameter is active, or two are, as arrays: what the measure of a leaf is restricted to.
 */
final class Region {
    private final Cube cube;
    private final int[] columns;
    private final long[] sets;
    private final double[] widths;
    private final double volume;

    Region(Cube cube, Map<Integer, Long> box) {
        this.cube = cube;
        columns = box.keySet().stream().mapToInt(Integer::intValue).toArray();
        sets = box.values().stream().mapToLong(Long::longValue).toArray();
        widths = new double[columns.length];
        double product = 1;
        for (int k = 0; k < columns.length; k++) {
            widths[k] = cube.bins(columns[k]).width(sets[k]);
            product *= widths[k];
        }
        volume = product;
    }

    /** How often the prior lies in it. */
    double volume() {
        return volume;
    }

    /** The parts of a coordinate that lie in it. */
    long of(int column) {
        for (int k = 0; k < columns.length; k++) {
            if (columns[k] == column) {
                return sets[k];
            }
        }
        return cube.bins(column).all();
    }

    /**
     * By how much the share of a leaf in the region, in all coordinates but two, differs from its share of the whole.
     *
     * @param one of the coordinates left out
     * @param other of them
     */
    double factor(long[] sides, double[] sideWidths, int one, int other) {
        double factor = 1;
        for (int k = 0; k < columns.length; k++) {
            int c = columns[k];
            if (c != one && c != other) {
                long common = sides[c] & sets[k];
                factor *= common == sides[c] ? 1 / widths[k] : cube.bins(c).width(common) / (sideWidths[c] * widths[k]);
            }
        }
        return factor;
    }
}
