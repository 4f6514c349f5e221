package dev.sweetspot.space;

import java.util.List;

/**
 * One of several values whose order counts: batch sizes, model sizes. Neighbours in the list are near.
 *
 * @param choices at least one, with different labels
 * @param <T> the type of the values
 */
public record OrdinalParameter<T>(String name, List<Choice<T>> choices, T defaultValue, About about)
        implements ListedParameter<T> {
    /** Keeps a copy; checks name, labels and default. */
    public OrdinalParameter {
        Names.check("parameter", name);
        choices = List.copyOf(choices);
        Choices.check(name, choices);
        Choices.find(name, choices, defaultValue, defaultValue);
    }

    /** Labels are the values' texts; the first is the default. */
    public static <T> OrdinalParameter<T> of(String name, List<T> values) {
        var choices = Choices.of(name, values);
        return new OrdinalParameter<>(name, choices, choices.get(0).value(), About.NOTHING);
    }

    /** The same with another default. */
    public OrdinalParameter<T> withDefault(T value) {
        return new OrdinalParameter<>(name, choices, value, about);
    }

    /** The same with a unit, a help text or a usual change. */
    public OrdinalParameter<T> with(About other) {
        return new OrdinalParameter<>(name, choices, defaultValue, other);
    }

    @Override
    public OrdinalParameter<T> named(String other) {
        return new OrdinalParameter<>(other, choices, defaultValue, about);
    }
}
