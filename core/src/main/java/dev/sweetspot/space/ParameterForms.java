package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parameters as study files write them: {@code {type: real, low: 1e-5, high: 1, scale: log}}. */
final class ParameterForms {
    private static final List<String> TYPES = List.of("real", "integer", "categorical", "ordinal", "boolean");
    private static final List<String> ABOUT =
            List.of("default", "when", "unit", "help", "usual_factor", "usual_difference");
    private static final List<String> RANGE = List.of("type", "low", "high", "scale", "step");
    private static final List<String> LISTED = List.of("type", "choices");
    private static final Map<String, String> ELSEWHERE = elsewhere();
    /** What other tools and languages call the types. */
    private static final Map<String, String> TYPES_ELSEWHERE = Map.ofEntries(
            Map.entry("float", "real?"),
            Map.entry("double", "real?"),
            Map.entry("number", "real?"),
            Map.entry("uniform", "real?"),
            Map.entry("continuous", "real?"),
            Map.entry("loguniform", "real, with scale: log?"),
            Map.entry("log_uniform", "real, with scale: log?"),
            Map.entry("discrete", "integer, or ordinal with choices?"),
            Map.entry("choice", "categorical?"),
            Map.entry("enum", "categorical?"),
            Map.entry("string", "categorical?"),
            Map.entry("str", "categorical?"));

    private ParameterForms() {}

    /** What other tools call the entries of a parameter. */
    private static Map<String, String> elsewhere() {
        var words = new LinkedHashMap<String, String>();
        List.of("min", "minimum", "lower", "from").forEach(word -> words.put(word, "low?"));
        List.of("max", "maximum", "upper", "to").forEach(word -> words.put(word, "high?"));
        List.of("log", "distribution", "prior").forEach(word -> words.put(word, "scale: log?"));
        List.of("values", "options", "categories", "list").forEach(word -> words.put(word, "choices?"));
        List.of("range", "bounds").forEach(word -> words.put(word, "low: 0, high: 1?"));
        List.of("if", "condition", "conditions", "depends").forEach(word -> words.put(word, "when?"));
        List.of("q", "grid").forEach(word -> words.put(word, "step?"));
        List.of("initial", "init", "value").forEach(word -> words.put(word, "default?"));
        words.put("choices", "type: categorical, or ordinal where their order counts?");
        words.put("low", "type: real, or integer?");
        words.put("high", "type: real, or integer?");
        return words;
    }

    static MapForm toForm(Parameter<?> parameter) {
        var entries = new LinkedHashMap<String, Form>();
        if (parameter instanceof RealParameter real) {
            entries.put("type", Form.of("real"));
            entries.put("low", Form.of(real.low()));
            entries.put("high", Form.of(real.high()));
            entries.put("scale", Form.of(real.scale().word()));
            real.step().ifPresent(step -> entries.put("step", Form.of(step)));
        } else if (parameter instanceof IntegerParameter integer) {
            entries.put("type", Form.of("integer"));
            entries.put("low", Form.of(integer.low()));
            entries.put("high", Form.of(integer.high()));
            entries.put("scale", Form.of(integer.scale().word()));
            entries.put("step", Form.of(integer.step()));
        } else if (parameter instanceof CategoricalParameter<?> categorical) {
            entries.put("type", Form.of("categorical"));
            entries.put("choices", choicesToForm(categorical.choices()));
        } else if (parameter instanceof OrdinalParameter<?> ordinal) {
            entries.put("type", Form.of("ordinal"));
            entries.put("choices", choicesToForm(ordinal.choices()));
        } else {
            entries.put("type", Form.of("boolean"));
        }
        entries.put("default", valueToForm(parameter.defaultValue()));
        aboutToForm(parameter.about(), entries);
        return Form.of(entries);
    }

    private static Form choicesToForm(List<? extends Choice<?>> choices) {
        return Form.of(
                choices.stream().map(choice -> valueToForm(choice.value())).toList());
    }

    private static void aboutToForm(About about, Map<String, Form> entries) {
        if (!about.unit().isEmpty()) {
            entries.put("unit", Form.of(about.unit()));
        }
        if (!about.help().isEmpty()) {
            entries.put("help", Form.of(about.help()));
        }
        about.usualChange().ifPresent(change -> {
            if (change instanceof UsualChange.Factor factor) {
                entries.put("usual_factor", Form.of(factor.factor()));
            } else if (change instanceof UsualChange.Difference difference) {
                entries.put("usual_difference", Form.of(difference.difference()));
            }
        });
    }

    static Parameter<?> fromForm(String name, Form form) {
        var fields = Fields.of(form, name, "{type: real, low: 0, high: 1}? What belongs to it is indented further.");
        return Fields.placed(form, () -> parameter(name, fields));
    }

    private static Parameter<?> parameter(String name, Fields fields) {
        var all = new ArrayList<>(RANGE);
        all.add("choices");
        all.addAll(ABOUT);
        fields.onlyKnown(all, ELSEWHERE);
        fields.require("type", fields.find("choices").isPresent() ? "type: categorical?" : "type: real?");
        var type = fields.text("type");
        var about = aboutFromForm(fields);
        return switch (type) {
            case "real" -> real(name, known(fields, RANGE), about);
            case "integer" -> integer(name, known(fields, RANGE), about);
            case "categorical" -> categorical(name, known(fields, LISTED), about);
            case "ordinal" -> ordinal(name, known(fields, LISTED), about);
            case "boolean" ->
                new BooleanParameter(
                        name,
                        known(fields, List.of("type")).findTruth("default").orElse(false),
                        about);
            default ->
                throw Fields.wrong(
                        fields.require("type"),
                        name + " type",
                        type,
                        "is not known",
                        Optional.ofNullable(TYPES_ELSEWHERE.get(type)).orElseGet(() -> DidYouMean.maybe(type, TYPES)));
        };
    }

