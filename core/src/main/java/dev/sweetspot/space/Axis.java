package dev.sweetspot.space;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One parameter as an interval: the map between its values and 0..1. Values that can be counted own bins of equal width,
 * whole numbers on a logarithmic scale bins as wide as the logarithm says.
 */
sealed interface Axis<T> permits Axis.Continuous, Axis.Whole, Axis.Listed, Picked {
    /** The coordinate of a value: for counted values the middle of its bin. */
    double encode(T value);

    /** The value at a coordinate in 0..1. */
    T decode(double coordinate);

    /** How many values there are; empty when they cannot be counted. */
    OptionalLong size();

    /** The value of that index, in order; only where values can be counted. */
    T at(long index);

    /** The share of 0..1 that a counted value owns. */
    default double weight(T value) {
        return 1.0 / size().orElse(1);
    }

    /** The axis of a parameter. */
    @SuppressWarnings("unchecked") // each case gives the axis of its own value type
    static <T> Axis<T> of(Parameter<T> parameter) {
        if (parameter instanceof RealParameter real) {
            return (Axis<T>) (real.step().isPresent() ? grid(real) : new Continuous(real));
        }
        if (parameter instanceof IntegerParameter integer) {
            return (Axis<T>) new Whole(integer);
        }
        if (parameter instanceof BooleanParameter) {
            return (Axis<T>) new Listed<>(List.of(false, true));
        }
        if (parameter instanceof CategoricalParameter<T> categorical) {
            return new Listed<>(
                    categorical.choices().stream().map(Choice::value).toList());
        }
        var ordinal = (OrdinalParameter<T>) parameter;
        return new Listed<>(ordinal.choices().stream().map(Choice::value).toList());
    }

    private static Axis<Double> grid(RealParameter real) {
        double width = real.step().orElseThrow();
        long last = (long) Math.floor((real.high() - real.low()) / width + 1e-9);
        if (last > 10_000) {
            return new Continuous(real);
        }
        var values = new ArrayList<Double>();
        for (long i = 0; i <= last; i++) {
            values.add(Ranges.onGrid(real.low() + i * width, real.low(), real.high(), real.step()));
        }
        return new Listed<>(values);
    }

    /** The logarithm that a scale takes of a value, growing; the value itself on a linear scale. */
    private static double stretched(Scale scale, double low, double high, double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOGARITHMIC -> Math.log(value);
            case REVERSE_LOGARITHMIC -> -Math.log(distance(low, high, value));
            case LOGARITHMIC_FROM_ZERO -> Math.log(value + Ranges.nearlyNothing(high));
        };
    }

    private static double unstretched(Scale scale, double low, double high, double stretched) {
        return switch (scale) {
            case LINEAR -> stretched;
            case LOGARITHMIC -> Math.exp(stretched);
            case REVERSE_LOGARITHMIC -> mirror(low, high) - Math.exp(-stretched);
            case LOGARITHMIC_FROM_ZERO -> fromZero(Math.exp(stretched), Ranges.nearlyNothing(high));
        };
    }

    /** 0 itself where rounding alone is left. */
    private static double fromZero(double shifted, double shift) {
        double value = shifted - shift;
        return value < 1e-9 * shift ? 0 : value;
    }

    /** Halves where the width of the range is not a finite number. */
    private static double share(double from, double to, double value) {
        double width = to - from;
        return Double.isFinite(width) ? (value - from) / width : (value / 2 - from / 2) / (to / 2 - from / 2);
    }

    private static double between(double from, double to, double share) {
        double width = to - from;
        return Double.isFinite(width) ? from + share * width : from * (1 - share) + to * share;
    }

    private static double mirror(double low, double high) {
        return high < 1 && low >= 0 ? 1 : high + low;
    }

    private static double distance(double low, double high, double value) {
        return mirror(low, high) - value;
    }

    /** All real numbers of a range, or a grid too fine to be counted. */
    record Continuous(RealParameter parameter) implements Axis<Double> {
        @Override
        public double encode(Double value) {
            double from = stretch(parameter.low());
            double to = stretch(parameter.high());
            return to > from ? Ranges.clamp(share(from, to, stretch(value)), 0, 1) : 0.5;
        }

        @Override
        public Double decode(double coordinate) {
            double from = stretch(parameter.low());
            double to = stretch(parameter.high());
            double value =
                    unstretched(parameter.scale(), parameter.low(), parameter.high(), between(from, to, coordinate));
            return Ranges.onGrid(
                    Ranges.clamp(value, parameter.low(), parameter.high()),
                    parameter.low(),
                    parameter.high(),
                    parameter.step());
        }

        private double stretch(double value) {
            return stretched(parameter.scale(), parameter.low(), parameter.high(), value);
        }

        @Override
        public OptionalLong size() {
            return parameter.low() == parameter.high() ? OptionalLong.of(1) : OptionalLong.empty();
        }

        @Override
        public Double at(long index) {
            return parameter.low();
        }
    }

    /** Whole numbers: each owns the part of the scale from half a step below it to half a step above. */
    record Whole(IntegerParameter parameter) implements Axis<Integer> {
        @Override
        public double encode(Integer value) {
            double from = edge(parameter.low(), -0.5);
            double to = edge((double) last(), 0.5);
            return (edge(value, -0.5) - from + edge(value, 0.5) - from) / 2 / (to - from);
        }

        @Override
        public Integer decode(double coordinate) {
            double from = edge(parameter.low(), -0.5);
            double to = edge((double) last(), 0.5);
            double value =
                    unstretched(parameter.scale(), parameter.low(), parameter.high(), from + coordinate * (to - from));
            double index = Math.rint((value - parameter.low()) / parameter.step());
            return at((long) Ranges.clamp(index, 0, count() - 1.0));
        }

        @Override
        public double weight(Integer value) {
            double from = edge(parameter.low(), -0.5);
            double to = edge((double) last(), 0.5);
            return Math.abs(edge(value, 0.5) - edge(value, -0.5)) / Math.abs(to - from);
        }

        private double edge(double value, double steps) {
            // On a logarithmic scale the lowest edge must stay above 0: low is at least 1 there, half a unit below is
            // 0.5 at the least, and a wider step counts as one unit.
            double half = parameter.scale() == Scale.LINEAR ? steps * parameter.step() : steps;
            return stretched(parameter.scale(), parameter.low(), parameter.high(), value + half);
        }

        private long count() {
            return ((long) parameter.high() - parameter.low()) / parameter.step() + 1;
        }

        private long last() {
            return parameter.low() + (count() - 1) * parameter.step();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(count());
        }

        @Override
        public Integer at(long index) {
            return (int) (parameter.low() + index * parameter.step());
        }
    }

    /** Values in a list, each with a bin of the same width. */
    record Listed<T>(List<T> values) implements Axis<T> {
        @Override
        public double encode(T value) {
            return (values.indexOf(value) + 0.5) / values.size();
        }

        @Override
        public T decode(double coordinate) {
            return values.get((int) Math.min(values.size() - 1.0, Math.floor(coordinate * values.size())));
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(values.size());
        }

        @Override
        public T at(long index) {
            return values.get((int) index);
        }
    }
}
