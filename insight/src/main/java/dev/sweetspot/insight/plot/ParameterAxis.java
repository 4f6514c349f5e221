package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Axis.Numbers;
import dev.sweetspot.insight.chart.Axis.Range;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A parameter as an axis, and where on it configurations lie. What has equal factors of the distance to its upper end is drawn by
 * that distance: "1 - momentum" on a logarithmic axis; a 0 on a logarithmic scale lies where the scale has as good as nothing.
 */
final class ParameterAxis {
    private final Parameter<?> parameter;
    private final Axis axis;
    private final DoubleUnaryOperator drawn;

    private ParameterAxis(Parameter<?> parameter, Axis axis, DoubleUnaryOperator drawn) {
        this.parameter = parameter;
        this.axis = axis;
        this.drawn = drawn;
    }

    static ParameterAxis of(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return numbers(real, real.low(), real.high(), real.scale());
        }
        if (parameter instanceof IntegerParameter whole) {
            return numbers(whole, whole.low(), whole.high(), whole.scale());
        }
        return new ParameterAxis(parameter, new Axis.Words(parameter.name(), words(parameter)), at -> at);
    }

    private static List<String> words(Parameter<?> parameter) {
        return parameter instanceof ListedParameter<?> listed
                ? listed.choices().stream().map(Choice::label).toList()
                : List.of("false", "true");
    }

    private static ParameterAxis numbers(Parameter<?> parameter, double low, double high, Scale scale) {
        var name = parameter.name();
        return switch (scale) {
            case LINEAR -> numbers(parameter, name, Axis.Scale.LINEAR, low, high, at -> at);
            case LOGARITHMIC -> numbers(parameter, name, Axis.Scale.LOGARITHMIC, low, high, at -> at);
            case LOGARITHMIC_FROM_ZERO -> {
                // The encoding takes less than a millionth of the upper end for nothing.
                double nothing = high / 1e6;
                var note = low < nothing ? " (0 drawn at " + plain(nothing) + ")" : "";
                yield numbers(
                        parameter,
                        name + note,
                        Axis.Scale.LOGARITHMIC,
                        Math.max(low, nothing),
                        high,
                        at -> Math.max(at, nothing));
            }
            case REVERSE_LOGARITHMIC -> {
                double mirror = high < 1 && low >= 0 ? 1 : high + low;
                yield numbers(
                        parameter,
                        plain(mirror) + " - " + name,
                        Axis.Scale.LOGARITHMIC,
                        mirror - high,
                        mirror - low,
                        at -> mirror - at);
            }
        };
    }

    private static ParameterAxis numbers(
            Parameter<?> parameter, String name, Axis.Scale scale, double low, double high, DoubleUnaryOperator drawn) {
        var range = low < high ? Optional.of(new Range(low, high)) : Optional.<Range>empty();
        return new ParameterAxis(parameter, new Numbers(name, parameter.about().unit(), scale, range), drawn);
    }

    /** Four digits. */
    static String plain(double number) {
        var rounded = new BigDecimal(number).round(new MathContext(4)).doubleValue();
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e7
                ? Long.toString((long) rounded)
                : Double.toString(rounded).replace(".0E", "E").replace('E', 'e');
    }

    /** The parameter. */
    Parameter<?> parameter() {
        return parameter;
    }

    /** The axis. */
    Axis axis() {
        return axis;
    }

    /** Where a configuration lies; NaN where the parameter is not active in it. */
    double place(Configuration configuration) {
        var value = configuration.values().get(parameter.name());
        if (value == null) {
            return Double.NaN;
        }
        return drawn.applyAsDouble(number(parameter, value));
    }

    private static <T> double number(Parameter<T> parameter, Object given) {
        var value = parameter.check(given);
        if (parameter instanceof ListedParameter<T> listed) {
            return listed.indexOf(value);
        }
        if (parameter instanceof BooleanParameter) {
            return value.equals(true) ? 1 : 0;
        }
        return ((Number) value).doubleValue();
    }
}
