package dev.sweetspot.yaml;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Position;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as YAML's core schema writes them, as the JSON numbers that forms hold. */
final class Numerals {
    private static final Pattern DECIMAL = Pattern.compile("([-+]?)([0-9]*)(?:\\.([0-9]*))?([eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o([0-7]+)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]+)");
    private static final Pattern INFINITY = Pattern.compile("([-+]?)\\.(?:inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(?:nan|NaN|NAN)");

    private Numerals() {}

    /** Infinite values and NaN, which JSON cannot write, become the texts that forms use for them. */
    static Optional<Form> form(String text, Position at) {
        var infinity = INFINITY.matcher(text);
        if (infinity.matches()) {
            return Optional.of(new Form.TextForm(infinity.group(1).equals("-") ? "-Infinity" : "Infinity", at));
        }
        if (NOT_A_NUMBER.matcher(text).matches()) {
            return Optional.of(new Form.TextForm("NaN", at));
        }
        return literal(text).map(literal -> new Form.NumberForm(literal, at));
    }

    private static Optional<String> literal(String text) {
        var octal = OCTAL.matcher(text);
        if (octal.matches()) {
            return Optional.of(new BigInteger(octal.group(1), 8).toString());
        }
        var hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches()) {
            return Optional.of(new BigInteger(hexadecimal.group(1), 16).toString());
        }
        var decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            return Optional.empty();
        }
        var whole = decimal.group(2).replaceFirst("^0+(?=[0-9])", "");
        var digits = decimal.group(3) == null ? "" : decimal.group(3);
        if (whole.isEmpty() && digits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((decimal.group(1).equals("-") ? "-" : "")
                + (whole.isEmpty() ? "0" : whole)
                + (digits.isEmpty() ? "" : "." + digits)
                + (decimal.group(4) == null ? "" : decimal.group(4)));
    }
}
