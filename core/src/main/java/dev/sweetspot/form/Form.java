package dev.sweetspot.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value as it is written in JSON or YAML, with the place where it was written. Everything of the core can be turned
 * into a form and read back from one, so that stores, files, pages and other languages need to know this tree alone.
 *
 * <p>Two forms are equal when their values are: positions do not count.
 */
public sealed interface Form {
    /** Where it was written. */
    Position at();

    /** "a text", "a number", "a list", ...: for messages. */
    String kind();

    /**
     * A map with its keys in the order in which they were written.
     *
     * @param keys where the keys were written, as far as that is known
     */
    record MapForm(Map<String, Form> entries, Position at, Map<String, Position> keys) implements Form {
        /** Keeps copies. */
        public MapForm {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        /** A map of which nobody knows where its keys were written. */
        public MapForm(Map<String, Form> entries, Position at) {
            this(entries, at, Map.of());
        }

        /** Where a key was written; where its value was, or the whole map, when that is not known. */
        public Position at(String key) {
            return Optional.ofNullable(keys.get(key))
                    .or(() -> Optional.ofNullable(entries.get(key)).map(Form::at))
                    .orElse(at);
        }

        /** The entry of that name, if it is there. A null form counts as absent. */
        public Optional<Form> find(String key) {
            return Optional.ofNullable(entries.get(key)).filter(form -> !(form instanceof NullForm));
        }

        @Override
        public String kind() {
            return "a map";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MapForm that && entries.equals(that.entries);
        }

        @Override
        public int hashCode() {
            return entries.hashCode();
        }
    }

    /** A list. */
    record ListForm(List<Form> items, Position at) implements Form {
        /** Keeps a copy. */
        public ListForm {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ListForm that && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** A text. */
    record TextForm(String value, Position at) implements Form {
        @Override
        public String kind() {
            return "a text";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TextForm that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /**
     * A number as it was written, so that neither a 64-bit seed nor a double loses a digit.
     *
     * @param literal a JSON number
     */
    record NumberForm(String literal, Position at) implements Form {
        /** The nearest double. */
        public double doubleValue() {
            return Double.parseDouble(literal);
        }

        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NumberForm that
                    && new BigDecimal(literal).compareTo(new BigDecimal(that.literal)) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(doubleValue());
        }
    }

    /** True or false. */
    record BooleanForm(boolean value, Position at) implements Form {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BooleanForm that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /** Nothing, written down as null. */
    record NullForm(Position at) implements Form {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NullForm;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** A text that a program made. */
    static TextForm of(String value) {
        return new TextForm(value, Position.NONE);
    }

    /** A whole number that a program made. */
    static NumberForm of(long value) {
        return new NumberForm(Long.toString(value), Position.NONE);
    }

    /** A number that a program made; what JSON cannot write ("NaN", "Infinity", "-Infinity") becomes a text. */
    static Form of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return of(Double.toString(value));
        }
        var negativeZero = value == 0 && 1 / value < 0;
        var whole = value == Math.rint(value) && Math.abs(value) < 1e15 && !negativeZero;
        return new NumberForm(whole ? Long.toString((long) value) : Double.toString(value), Position.NONE);
    }

    /** A truth value that a program made. */
    static BooleanForm of(boolean value) {
        return new BooleanForm(value, Position.NONE);
    }

    /** A list that a program made. */
    static ListForm of(List<? extends Form> items) {
        return new ListForm(new ArrayList<>(items), Position.NONE);
    }

    /** A map that a program made; use a map that keeps its order. */
    static MapForm of(Map<String, ? extends Form> entries) {
        return new MapForm(new LinkedHashMap<>(entries), Position.NONE);
    }
}
