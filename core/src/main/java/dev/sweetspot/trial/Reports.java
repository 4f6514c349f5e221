package dev.sweetspot.trial;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many reports in columns: what {@link Event.Reported} says, without objects for each. A long study has a million of them, and
 * what they add up to needs none of those. Used by one thread at a time.
 */
public final class Reports {
    private int size;
    private int[] trials;
    private long[] atSeconds;
    private int[] atNanos;
    private double[] fidelities;
    private double[] seconds;
    private @Nullable String[] checkpoints;
    /** Where the values of a report end; they begin where those of the last one ended. */
    private int[] ends;

    private String[] names;
    private double[] values;

    /** @param likely how many there will be, as far as is known */
    public Reports(int likely) {
        int room = Math.max(1, likely);
        trials = new int[room];
        atSeconds = new long[room];
        atNanos = new int[room];
        fidelities = new double[room];
        seconds = new double[room];
        checkpoints = new @Nullable String[room];
        ends = new int[room];
        names = new String[room];
        values = new double[room];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a report, whose values {@link #value} adds after it.
     *
     * @param atSecond when it was made, in seconds since 1970
     * @param atNano and nanoseconds
     * @param soFar seconds that the trial had worked until then
     * @param checkpoint what it can go on from; null for none
     */
    public void add(int trial, long atSecond, int atNano, double fidelity, double soFar, @Nullable String checkpoint) {
        if (size == trials.length) {
            trials = Arrays.copyOf(trials, 2 * size);
            atSeconds = Arrays.copyOf(atSeconds, 2 * size);
            atNanos = Arrays.copyOf(atNanos, 2 * size);
            fidelities = Arrays.copyOf(fidelities, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            checkpoints = Arrays.copyOf(checkpoints, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        trials[size] = trial;
        atSeconds[size] = atSecond;
        atNanos[size] = atNano;
        fidelities[size] = fidelity;
        seconds[size] = soFar;
        checkpoints[size] = checkpoint;
        ends[size] = begin(size);
        size++;
    }

    /** Adds a value to the report that was added last. */
    public void value(String name, double value) {
        int place = ends[size - 1]++;
        if (place == names.length) {
            names = Arrays.copyOf(names, 2 * place);
            values = Arrays.copyOf(values, 2 * place);
        }
        names[place] = name;
        values[place] = value;
    }

    /** Adds a report that is an event. */
    void add(Event.Reported event) {
        var at = event.at();
        add(
                event.trial(),
                at.getEpochSecond(),
                at.getNano(),
                event.fidelity(),
                event.seconds(),
                event.checkpoint().orElse(null));
        event.values().values().forEach(this::value);
    }

    /** Takes all out, and keeps the room. */
    void clear() {
        size = 0;
    }

    private int begin(int report) {
        return report == 0 ? 0 : ends[report - 1];
    }

    /** The trial that made a report. */
    public int trial(int report) {
        return trials[report];
    }

    double fidelity(int report) {
        return fidelities[report];
    }

    double seconds(int report) {
        return seconds[report];
    }

    Optional<Trial.Checkpoint> checkpoint(int report) {
        var artifact = checkpoints[report];
        return artifact == null ? Optional.empty() : Optional.of(new Trial.Checkpoint(artifact, fidelities[report]));
    }

    /** How many values a report has. */
    int values(int report) {
        return ends[report] - begin(report);
    }

    String name(int report, int value) {
        return names[begin(report) + value];
    }

    double value(int report, int value) {
        return values[begin(report) + value];
    }

    /** A report as an event. */
    public Event.Reported event(int report) {
        return new Event.Reported(
                trials[report],
                Instant.ofEpochSecond(atSeconds[report], atNanos[report]),
                fidelities[report],
                measurements(report),
                seconds[report],
                Optional.ofNullable(checkpoints[report]));
    }

    private Measurements measurements(int report) {
        int count = values(report);
        if (count == 1) {
            return Measurements.of(name(report, 0), value(report, 0));
        }
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < count; i++) {
            map.put(name(report, i), value(report, i));
        }
        return new Measurements(map);
    }
}
