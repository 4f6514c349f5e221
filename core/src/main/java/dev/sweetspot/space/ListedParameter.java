package dev.sweetspot.space;

import java.util.List;

/**
 * A parameter whose values are listed, with or without an order.
 *
 * @param <T> the type of the values
 */
public sealed interface ListedParameter<T> extends Parameter<T> permits CategoricalParameter, OrdinalParameter {
    /** At least one, with different labels. */
    List<Choice<T>> choices();

    /** The position of a value among the choices. */
    default int indexOf(T value) {
        return choices().indexOf(Choices.find(name(), choices(), value, defaultValue()));
    }

    @Override
    default T check(Object value) {
        return Choices.find(name(), choices(), value, defaultValue()).value();
    }

    @Override
    default String label(T value) {
        return Choices.find(name(), choices(), value, defaultValue()).label();
    }

    @Override
    default String rangeInWords() {
        return Choices.inWords(choices());
    }
}
