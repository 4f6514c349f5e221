package dev.sweetspot.trial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reports of one trial over growing fidelity. Immutable; appending shares the rows and costs amortised constant time.
 *
 * <p>A row of primitive numbers for each report, all in one array: schedulers ask the curves of thousands of trials, and
 * every array more is memory that is not in the cache.
 */
public final class Curve {
    /** No reports. */
    public static final Curve EMPTY = new Curve(0, List.of(), new double[0]);

    private static final int FIDELITY = 0;
    private static final int SECONDS = 1;
    /** What each row begins with; the values follow in the order of the names. */
    private static final int BEGIN = 2;

    private static final int LEAST_ROOM = 8;

    private final int size;
    private final List<String> names;
    private final double[] rows;

    private Curve(int size, List<String> names, double[] rows) {
        this.size = size;
        this.names = names;
        this.rows = rows;
    }

    private int width() {
        return BEGIN + names.size();
    }

    private double cell(int report, int column) {
        return rows[report * width() + column];
    }

    /** Number of reports. */
    public int size() {
        return size;
    }

    /** The fidelity of a report, from 0 to size - 1. */
    public double fidelity(int index) {
        return cell(Objects.checkIndex(index, size), FIDELITY);
    }

    /** The seconds that the trial had worked until a report. */
    public double seconds(int index) {
        return cell(Objects.checkIndex(index, size), SECONDS);
    }

    /** A value of a report; NaN when that report did not have it. */
    public double value(String name, int index) {
        Objects.checkIndex(index, size);
        int place = names.indexOf(name);
        return place < 0 ? Double.NaN : cell(index, BEGIN + place);
    }

    /** All values of one name, one for each report; NaN where a report did not have it. */
    public double[] values(String name) {
        var result = new double[size];
        int place = names.indexOf(name);
        for (int i = 0; i < size; i++) {
            result[i] = place < 0 ? Double.NaN : cell(i, BEGIN + place);
        }
        return result;
    }

    /**
     * The best finite value among the first reports: in one pass, because schedulers ask all trials of a study for it.
     *
     * @param reports how many of them count, at most {@link #size}
     * @return in the objective's own direction; NaN when none of them has a finite one
     */
    public double best(Objective objective, int reports) {
        Objects.checkFromToIndex(0, reports, size);
        int place = names.indexOf(objective.name());
        double best = Double.NaN;
        for (int i = 0; place >= 0 && i < reports; i++) {
            double value = cell(i, BEGIN + place);
            if (Double.isFinite(value) && (Double.isNaN(best) || objective.better(value, best))) {
                best = value;
            }
        }
        return best;
    }

    /** The names that any report had, in the order in which they came. */
    public List<String> names() {
        return names;
    }

    /** The fidelity of the last report; 0 when there is none. */
    public double reached() {
        return size == 0 ? 0 : cell(size - 1, FIDELITY);
    }

    /** The last value of that name that is not NaN. */
    public OptionalDouble last(String name) {
        int place = names.indexOf(name);
        for (int i = size - 1; place >= 0 && i >= 0; i--) {
            double value = cell(i, BEGIN + place);
            if (!Double.isNaN(value)) {
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    /** The numbers of a report. */
    public Measurements at(int index) {
        var values = new LinkedHashMap<String, Double>();
        for (var name : names) {
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
        if (!names.containsAll(values.values().keySet())) {
            return naming(values.values().keySet()).append(fidelity, secondsSoFar, values);
        }
        // Only the longest curve over shared rows may write behind its end, and it has to be the first to do so: a row
        // that is not used yet begins with NaN.
        synchronized (rows) {
            int begin = size * width();
            boolean room = begin < rows.length && Double.isNaN(rows[begin + FIDELITY]);
            var longer = room ? rows : wider(names, Math.max(LEAST_ROOM, size * 2));
            longer[begin + FIDELITY] = fidelity;
            longer[begin + SECONDS] = secondsSoFar;
            for (int i = 0; i < names.size(); i++) {
                longer[begin + BEGIN + i] = values.find(names.get(i)).orElse(Double.NaN);
            }
            return new Curve(size + 1, names, longer);
        }
    }

    /** A copy with columns for further names, which no report has yet. */
    private Curve naming(Set<String> more) {
        var all = Stream.concat(names.stream(), more.stream()).distinct().toList();
        return new Curve(size, all, wider(all, size));
    }

    /**
     * The same reports with one value more in each; a copy.
     *
     * @param values one for each report; NaN for none
     */
    Curve with(String name, double[] values) {
        var named = naming(Set.of(name));
        int column = BEGIN + named.names.indexOf(name);
        for (int i = 0; i < size; i++) {
            named.rows[i * named.width() + column] = values[i];
        }
        return named;
    }

    /** A copy of the rows with columns for further names and room for further reports. */
    private double[] wider(List<String> all, int reports) {
        int width = BEGIN + all.size();
        var copy = new double[reports * width];
        Arrays.fill(copy, Double.NaN);
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows, i * width(), copy, i * width, width());
        }
        return copy;
    }

    /** A curve to which many reports are added before anybody looks at it: without the curves in between. */
    static final class Growing {
        private List<String> names;
        private double[] rows;
        private int size;

        private final int likely;

        /** @param likely how many reports it will have, as far as is known */
        Growing(Curve curve, int likely) {
            this.likely = likely;
            this.names = curve.names;
            this.rows = Arrays.copyOf(curve.rows, curve.size * curve.width());
            this.size = curve.size;
        }

        int size() {
            return size;
        }

        double reached() {
            return size == 0 ? 0 : rows[(size - 1) * (BEGIN + names.size()) + FIDELITY];
        }

        /** As {@link Curve#append}. */
        void append(Reports reports, int index) {
            double fidelity = reports.fidelity(index);
            if (!(fidelity > reached()) || !hasNamesOf(reports, index)) {
                // Refused there, or given further columns.
                become(curve().append(
                                fidelity,
                                reports.seconds(index),
                                reports.event(index).values()));
                return;
            }
            int width = BEGIN + names.size();
            int begin = size * width;
            if (begin + width > rows.length) {
                rows = Arrays.copyOf(rows, (size < likely ? likely : Math.max(LEAST_ROOM, 2 * size)) * width);
            }
            rows[begin + FIDELITY] = fidelity;
            rows[begin + SECONDS] = reports.seconds(index);
            Arrays.fill(rows, begin + BEGIN, begin + width, Double.NaN);
            for (int k = 0; k < reports.values(index); k++) {
                rows[begin + BEGIN + place(reports.name(index, k), k)] = reports.value(index, k);
            }
            size++;
        }

        private boolean hasNamesOf(Reports reports, int index) {
            boolean all = true;
            for (int k = 0; all && k < reports.values(index); k++) {
                all = place(reports.name(index, k), k) >= 0;
            }
            return all;
        }

        /** Where a name stands; -1 for nowhere. Most reports have all names in the same order. */
        private int place(String name, int likely) {
            return likely < names.size() && names.get(likely).equals(name) ? likely : names.indexOf(name);
        }

        private void become(Curve curve) {
            names = curve.names;
            rows = Arrays.copyOf(curve.rows, curve.size * curve.width());
            size = curve.size;
        }

        /** All of it, in no more room than it needs; nothing may be added after that. */
        Curve curve() {
            int room = size * (BEGIN + names.size());
            return new Curve(size, names, rows.length == room ? rows : Arrays.copyOf(rows, room));
        }
    }
}
