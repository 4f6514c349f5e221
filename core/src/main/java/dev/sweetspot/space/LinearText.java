package dev.sweetspot.space;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Linear relations as people write them: {@code "x <= momentum"}, {@code "layers * 2 + 1 <= 8"}. */
final class LinearText {
    private static final Pattern SIGN = Pattern.compile("<=|>=|==|=|<|>");
    private static final String NUMBER = "[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.:]*";
    private static final Pattern TERM = Pattern.compile("\\s*([-+]?)\\s*(?:(" + NUMBER + ")\\s*\\*\\s*(" + NAME + ")|("
            + NAME + ")\\s*\\*\\s*(" + NUMBER + ")|(" + NUMBER + ")|(" + NAME + "))\\s*");

    private LinearText() {}

    /** As a text, where it says all; else with each part by itself: a text has no place for a name with a '-'. */
    static Form write(Relation.Linear linear) {
        var text = linear.inWords();
        if (says(text, linear)) {
            return Form.of(text);
        }
        var factors = new LinkedHashMap<String, Form>();
        linear.factors().forEach((name, factor) -> factors.put(name, Form.of(factor)));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("sum", Form.of(factors));
        entries.put("sign", Form.of(linear.comparison().sign()));
        entries.put("bound", Form.of(linear.bound()));
        return Form.of(entries);
    }

    private static boolean says(String text, Relation.Linear linear) {
        try {
            return parse(new TextForm(text, Position.NONE)).equals(linear);
        } catch (InvalidInputException cannotBeWritten) {
            return false;
        }
    }

    /** What {@link #write} wrote with each part by itself: {@code {sum: {x: 1, y: -1}, sign: "<=", bound: 0}}. */
    static Relation.Linear read(Form form) {
        var fields = Fields.of(form).onlyKnown(List.of("sum", "sign", "bound"));
        var sum = fields.map("sum");
        var factors = new LinkedHashMap<String, Double>();
        ((MapForm) fields.require("sum")).entries().keySet().forEach(name -> factors.put(name, sum.number(name)));
        factors.values().removeIf(factor -> factor == 0);
        var sign = fields.text("sign");
        for (var comparison : Relation.Comparison.values()) {
            if (comparison.sign().equals(sign) && !factors.isEmpty()) {
                return new Relation.Linear(factors, comparison, fields.number("bound"));
            }
        }
        throw Fields.wrong(form, "relation", sign, "must compare a sum of parameters with <=, = or >=", "<=?");
    }

    static Relation.Linear parse(TextForm form) {
        var text = form.value();
        var sign = SIGN.matcher(text);
        if (!sign.find()) {
            throw wrong(form, "must compare two sides with <=, = or >=");
        }
        var comparison =
                switch (sign.group()) {
                    case "<=" -> Relation.Comparison.AT_MOST;
                    case ">=" -> Relation.Comparison.AT_LEAST;
                    case "=", "==" -> Relation.Comparison.EQUAL;
                    default ->
                        throw Fields.wrong(
                                form,
                                "relation",
                                '"' + text + '"',
                                "must compare with <=, = or >=: < and > mean nothing else for real numbers",
                                '"' + text.replaceFirst("[<>]", sign.group() + "=") + "\"?");
                };
        var factors = new LinkedHashMap<String, Double>();
        double bound = -add(form, text.substring(0, sign.start()), 1, factors)
                - add(form, text.substring(sign.end()), -1, factors);
        factors.values().removeIf(factor -> factor == 0);
        if (factors.isEmpty()) {
            throw wrong(form, "must name at least one parameter");
        }
        return new Relation.Linear(factors, comparison, bound == 0 ? 0 : bound);
    }

    /** Adds the terms of one side, and returns its constant. */
    private static double add(TextForm form, String side, int direction, Map<String, Double> factors) {
        var term = TERM.matcher(side);
        double constant = 0;
        int at = 0;
        while (at < side.length() || at == 0) {
            boolean fits = term.region(at, side.length()).lookingAt()
                    && (at == 0 || !term.group(1).isEmpty());
            if (!fits) {
                throw wrong(form, "must be a sum of numbers and of numbers times parameters");
            }
            double size = direction * (term.group(1).equals("-") ? -1 : 1);
            if (term.group(6) != null) {
                constant += size * Double.parseDouble(term.group(6));
            } else {
                var name =
                        term.group(3) != null ? term.group(3) : term.group(4) != null ? term.group(4) : term.group(7);
                var factor = term.group(2) != null ? term.group(2) : term.group(5) != null ? term.group(5) : "1";
                factors.merge(name, size * Double.parseDouble(factor), Double::sum);
            }
            at = term.end();
        }
        return constant;
    }

    private static InvalidInputException wrong(TextForm form, String rule) {
        return Fields.wrong(form, "relation", '"' + form.value() + '"', rule, "\"x + 2 * y <= 8\"?");
    }
}
