package dev.sweetspot.data.csv;

import java.nio.charset.StandardCharsets;

/** Numbers as people write them: digits with one point or comma, a sign, an exponent. Nothing else is a number. */
final class Decimals {
    /** So many digits fit into a long. */
    private static final int MOST_DIGITS = 18;
    /** Below it every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /** The number that these bytes write, rounded as Java rounds it; NaN if they write none. */
    static double parse(byte[] bytes, int from, int to, byte point) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        long digits = 0;
        int count = 0;
        int shift = 0;
        int met = 0;
        boolean behind = false;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                met++;
                if (count < MOST_DIGITS) {
                    digits = digits * 10 + (b - '0');
                    count += digits > 0 ? 1 : 0;
                    shift -= behind ? 1 : 0;
                } else {
                    shift += behind ? 0 : 1;
                    count++;
                }
            } else if (b == point && !behind) {
                behind = true;
            } else {
                break;
            }
        }
        if (met == 0) {
            return Double.NaN;
        }
        if (at < to) {
            int exponent = exponent(bytes, at, to);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            shift += exponent;
        }
        double size = count <= MOST_DIGITS && digits < EXACT && Math.abs(shift) < POWERS.length
                ? (shift < 0 ? digits / POWERS[-shift] : digits * POWERS[shift])
                : slowly(bytes, from, to, point);
        return negative && size > 0 ? -size : size;
    }

    /** What follows an e, or the least integer if nothing sensible does. */
    private static int exponent(byte[] bytes, int from, int to) {
        int at = from;
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return Integer.MIN_VALUE;
        }
        at++;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        if (at == to || to - at > 5) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + (bytes[at] - '0');
        }
        return negative ? -value : value;
    }

    private static double slowly(byte[] bytes, int from, int to, byte point) {
        var text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        return Math.abs(Double.parseDouble(point == '.' ? text : text.replace((char) point, '.')));
    }
}
