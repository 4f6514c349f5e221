package dev.sweetspot.trial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The reports of one trial: columns of primitive numbers over growing fidelity. Immutable; appending shares the columns
 * and costs amortised constant time.
 */
public final class Curve {
    /** No reports. */
    public static final Curve EMPTY = new Curve(0, new double[0], new double[0], Map.of());

    private final int size;
    private final double[] fidelities;
    private final double[] seconds;
    private final Map<String, double[]> columns;

    private Curve(int size, double[] fidelities, double[] seconds, Map<String, double[]> columns) {
        this.size = size;
        this.fidelities = fidelities;
        this.seconds = seconds;
        this.columns = columns;
    }

    /** Number of reports. */
    public int size() {
        return size;
    }

    /** The fidelity of a report, from 0 to size - 1. */
    public double fidelity(int index) {
        return fidelities[Objects.checkIndex(index, size)];
    }

    /** The seconds that the trial had worked until a report. */
    public double seconds(int index) {
        return seconds[Objects.checkIndex(index, size)];
    }

    /** A value of a report; NaN when that report did not have it. */
    public double value(String name, int index) {
        Objects.checkIndex(index, size);
        var column = columns.get(name);
        return column == null ? Double.NaN : column[index];
    }

    /** All values of one name, one for each report; NaN where a report did not have it. */
    public double[] values(String name) {
        var column = columns.get(name);
        if (column != null) {
            return Arrays.copyOf(column, size);
        }
        var result = new double[size];
        Arrays.fill(result, Double.NaN);
        return result;
    }

    /** The names that any report had, in the order in which they came. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The fidelity of the last report; 0 when there is none. */
    public double reached() {
        return size == 0 ? 0 : fidelities[size - 1];
    }

    /** The last value of that name that is not NaN. */
    public OptionalDouble last(String name) {
        for (int i = size - 1; i >= 0; i--) {
            double value = value(name, i);
            if (!Double.isNaN(value)) {
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    /** The numbers of a report. */
    public Measurements at(int index) {
        var values = new LinkedHashMap<String, Double>();
        for (var name : columns.keySet()) {
            double value = value(name, index);
            if (!Double.isNaN(value)) {
                values.put(name, value);
            }
        }
        return new Measurements(values);
    }

    /**
     * The same and one report more.
     *
     * @throws IllegalArgumentException when the fidelity does not grow
     */
    public Curve append(double fidelity, double secondsSoFar, Measurements values) {
        if (!(fidelity > reached())) {
            throw new IllegalArgumentException(
                    "fidelity = " + fidelity + ": must be above that of the last report, " + reached());
        }
        // Only the longest curve over a shared column may write behind its end, and it has to be the first to do so:
        // an unused slot holds NaN in the fidelity column until then.
        synchronized (columns) {
            boolean room = size < fidelities.length && Double.isNaN(fidelities[size]);
            int capacity = room ? fidelities.length : Math.max(8, size * 2);
            var newFidelities = room ? fidelities : grown(fidelities, capacity);
            var newSeconds = room ? seconds : grown(seconds, capacity);
            boolean sameNames = columns.keySet().containsAll(values.values().keySet());
            Map<String, double[]> newColumns = columns;
            if (!room || !sameNames) {
                newColumns = new LinkedHashMap<>();
                for (var entry : columns.entrySet()) {
                    newColumns.put(entry.getKey(), room ? entry.getValue() : grown(entry.getValue(), capacity));
                }
                for (var name : values.values().keySet()) {
                    newColumns.computeIfAbsent(name, unused -> grown(new double[0], capacity));
                }
            }
            newFidelities[size] = fidelity;
            newSeconds[size] = secondsSoFar;
            for (var entry : newColumns.entrySet()) {
                entry.getValue()[size] = values.find(entry.getKey()).orElse(Double.NaN);
            }
            return new Curve(size + 1, newFidelities, newSeconds, newColumns);
        }
    }

    /**
     * The same reports with one value more in each; a copy.
     *
     * @param values one for each report; NaN for none
     */
    Curve with(String name, double[] values) {
        var copies = new LinkedHashMap<String, double[]>();
        columns.forEach((other, column) -> copies.put(other, Arrays.copyOf(column, size)));
        copies.put(name, Arrays.copyOf(values, size));
        return new Curve(size, Arrays.copyOf(fidelities, size), Arrays.copyOf(seconds, size), copies);
    }

    private double[] grown(double[] column, int capacity) {
        var copy = Arrays.copyOf(Arrays.copyOf(column, Math.min(size, column.length)), capacity);
        Arrays.fill(copy, Math.min(size, column.length), capacity, Double.NaN);
        return copy;
    }
}
