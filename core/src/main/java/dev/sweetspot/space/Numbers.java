package dev.sweetspot.space;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person would write them. */
final class Numbers {
    private Numbers() {}

    /** "0.001", "1e-5", "32": six digits at the most, no trailing zeros. */
    static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        var size = Math.abs(value);
        if (size >= 1e-4 && size < 1e7) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
