package dev.sweetspot.trial;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.TextForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Limits as people write them: {@code "memory <= 2GB"}, {@code "latency <= 30 ms"}, {@code "parameters <= 100k"},
 * {@code "recall >= 90 %"}. Bytes, seconds and plain numbers come out.
 */
final class LimitText {
    private static final Pattern LIMIT = Pattern.compile(
            "\\s*([\\p{L}_][\\p{L}\\p{N}_.:-]*)\\s*(<=|>=|<|>|=+)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*(\\S*)\\s*");
    private static final Map<String, Double> UNITS = units();

    private LimitText() {}

    private static Map<String, Double> units() {
        var units = new LinkedHashMap<String, Double>();
        units.put("", 1.0);
        units.put("%", 0.01);
        units.put("k", 1e3);
        units.put("M", 1e6);
        units.put("G", 1e9);
        units.put("B", 1.0);
        units.put("kB", 1e3);
        units.put("KB", 1e3);
        units.put("MB", 1e6);
        units.put("GB", 1e9);
        units.put("TB", 1e12);
        units.put("KiB", 0x1p10);
        units.put("MiB", 0x1p20);
        units.put("GiB", 0x1p30);
        units.put("TiB", 0x1p40);
        units.put("us", 1e-6);
        units.put("ms", 1e-3);
        units.put("s", 1.0);
        units.put("min", 60.0);
        units.put("h", 3600.0);
        return units;
    }

    /** The same with a sign that is known, after "Maybe ". */
    private static String better(String text) {
        return '"' + text.replaceFirst("<|=+", "<=").replaceFirst(">", ">=") + "\"?";
    }

    static Constraint parse(TextForm form) {
        var limit = LIMIT.matcher(form.value());
        if (!limit.matches()) {
            throw Fields.wrong(
                    form,
                    "limit",
                    '"' + form.value() + '"',
                    "must be a name, <= or >=, and a number",
                    "\"memory <= 2GB\"?");
        }
        var bound =
                switch (limit.group(2)) {
                    case "<=" -> Constraint.Bound.AT_MOST;
                    case ">=" -> Constraint.Bound.AT_LEAST;
                    default ->
                        throw Fields.wrong(
                                form,
                                "limit",
                                '"' + form.value() + '"',
                                "must compare with <= or >=",
                                better(form.value()));
                };
        var factor = UNITS.get(limit.group(4));
        if (factor == null) {
            throw Fields.wrong(
                    form,
                    "limit",
                    '"' + form.value() + '"',
                    "has the unit " + limit.group(4) + ", which is not known",
                    DidYouMean.maybe(
                            limit.group(4),
                            UNITS.keySet().stream()
                                    .filter(unit -> !unit.isEmpty())
                                    .toList()));
        }
        return new Constraint(
                limit.group(1), bound, Double.parseDouble(limit.group(3)) * factor, Constraint.Known.BEFORE);
    }
}
