package dev.sweetspot.insight.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Numbers in a row, one for each mark of a layer; NaN where there is none. Unboxed, as a study may have 50,000 trials. */
public final class Series {
    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    /** These. */
    public static Series of(double... values) {
        return new Series(values.clone());
    }

    /** One number of each item, in their order. */
    public static <T> Series of(Collection<T> items, ToDoubleFunction<? super T> number) {
        return new Series(items.stream().mapToDouble(number).toArray());
    }

    /** How many there are. */
    public int size() {
        return values.length;
    }

    /** One of them, from 0 to size - 1. */
    public double get(int index) {
        return values[index];
    }

    /** All of them in their order. */
    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /** Those at these places, in the order of the places. */
    public Series at(int... places) {
        return new Series(
                Arrays.stream(places).mapToDouble(place -> values[place]).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
