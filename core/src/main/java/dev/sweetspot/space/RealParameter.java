package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.OptionalDouble;

/**
 * A real number in a closed range.
 *
 * @param low the smallest value, finite
 * @param high the largest value, finite, above {@code low} or equal to it (a constant)
 * @param step values are low, low + step, low + 2 step, ...; empty for all values between
 */
public record RealParameter(
        String name, double low, double high, Scale scale, OptionalDouble step, Double defaultValue, About about)
        implements Parameter<Double> {
    /** Checks name, range, scale, step and default. */
    public RealParameter {
        Names.check("parameter", name);
        Ranges.check(name, low, high, scale);
        if (step.isPresent()
                && !(step.getAsDouble() > 0 && step.getAsDouble() <= Math.max(high - low, Double.MIN_VALUE))) {
            throw new InvalidInputException(
                    name + " step",
                    Numbers.plain(step.getAsDouble()),
                    "must be above 0 and at most the width of the range, " + Numbers.plain(high - low),
                    high > low ? Numbers.plain((high - low) / 10) + "?" : "");
        }
        if (!(defaultValue >= low && defaultValue <= high)) {
            throw new InvalidInputException(
                    name + " default",
                    Numbers.plain(defaultValue),
                    "must be " + Ranges.inWords(low, high),
                    Numbers.plain(Ranges.clamp(defaultValue, low, high)) + "?");
        }
    }

    static RealParameter linear(String name, double low, double high) {
        return new RealParameter(
                name, low, high, Scale.LINEAR, OptionalDouble.empty(), Ranges.middle(low, high), About.NOTHING);
    }

    /** The same on a logarithmic scale, its default in the middle of it. */
    public RealParameter logarithmic() {
        Ranges.check(name, low, high, Scale.LOGARITHMIC);
        return new RealParameter(
                name,
                low,
                high,
                Scale.LOGARITHMIC,
                step,
                Ranges.clamp(Math.sqrt(low) * Math.sqrt(high), low, high),
                about);
    }

    /** The same on a logarithmic scale that has 0 too; the default stays. */
    public RealParameter logarithmicFromZero() {
        return new RealParameter(name, low, high, Scale.LOGARITHMIC_FROM_ZERO, step, defaultValue, about);
    }

    /** The same on a reverse-logarithmic scale; the default stays. */
    public RealParameter reverseLogarithmic() {
        return new RealParameter(name, low, high, Scale.REVERSE_LOGARITHMIC, step, defaultValue, about);
    }

    /** The same on a grid of values. */
    public RealParameter withStep(double width) {
        return new RealParameter(name, low, high, scale, OptionalDouble.of(width), defaultValue, about);
    }

    /** The same with another default. */
    public RealParameter withDefault(double value) {
        return new RealParameter(name, low, high, scale, step, value, about);
    }

    /** The same with a unit, a help text or a usual change. */
    public RealParameter with(About other) {
        return new RealParameter(name, low, high, scale, step, defaultValue, other);
    }

    @Override
    public RealParameter named(String other) {
        return new RealParameter(other, low, high, scale, step, defaultValue, about);
    }

    @Override
    public Double check(Object value) {
        var number = Ranges.number(name, value, () -> Ranges.inWords(low, high), defaultValue);
        if (!(number >= low && number <= high)) {
            throw new InvalidInputException(
                    name,
                    Numbers.plain(number),
                    "must be " + Ranges.inWords(low, high),
                    Numbers.plain(Ranges.clamp(number, low, high)) + "?");
        }
        return Ranges.onGrid(number, low, high, step);
    }

    @Override
    public String label(Double value) {
        return Double.toString(value);
    }

    @Override
    public String rangeInWords() {
        return Numbers.plain(low) + " to " + Numbers.plain(high)
                + (scale == Scale.LINEAR ? "" : ", " + scale.word() + " scale")
                + (step.isPresent() ? ", in steps of " + Numbers.plain(step.getAsDouble()) : "");
    }
}
