package dev.sweetspot.insight.influence;

import dev.sweetspot.space.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;

/** Names, values and amounts as people write them. */
final class Words {
    private Words() {}

    /** "learning rate" of "learning_rate". */
    static String name(String name) {
        return name.replace('_', ' ').replace('.', ' ').strip();
    }

    /** "0.003", "64 images", "adam". */
    static String value(Parameter<?> parameter, Object value) {
        return bare(parameter, value)
                + (parameter.about().unit().isEmpty()
                        ? ""
                        : " " + parameter.about().unit());
    }

    private static <T> String bare(Parameter<T> parameter, Object value) {
        return value instanceof Double number ? number(number, 2) : parameter.label(parameter.check(value));
    }

    /** A number with so many digits that count: "0.0021", "120". */
    static String number(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }

    /** "61 %". */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** "tripling it", "multiplying it by 5". */
    static String multiplying(double factor) {
        if (factor == 2) {
            return "doubling it";
        }
        return factor == 3 ? "tripling it" : "multiplying it by " + number(factor, 2);
    }

    /** "halving it", "dividing it by 5". */
    static String dividing(double factor) {
        return factor == 2 ? "halving it" : "dividing it by " + number(factor, 2);
    }
}
