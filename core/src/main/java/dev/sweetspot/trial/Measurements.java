package dev.sweetspot.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Named numbers, in the order in which they were given: the values of objectives and constraints, and whatever else a
 * trial wants to be remembered (training loss, seconds).
 */
public record Measurements(Map<String, Double> values) {
    /** No numbers. */
    public static final Measurements NONE = new Measurements(Map.of());

    /** Keeps a copy in the order given. */
    public Measurements {
        // Most have one value, and a study has a million of them.
        values = values.size() == 1 ? Map.copyOf(values) : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** One number. */
    public static Measurements of(String name, double value) {
        return new Measurements(Map.of(name, value));
    }

    /** The same and one number more. */
    public Measurements and(String name, double value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Measurements(copy);
    }

    /** The number of that name, if it was given. */
    public OptionalDouble find(String name) {
        var value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
