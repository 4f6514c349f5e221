package dev.sweetspot.space;

import java.util.List;

/**
 * One of several values without an order: no choice is nearer to one than to another.
 *
 * @param choices at least one, with different labels
 * @param <T> the type of the values
 */
public record CategoricalParameter<T>(String name, List<Choice<T>> choices, T defaultValue, About about)
        implements ListedParameter<T> {
    /** Keeps a copy; checks name, labels and default. */
    public CategoricalParameter {
        Names.check("parameter", name);
        choices = List.copyOf(choices);
        Choices.check(name, choices);
        Choices.find(name, choices, defaultValue, defaultValue);
    }

    /** Labels are the values' texts; the first is the default. */
    public static <T> CategoricalParameter<T> of(String name, List<T> values) {
        var choices = Choices.of(name, values);
        return new CategoricalParameter<>(name, choices, choices.get(0).value(), About.NOTHING);
    }

    /** The same with another default. */
    public CategoricalParameter<T> withDefault(T value) {
        return new CategoricalParameter<>(name, choices, value, about);
    }

    /** The same with a unit, a help text or a usual change. */
    public CategoricalParameter<T> with(About other) {
        return new CategoricalParameter<>(name, choices, defaultValue, other);
    }

    @Override
    public CategoricalParameter<T> named(String other) {
        return new CategoricalParameter<>(other, choices, defaultValue, about);
    }
}