    private static Fields known(Fields fields, List<String> own) {
        var names = new ArrayList<>(own);
        names.addAll(ABOUT);
        return fields.onlyKnown(names, ELSEWHERE);
    }

    private static About aboutFromForm(Fields fields) {
        Optional<UsualChange> change = fields.findNumber("usual_factor")
                .<UsualChange>map(UsualChange.Factor::new)
                .or(() -> fields.findNumber("usual_difference").map(UsualChange.Difference::new));
        return new About(
                fields.findText("unit").orElse(""), fields.findText("help").orElse(""), change);
    }

    private static Scale scale(Fields fields) {
        var word = fields.findText("scale").orElse(Scale.LINEAR.word());
        var words = Arrays.stream(Scale.values()).map(Scale::word).toList();
        return Arrays.stream(Scale.values())
                .filter(scale -> scale.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Fields.wrong(
                        fields.require("scale"),
                        "scale",
                        word,
                        "is not known",
                        word.toLowerCase(Locale.ROOT).startsWith("log") ? "log?" : DidYouMean.maybe(word, words)));
    }

    private static RealParameter real(String name, Fields fields, About about) {
        bounds(name, fields);
        var scale = scale(fields);
        var scaled = fields.placed("low", () -> {
            var plain = Parameter.real(name, fields.number("low"), fields.number("high"));
            return switch (scale) {
                case LINEAR -> plain;
                case LOGARITHMIC -> plain.logarithmic();
                case REVERSE_LOGARITHMIC -> plain.reverseLogarithmic();
                case LOGARITHMIC_FROM_ZERO -> plain.logarithmicFromZero();
            };
        });
        var stepped = fields.findNumber("step")
                .map(step -> fields.placed("step", () -> scaled.withStep(step)))
                .orElse(scaled);
        return fields.findNumber("default")
                .map(value -> fields.placed("default", () -> stepped.withDefault(value)))
                .orElse(stepped)
                .with(about);
    }

    private static IntegerParameter integer(String name, Fields fields, About about) {
        bounds(name, fields);
        var scale = scale(fields);
        int low = fields.integer("low");
        int high = fields.integer("high");
        int step = fields.find("step").isPresent() ? fields.integer("step") : 1;
        var plain = fields.placed("low", () -> Parameter.integer(name, low, high));
        fields.placed("low", () -> new IntegerParameter(name, low, high, scale, 1, plain.defaultValue(), about));
        int value = fields.find("default").isPresent() ? fields.integer("default") : plain.defaultValue();
        fields.placed("step", () -> new IntegerParameter(name, low, high, scale, step, plain.defaultValue(), about));
        return fields.placed("default", () -> new IntegerParameter(name, low, high, scale, step, value, about));
    }

    /** Both must be there, each with a hint that names the parameter. */
    private static void bounds(String name, Fields fields) {
        for (var bound : List.of("low", "high")) {
            if (fields.find(bound).isEmpty()) {
                throw new InvalidInputException(
                                name + " " + bound,
                                "nothing",
                                "must be there",
                                bound.equals("low") ? "low: 0?" : "high: 1?")
                        .at(fields.at(bound));
            }
        }
    }

    private static CategoricalParameter<Object> categorical(String name, Fields fields, About about) {
        var values = values(fields);
        var parameter = fields.placed(
                "choices", () -> CategoricalParameter.of(name, values).with(about));
        return fields.find("default")
                .map(value -> Fields.placed(value, () -> parameter.withDefault(parameter.check(valueFromForm(value)))))
                .orElse(parameter);
    }

    private static OrdinalParameter<Object> ordinal(String name, Fields fields, About about) {
        var values = values(fields);
        var parameter =
                fields.placed("choices", () -> OrdinalParameter.of(name, values).with(about));
        return fields.find("default")
                .map(value -> Fields.placed(value, () -> parameter.withDefault(parameter.check(valueFromForm(value)))))
                .orElse(parameter);
    }

    private static List<Object> values(Fields fields) {
        fields.require("choices", "choices: [a, b]?");
        return fields.list("choices").items().stream()
                .map(ParameterForms::valueFromForm)
                .toList();
    }

    static Form valueToForm(Object value) {
        if (value instanceof Integer whole) {
            return Form.of(whole);
        }
        if (value instanceof Number number) {
            return Form.of(number.doubleValue());
        }
        return value instanceof Boolean truth
                ? Form.of(truth)
                : Form.of(Choice.of(value).label());
    }

    static Object valueFromForm(Form form) {
        if (form instanceof BooleanForm truth) {
            return truth.value();
        }
        if (form instanceof NumberForm number) {
            double value = number.doubleValue();
            boolean whole = value == (int) value && !number.literal().contains(".");
            return whole ? (Object) (int) value : (Object) value;
        }
        if (form instanceof TextForm text) {
            return text.value();
        }
        throw Fields.wrong(form, "value", form.kind(), "must be a text, a number or a truth value", "");
    }

    static String label(Form form) {
        return Choice.of(valueFromForm(form)).label();
    }
}
