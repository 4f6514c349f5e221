package dev.sweetspot.space;

/**
 * One of the values of a categorical or ordinal parameter. Choices are the same when their labels are: the label is
 * what is stored.
 *
 * @param label as study files write it; unique in its parameter
 * @param value what a program gets
 */
public record Choice<T>(String label, T value) {
    /** A choice whose label is its text. */
    public static <T> Choice<T> of(T value) {
        return new Choice<>(value instanceof Double number ? Numbers.plain(number) : String.valueOf(value), value);
    }
}
