package dev.sweetspot.surrogate;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Scale;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/**
 * What a model has to know of one coordinate of the unit cube: whether neighbours on it are alike, and which part of it
 * stands for the same value. It agrees with {@link dev.sweetspot.space.Encoding}: a coordinate within a bin decodes to
 * the bin's value.
 */
public sealed interface Column {
    /** The columns of a space, one for each parameter in its order. */
    static List<Column> of(SearchSpace space) {
        return space.parameters().stream().map(Column::of).toList();
    }

    private static Column of(Parameter<?> parameter) {
        if (parameter instanceof CategoricalParameter<?> categorical) {
            return new Categories(categorical.choices().size());
        }
        if (parameter instanceof BooleanParameter) {
            return new Categories(2);
        }
        if (parameter instanceof OrdinalParameter<?> ordinal) {
            return new Steps(ordinal.choices().size());
        }
        if (parameter instanceof IntegerParameter whole) {
            return whole.scale() == Scale.LINEAR
                    ? new Steps((int) Math.min(Integer.MAX_VALUE, count(whole)))
                    : new Bins(whole, count(whole));
        }
        var real = (RealParameter) parameter;
        return real.step().isPresent() ? grid(real, real.step().getAsDouble()) : new Interval();
    }

    private static long count(IntegerParameter whole) {
        return ((long) whole.high() - whole.low()) / whole.step() + 1;
    }

    private static Column grid(RealParameter real, double step) {
        long last = (long) Math.floor((real.high() - real.low()) / step + 1e-9);
        return last > 10_000 ? new Interval() : new Steps((int) last + 1);
    }

    /** How many values there are; 0 when they cannot be counted. */
    int count();

    /** Which value a coordinate stands for, from 0; only where values can be counted. */
    default int index(double coordinate) {
        return (int) Math.max(0, Math.min(count() - 1.0, Math.floor(coordinate * count())));
    }

    /** Where the bin of a value begins; only where values can be counted. */
    default double low(int index) {
        return (double) index / count();
    }

    /** Where the bin of a value ends; only where values can be counted. */
    default double high(int index) {
        return (index + 1.0) / count();
    }

    /** All numbers of a range. */
    record Interval() implements Column {
        /** They cannot be counted. */
        @Override
        public int count() {
            return 0;
        }
    }

    /** Values without an order: being near on the coordinate means nothing. */
    record Categories(int count) implements Column {}

    /** Values in their order, each with a bin of the same width. */
    record Steps(int count) implements Column {}

    /** Whole numbers on a scale that is not linear: bins as wide as the scale says. */
    final class Bins implements Column {
        private final IntegerParameter parameter;
        private final int count;
        private final double from;
        private final double to;

        private Bins(IntegerParameter parameter, long count) {
            this.parameter = parameter;
            this.count = (int) Math.min(Integer.MAX_VALUE, count);
            this.from = stretched(parameter.low() - 0.5);
            this.to = stretched(parameter.low() + (this.count - 1.0) * parameter.step() + 0.5);
        }

        private double mirror() {
            return (double) parameter.high() + parameter.low();
        }

        private double stretched(double value) {
            return parameter.scale() == Scale.LOGARITHMIC ? Math.log(value) : -Math.log(mirror() - value);
        }

        private double unstretched(double stretched) {
            return parameter.scale() == Scale.LOGARITHMIC ? Math.exp(stretched) : mirror() - Math.exp(-stretched);
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public int index(double coordinate) {
            double value = unstretched(from + coordinate * (to - from));
            double index = Math.rint((value - parameter.low()) / parameter.step());
            return (int) Math.max(0, Math.min(count - 1.0, index));
        }

        @Override
        public double low(int index) {
            return index <= 0 ? 0 : edge(index - 0.5);
        }

        @Override
        public double high(int index) {
            return index >= count - 1 ? 1 : edge(index + 0.5);
        }

        private double edge(double index) {
            return (stretched(parameter.low() + index * parameter.step()) - from) / (to - from);
        }
    }
}
