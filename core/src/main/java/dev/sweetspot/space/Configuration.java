package dev.sweetspot.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One immutable assignment of values to the active parameters, in the order of their space. Two configurations are
 * equal when they have the same values.
 */
public final class Configuration {
    private static final Configuration EMPTY = new Configuration(new LinkedHashMap<>());

    private final Map<String, Object> values;
    /** 0 until it is first asked for: samplers look up each trial of a history again and again. */
    private int hash;

    private Configuration(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** No values at all. */
    public static Configuration empty() {
        return EMPTY;
    }

    /** Values by name, as they are: {@link SearchSpace#check} says whether they belong to a space. */
    public static Configuration of(Map<String, ?> values) {
        return new Configuration(new LinkedHashMap<>(values));
    }

    /** The same with one value more, or another value. */
    public <T> Configuration with(Parameter<T> parameter, T value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(parameter.name(), parameter.check(value));
        return new Configuration(copy);
    }

    /**
     * The value of an active parameter.
     *
     * @throws NoSuchElementException when the parameter is not active here
     */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new NoSuchElementException(parameter.name() + " is not active in " + this));
    }

    /** The value of a parameter, if it is active. */
    public <T> Optional<T> find(Parameter<T> parameter) {
        var value = values.get(parameter.name());
        return value == null ? Optional.empty() : Optional.of(parameter.check(value));
    }

    /** Whether a parameter of that name is active. */
    public boolean contains(String name) {
        return values.containsKey(name);
    }

    /** The values by name, in the order of the space. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = values.hashCode();
            hash = known;
        }
        return known;
    }

    /** "learning_rate=0.003, layers=2". */
    @Override
    public String toString() {
        var text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append('=')
                .append(value instanceof Double number ? Numbers.plain(number) : value));
        return text.toString();
    }
}
