package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** What real and whole numbers share: the rules of a range. */
final class Ranges {
    private Ranges() {}

    static void check(String name, double low, double high, Scale scale) {
        var range = Numbers.plain(low) + ".." + Numbers.plain(high);
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            throw new InvalidInputException(name, range, "must be a finite range, low..high", "0..1e9?");
        }
        if (low > high) {
            throw new InvalidInputException(
                    name,
                    range,
                    "must be a range, low..high, and its low end is above its high end",
                    Numbers.plain(high) + ".." + Numbers.plain(low) + "?");
        }
        if (scale == Scale.LOGARITHMIC && !(low > 0)) {
            throw new InvalidInputException(
                    name + " low", Numbers.plain(low), "must be above 0 on a logarithmic scale", "1e-5?");
        }
        if (scale == Scale.LOGARITHMIC_FROM_ZERO && !(low >= 0)) {
            throw new InvalidInputException(
                    name + " low", Numbers.plain(low), "must be 0 or more on a log-from-zero scale", "0?");
        }
        if (scale == Scale.REVERSE_LOGARITHMIC && !(low > 0 || (low >= 0 && high < 1))) {
            throw new InvalidInputException(
                    name,
                    Numbers.plain(low) + ".." + Numbers.plain(high),
                    "must lie above 0, or from 0 to below 1, on a reverse-logarithmic scale",
                    "0..0.99?");
        }
    }

    /** On a scale from zero: what is as good as nothing beside the upper end. */
    static double nearlyNothing(double high) {
        return high > 0 ? high * 1e-6 : 1;
    }

    static String inWords(double low, double high) {
        return "from " + Numbers.plain(low) + " to " + Numbers.plain(high);
    }

    static double middle(double low, double high) {
        double width = high - low;
        return Double.isFinite(width) ? low + width / 2 : low / 2 + high / 2;
    }

    static double clamp(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }

    /** The nearest value of the grid low, low + step, ... that is not above high; the value itself without a step. */
    static double onGrid(double value, double low, double high, OptionalDouble step) {
        if (step.isEmpty()) {
            return value;
        }
        double width = step.getAsDouble();
        // The small slack keeps the last grid point when (high - low) / width falls just short of a whole number.
        double last = Math.floor((high - low) / width + 1e-9);
        double index = clamp(Math.rint((value - low) / width), 0, last);
        // In decimals, as the range was written: 0.3, not 0.30000000000000004.
        double decimal = new BigDecimal(Double.toString(low))
                .add(new BigDecimal(Double.toString(width)).multiply(BigDecimal.valueOf((long) index)))
                .doubleValue();
        return clamp(decimal, low, high);
    }

    static double number(String name, Object value, String rule, Object example) {
        return number(name, value, () -> rule, example);
    }

    /** @param rule made only where it is broken: every value of every trial is looked at here */
    static double number(String name, Object value, Supplier<String> rule, Object example) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            try {
                return Double.parseDouble(text.trim());
            } catch (NumberFormatException notANumber) {
                throw new InvalidInputException(
                        name, '"' + text + '"', "must be a number " + rule.get(), example + "?");
            }
        }
        throw new InvalidInputException(name, value, "must be a number " + rule.get(), example + "?");
    }
}
