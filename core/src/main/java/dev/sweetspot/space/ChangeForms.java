package dev.sweetspot.space;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What people write to change parameters of a running study: what is to be from now on. */
public final class ChangeForms {
    private static final Set<String> ABOUT = Set.of("default", "unit", "help", "usual_factor", "usual_difference");

    private ChangeForms() {}

    /**
     * A parameter with another range or other choices.
     *
     * @param now the space that it is in
     * @param range {@code low..high} for numbers, {@code a,b,c} for anything else, one value for all
     * @throws InvalidInputException with "did you mean" for a name that is not known, and for what cannot be read
     */
    public static SearchSpace.Dimension fromText(SearchSpace now, String name, String range) {
        return always(wanted(Restriction.require(now, name), range));
    }

    private static SearchSpace.Dimension always(Parameter<?> parameter) {
        return new SearchSpace.Dimension(parameter, List.of());
    }

    private static Parameter<?> wanted(Parameter<?> old, String range) {
        var name = old.name();
        int dots = range.indexOf("..");
        var values = List.of(range.split(",", -1)).stream().map(String::trim).toList();
        if (old instanceof RealParameter real) {
            if (dots < 0 && values.size() > 1) {
                throw new InvalidInputException(
                        name, range, "must be a range, low..high", real.low() + ".." + real.high() + "?");
            }
            double low = Ranges.number(name, dots < 0 ? range : range.substring(0, dots), "", real.low());
            double high = dots < 0 ? low : Ranges.number(name, range.substring(dots + 2), "", real.high());
            return new RealParameter(
                    name, low, high, real.scale(), OptionalDouble.empty(), Math.min(low, high), About.NOTHING);
        }
        if (old instanceof IntegerParameter whole && (dots >= 0 || values.size() == 1)) {
            int low = whole(name, dots < 0 ? range : range.substring(0, dots));
            int high = dots < 0 ? low : whole(name, range.substring(dots + 2));
            return new IntegerParameter(name, low, high, whole.scale(), 1, Math.min(low, high), About.NOTHING);
        }
        if (dots >= 0) {
            throw new InvalidInputException(
                    name, range, "must be a list of values", old.rangeInWords().replace(" or ", ",") + "?");
        }
        return old instanceof OrdinalParameter || old instanceof IntegerParameter
                ? OrdinalParameter.of(name, values)
                : CategoricalParameter.of(name, values);
    }

    private static int whole(String name, String text) {
        double number = Ranges.number(name, text, "", 1);
        if (number != (int) number) {
            throw new InvalidInputException(name, text.trim(), "must be a whole number of 32 bits", "1?");
        }
        return (int) number;
    }

    /**
     * Parameters as under {@code space:} in a study file. Of one that is there, what is not said stays as it is now:
     * {@code {lr: {high: 1}}}.
     *
     * @param now the space that they are or come in
     * @throws InvalidInputException with the place of what cannot be read
     */
    public static List<SearchSpace.Dimension> fromForm(SearchSpace now, Form parameters) {
        if (!(parameters instanceof MapForm map)) {
            throw Fields.wrong(
                    parameters, "space", parameters.kind(), "must be a map of parameters", "{lr: {high: 1}}?");
        }
        var wanted = new ArrayList<SearchSpace.Dimension>();
        map.entries()
                .forEach((name, form) -> wanted.add(Fields.placed(form, () -> now.find(name)
                        .map(old ->
                                SpaceForms.dimensionFromForm(name, over(old, Open.about(name, now.relations()), form)))
                        .orElseGet(() -> SpaceForms.dimensionFromForm(name, form)))));
        return wanted;
    }

    /** What is said, over what is now. */
    private static Form over(Parameter<?> old, List<Relation> about, Form said) {
        if (!(said instanceof MapForm map)) {
            throw Fields.wrong(said, old.name(), said.kind(), "must be a map", "{high: 1}?");
        }
        var entries = new LinkedHashMap<>(ParameterForms.toForm(old).entries());
        entries.keySet().removeAll(ABOUT);
        if (old instanceof RealParameter) {
            entries.put("low", Form.of(Open.interval(old, about).low()));
            entries.put("high", Form.of(Open.interval(old, about).high()));
        } else if (old instanceof IntegerParameter) {
            entries.put("low", Form.of((int) Open.interval(old, about).low()));
            entries.put("high", Form.of((int) Open.interval(old, about).high()));
            // A step of 1 says nothing: a narrow range might be smaller than a step.
            entries.remove("step");
        } else {
            listed(old, about, map, entries);
        }
        if (old instanceof RealParameter) {
            entries.remove("step");
        }
        entries.putAll(map.entries());
        return new MapForm(entries, map.at(), map.keys());
    }

    private static void listed(Parameter<?> old, List<Relation> about, MapForm said, Map<String, Form> entries) {
        if (old instanceof BooleanParameter && said.find("choices").isPresent()) {
            entries.put("type", Form.of("categorical"));
        }
        if (entries.containsKey("choices")) {
            var left = new ArrayList<Form>();
            var axis = Axis.of(old);
            for (long k = 0; k < axis.size().orElse(0); k++) {
                if (Open.keeps(old, axis.at(k), about)) {
                    left.add(ParameterForms.valueToForm(axis.at(k)));
                }
            }
            entries.put("choices", Form.of(left));
        }
    }
}
