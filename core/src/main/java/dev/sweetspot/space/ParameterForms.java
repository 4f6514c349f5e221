package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Parameters as study files write them: {@code {type: real, low: 1e-5, high: 1, scale: log}}. */
final class ParameterForms {
    private static final List<String> TYPES = List.of("real", "integer", "categorical", "ordinal", "boolean");
    private static final Set<String> ABOUT = Set.of("unit", "help", "usual_factor", "usual_difference");

    private ParameterForms() {}

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
        return Fields.placed(form, () -> parameter(name, Fields.of(form)));
    }

    private static Parameter<?> parameter(String name, Fields fields) {
        var type = fields.text("type");
        var about = aboutFromForm(fields);
        return switch (type) {
            case "real" -> real(name, known(fields, "low", "high", "scale", "step"), about);
            case "integer" -> integer(name, known(fields, "low", "high", "scale", "step"), about);
            case "categorical" -> categorical(name, known(fields, "choices"), about);
            case "ordinal" -> ordinal(name, known(fields, "choices"), about);
            case "boolean" ->
                new BooleanParameter(name, known(fields).findTruth("default").orElse(false), about);
            default ->
                throw Fields.wrong(
                        fields.require("type"), name + " type", type, "is not known", DidYouMean.maybe(type, TYPES));
        };
    }

    private static Fields known(Fields fields, String... own) {
        var names = new ArrayList<>(List.of("type", "default", "when"));
        names.addAll(ABOUT);
        names.addAll(Arrays.asList(own));
        return fields.onlyKnown(Set.copyOf(names));
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
                        fields.require("scale"), "scale", word, "is not known", DidYouMean.maybe(word, words)));
    }

    private static RealParameter real(String name, Fields fields, About about) {
        var plain = Parameter.real(name, fields.number("low"), fields.number("high"));
        var scaled =
                switch (scale(fields)) {
                    case LINEAR -> plain;
                    case LOGARITHMIC -> plain.logarithmic();
                    case REVERSE_LOGARITHMIC -> plain.reverseLogarithmic();
                    case LOGARITHMIC_FROM_ZERO -> plain.logarithmicFromZero();
                };
        var step = fields.findNumber("step").map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        var value = fields.findNumber("default").orElse(scaled.defaultValue());
        return new RealParameter(name, scaled.low(), scaled.high(), scaled.scale(), step, value, about);
    }

    private static IntegerParameter integer(String name, Fields fields, About about) {
        var plain = Parameter.integer(name, fields.integer("low"), fields.integer("high"));
        int step = fields.find("step").isPresent() ? fields.integer("step") : 1;
        int value = fields.find("default").isPresent() ? fields.integer("default") : plain.defaultValue();
        return new IntegerParameter(name, plain.low(), plain.high(), scale(fields), step, value, about);
    }

    private static CategoricalParameter<Object> categorical(String name, Fields fields, About about) {
        var parameter = CategoricalParameter.of(name, values(fields)).with(about);
        return fields.find("default")
                .map(value -> parameter.withDefault(parameter.check(valueFromForm(value))))
                .orElse(parameter);
    }

    private static OrdinalParameter<Object> ordinal(String name, Fields fields, About about) {
        var parameter = OrdinalParameter.of(name, values(fields)).with(about);
        return fields.find("default")
                .map(value -> parameter.withDefault(parameter.check(valueFromForm(value))))
                .orElse(parameter);
    }

    private static List<Object> values(Fields fields) {
        fields.require("choices");
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
