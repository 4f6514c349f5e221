package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;

/**
 * A whole number in a closed range.
 *
 * @param low the smallest value
 * @param high the largest value, at least {@code low}
 * @param step values are low, low + step, low + 2 step, ...; 1 for all
 */
public record IntegerParameter(String name, int low, int high, Scale scale, int step, Integer defaultValue, About about)
        implements Parameter<Integer> {
    /** Checks name, range, scale, step and default. */
    public IntegerParameter {
        Names.check("parameter", name);
        Ranges.check(name, low, high, scale);
        if (scale == Scale.LOGARITHMIC_FROM_ZERO) {
            throw new InvalidInputException(
                    name + " scale", scale.word(), "is for real numbers", Scale.LOGARITHMIC.word() + ", from 1 on?");
        }
        if (step < 1 || step > Math.max(1L, (long) high - low)) {
            throw new InvalidInputException(name + " step", step, "must be from 1 to the width of the range", "1?");
        }
        if (defaultValue < low || defaultValue > high) {
            throw new InvalidInputException(
                    name + " default", defaultValue, "must be " + Ranges.inWords(low, high), low + "?");
        }
    }

    static IntegerParameter linear(String name, int low, int high) {
        return new IntegerParameter(
                name, low, high, Scale.LINEAR, 1, low + (int) (((long) high - low) / 2), About.NOTHING);
    }

    /** The same on a logarithmic scale, its default in the middle of it. */
    public IntegerParameter logarithmic() {
        Ranges.check(name, low, high, Scale.LOGARITHMIC);
        long steps = Math.round((Math.sqrt(low) * Math.sqrt(high) - low) / step);
        int middle = (int) Math.min(high, low + steps * step);
        return new IntegerParameter(name, low, high, Scale.LOGARITHMIC, step, middle, about);
    }

    /** The same on a reverse-logarithmic scale. */
    public IntegerParameter reverseLogarithmic() {
        return new IntegerParameter(name, low, high, Scale.REVERSE_LOGARITHMIC, step, defaultValue, about);
    }

    /** The same on a grid of values. */
    public IntegerParameter withStep(int width) {
        return new IntegerParameter(name, low, high, scale, width, defaultValue, about);
    }

    /** The same with another default. */
    public IntegerParameter withDefault(int value) {
        return new IntegerParameter(name, low, high, scale, step, value, about);
    }

    /** The same with a unit, a help text or a usual change. */
    public IntegerParameter with(About other) {
        return new IntegerParameter(name, low, high, scale, step, defaultValue, other);
    }

    @Override
    public IntegerParameter named(String other) {
        return new IntegerParameter(other, low, high, scale, step, defaultValue, about);
    }

    @Override
    public Integer check(Object value) {
        double number = Ranges.number(name, value, () -> Ranges.inWords(low, high), defaultValue);
        if (number != Math.rint(number)) {
            throw new InvalidInputException(
                    name,
                    Numbers.plain(number),
                    "must be a whole number " + Ranges.inWords(low, high),
                    (long) Ranges.clamp(Math.rint(number), low, high) + "?");
        }
        if (!(number >= low && number <= high)) {
            throw new InvalidInputException(
                    name,
                    Numbers.plain(number),
                    "must be " + Ranges.inWords(low, high),
                    (long) Ranges.clamp(number, low, high) + "?");
        }
        long index = Math.round((number - low) / step);
        return (int) Math.min(low + index * step, low + ((long) high - low) / step * step);
    }

    @Override
    public String label(Integer value) {
        return Integer.toString(value);
    }

    @Override
    public String rangeInWords() {
        return low + " to " + high
                + (scale == Scale.LINEAR ? "" : ", " + scale.word() + " scale")
                + (step == 1 ? "" : ", in steps of " + step);
    }
}
