package dev.sweetspot.space;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A parameter is active only where its parent is active and has one of these values. Several conditions on one
 * parameter must all hold.
 *
 * @param parent the name of a parameter that stands earlier in the space: boolean, whole number, categorical, ordinal
 * @param labels the parent's values, as the parent labels them; at least one
 */
public record Condition(String parent, Set<String> labels) {
    /** Keeps a copy in the order given. */
    public Condition {
        labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a condition on " + parent + " needs at least one value");
        }
    }

    /** The condition that a parameter has one of some values. */
    @SafeVarargs
    public static <T> Condition when(Parameter<T> parent, T... values) {
        var labels = new LinkedHashSet<String>();
        for (var value : values) {
            labels.add(parent.label(parent.check(value)));
        }
        return new Condition(parent.name(), labels);
    }

    /** Whether it holds for a value of the parent. */
    <T> boolean holds(Parameter<T> parameter, T value) {
        return labels.contains(parameter.label(value));
    }

    /** "kind is a or b". */
    public String inWords() {
        return parent + " is " + String.join(" or ", List.copyOf(labels));
    }
}
