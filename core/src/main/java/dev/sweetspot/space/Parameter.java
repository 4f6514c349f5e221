package dev.sweetspot.space;

import java.util.List;

/**
 * One named dimension of a search space, and the typed key to its value in a {@link Configuration}.
 *
 * @param <T> the type of its values: Double, Integer, Boolean, or any type for choices
 */
public sealed interface Parameter<T> permits RealParameter, IntegerParameter, ListedParameter, BooleanParameter {
    /** Unique in its space; letters, digits, '_', '.' and '-': {@code augmentation.flip}. */
    String name();

    /** The value when nobody chooses. */
    T defaultValue();

    /** Unit, help and usual change. */
    About about();

    /** The same under another name. */
    Parameter<T> named(String other);

    /**
     * Makes sure that a value of unknown origin belongs to this parameter; text is parsed.
     *
     * @throws dev.sweetspot.form.InvalidInputException with the range or the choices when it does not
     */
    T check(Object value);

    /** The value as study files and pages write it. */
    String label(T value);

    /** "1e-05 to 1, logarithmic", "a, b or c". */
    String rangeInWords();

    /** A real number, linear, without a step, its default in the middle. */
    static RealParameter real(String name, double low, double high) {
        return RealParameter.linear(name, low, high);
    }

    /** A whole number, linear, its default in the middle. */
    static IntegerParameter integer(String name, int low, int high) {
        return IntegerParameter.linear(name, low, high);
    }

    /** One of several texts without an order; the first is the default. */
    static CategoricalParameter<String> categorical(String name, String... choices) {
        return CategoricalParameter.of(name, List.of(choices));
    }

    /** One of several values in their order; the first is the default. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T> OrdinalParameter<T> ordinal(String name, T... choices) {
        return OrdinalParameter.of(name, List.of(choices));
    }

    /** Yes or no; no by default. */
    static BooleanParameter bool(String name) {
        return new BooleanParameter(name, false, About.NOTHING);
    }
}
