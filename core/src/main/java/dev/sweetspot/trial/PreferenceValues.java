package dev.sweetspot.trial;

import dev.sweetspot.form.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values by the names of objectives: checked, copied and written for people. */
final class PreferenceValues {
    private PreferenceValues() {}

    static void sameNames(String what, Set<String> given, Iterable<String> needed) {
        for (var name : needed) {
            if (!given.contains(name)) {
                throw new InvalidInputException(
                        what, given, "must say something of " + name, "a weight of 0 where it does not matter?");
            }
        }
        for (var name : given) {
            boolean known = false;
            for (var other : needed) {
                known |= other.equals(name);
            }
            if (!known) {
                throw new InvalidInputException(what, name, "is not one of the objectives", "");
            }
        }
    }

    static Map<String, Double> weights(String what, Map<String, Double> weights) {
        double sum = 0;
        for (var entry : weights.entrySet()) {
            if (!(entry.getValue() >= 0 && Double.isFinite(entry.getValue()))) {
                throw new InvalidInputException(
                        "weight of " + entry.getKey(), entry.getValue(), "must be a finite number, at least 0", "1?");
            }
            sum += entry.getValue();
        }
        if (!(sum > 0)) {
            throw new InvalidInputException(what, weights, "must have one above 0", "equal ones?");
        }
        return copy(weights);
    }

    static Map<String, Double> widths(Map<String, Double> widths, Set<String> objectives) {
        for (var entry : widths.entrySet()) {
            if (!(entry.getValue() > 0 && Double.isFinite(entry.getValue()))) {
                throw new InvalidInputException(
                        "width of " + entry.getKey(), entry.getValue(), "must be finite and above 0", "");
            }
        }
        if (!widths.isEmpty()) {
            sameNames("widths", widths.keySet(), objectives);
        }
        return copy(widths);
    }

    static Map<String, Double> finite(String what, Map<String, Double> values) {
        for (var entry : values.entrySet()) {
            if (!Double.isFinite(entry.getValue())) {
                throw new InvalidInputException(
                        what, entry.getKey() + " = " + entry.getValue(), "must be a finite number", "");
            }
        }
        return copy(values);
    }

    /** By name, so that what is said of equal ones is equal. */
    private static Map<String, Double> copy(Map<String, Double> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static String weighted(Map<String, Double> weights) {
        return String.join(" and ", weights.keySet()) + ", weighted "
                + weights.values().stream().map(PreferenceValues::brief).collect(Collectors.joining(" : "));
    }

    static String list(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + brief(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** "2" and not "2.0". */
    private static String brief(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
