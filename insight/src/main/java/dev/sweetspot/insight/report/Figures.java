package dev.sweetspot.insight.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them. */
final class Figures {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.]*([eE][-+]?\\d+)?( ?%)?|-");
    private static final MathContext DIGITS = new MathContext(4);
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e7;

    private Figures() {}

    /** Four digits that count: 0.9859, 12.5, 40960, 1.2e-5. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        if (size < SMALL || size >= LARGE) {
            return String.format(Locale.ROOT, "%.2e", value)
                    .replaceAll("\\.?0*e([-+])0*", "e$1")
                    .replace("e+", "e");
        }
        return size >= 1e4
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** The value of a parameter: numbers with the digits that count, all else as it is. */
    static String of(Object value) {
        return value instanceof Double number ? of(number.doubleValue()) : String.valueOf(value);
    }

    /** "38 s", "12 min", "2 h 5 min". */
    static String time(double seconds) {
        if (seconds < 120) {
            return (seconds < 10 ? of(Math.round(seconds * 10) / 10.0) : String.valueOf(Math.round(seconds))) + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** "1 trial", "3 trials". */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }
}
