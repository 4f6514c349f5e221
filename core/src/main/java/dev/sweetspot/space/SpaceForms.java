package dev.sweetspot.space;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Spaces and configurations as study files write them. */
public final class SpaceForms {
    private SpaceForms() {}

    /** Parameters by name, as under {@code space:} in a study file. */
    public static MapForm toForm(SearchSpace space) {
        var entries = new LinkedHashMap<String, Form>();
        for (var dimension : space.dimensions()) {
            entries.put(dimension.parameter().name(), dimensionToForm(dimension));
        }
        return Form.of(entries);
    }

    /** One parameter with its conditions. */
    public static MapForm dimensionToForm(SearchSpace.Dimension dimension) {
        var entries =
                new LinkedHashMap<>(ParameterForms.toForm(dimension.parameter()).entries());
        if (!dimension.conditions().isEmpty()) {
            var when = new LinkedHashMap<String, Form>();
            for (var condition : dimension.conditions()) {
                when.put(
                        condition.parent(),
                        Form.of(condition.labels().stream().map(Form::of).toList()));
            }
            entries.put("when", Form.of(when));
        }
        return Form.of(entries);
    }

    /** The relations, as under {@code relations:} in a study file. */
    public static ListForm relationsToForm(SearchSpace space) {
        var items = new ArrayList<Form>();
        for (var relation : space.relations()) {
            if (relation instanceof Relation.Forbidden forbidden) {
                var labels = new LinkedHashMap<String, Form>();
                forbidden.labels().forEach((name, label) -> labels.put(name, Form.of(label)));
                items.add(Form.of(Map.of("forbid", Form.of(labels))));
            } else {
                items.add(LinearText.write((Relation.Linear) relation));
            }
        }
        return Form.of(items);
    }

    /** A space from its parameters and relations. */
    public static SearchSpace fromForm(Form parameters, ListForm relations) {
        var space = SearchSpace.empty();
        if (!(parameters instanceof MapForm map)) {
            throw Fields.wrong(
                    parameters,
                    "space",
                    parameters.kind(),
                    "must be a map of parameters",
                    "x: {type: real, low: 0, high: 1}?");
        }
        for (var entry : map.entries().entrySet()) {
            var name = entry.getKey();
            placed(map.at(name), () -> Names.check("parameter", name));
            Circles.refuse(map, name);
            var dimension = dimensionFromForm(name, entry.getValue());
            var conditions = Fields.of(entry.getValue()).find("when").orElse(entry.getValue());
            space = with(space, conditions, before -> before.with(dimension));
        }
        for (var item : relations.items()) {
            space = with(space, item, before -> before.with(relationFromForm(item)));
        }
        return space;
    }

    private static SearchSpace with(SearchSpace space, Form written, UnaryOperator<SearchSpace> change) {
        return Fields.placed(written, () -> change.apply(space));
    }

    private static void placed(Position place, Runnable check) {
        try {
            check.run();
        } catch (InvalidInputException e) {
            throw e.at(place);
        }
    }

    /** One parameter with its conditions. */
    public static SearchSpace.Dimension dimensionFromForm(String name, Form form) {
        var parameter = ParameterForms.fromForm(name, form);
        var conditions = new ArrayList<Condition>();
        Fields.of(form).find("when").ifPresent(when -> {
            if (!(when instanceof MapForm map)) {
                throw Fields.wrong(
                        when, name + " when", when.kind(), "must be a map of parents and values", "{kind: [a, b]}?");
            }
            map.entries().forEach((parent, values) -> conditions.add(conditionFromForm(parent, values)));
        });
        return new SearchSpace.Dimension(parameter, conditions);
    }

    private static Condition conditionFromForm(String parent, Form values) {
        var allowed = values instanceof ListForm list ? list.items() : List.of(values);
        if (allowed.isEmpty()) {
            throw Fields.wrong(values, "when " + parent, "[]", "must have at least one value", "");
        }
        var labels = new LinkedHashSet<String>();
        allowed.forEach(value -> labels.add(ParameterForms.label(value)));
        return new Condition(parent, labels);
    }

    private static Relation relationFromForm(Form form) {
        if (form instanceof TextForm text) {
            return LinearText.parse(text);
        }
        var labels = new LinkedHashMap<String, String>();
        if (Fields.of(form, "relation", "\"x <= y\"?").find("sum").isPresent()) {
            return LinearText.read(form);
        }
        var forbidden = Fields.of(form).onlyKnown(List.of("forbid")).require("forbid");
        if (!(forbidden instanceof MapForm map)) {
            throw Fields.wrong(
                    forbidden, "forbid", forbidden.kind(), "must be a map of values", "{kind: b, layers: 4}?");
        }
        if (map.entries().isEmpty()) {
            throw Fields.wrong(forbidden, "forbid", "{}", "must name at least one value", "{kind: b, layers: 4}?");
        }
        map.entries().forEach((name, value) -> labels.put(name, ParameterForms.label(value)));
        return new Relation.Forbidden(labels);
    }

    /** The values by name. */
    public static MapForm toForm(Configuration configuration) {
        var entries = new LinkedHashMap<String, Form>();
        configuration.values().forEach((name, value) -> entries.put(name, ParameterForms.valueToForm(value)));
        return Form.of(entries);
    }

    /**
     * The values by name, as plain values: texts, numbers, truth values. {@link Configuration#get} gives them the type of
     * their parameter.
     */
    public static Configuration configurationFromForm(Form form) {
        var values = new LinkedHashMap<String, Object>();
        if (!(form instanceof MapForm map)) {
            throw Fields.wrong(form, "configuration", form.kind(), "must be a map of values", "");
        }
        map.entries().forEach((name, value) -> values.put(name, ParameterForms.valueFromForm(value)));
        return Configuration.of(values);
    }

    /** The values by name, each of the type of its parameter. */
    public static Configuration configurationFromForm(Form form, SearchSpace space) {
        var values = new LinkedHashMap<String, Object>();
        configurationFromForm(form)
                .values()
                .forEach((name, value) -> values.put(
                        name,
                        space.find(name)
                                .<Object>map(parameter -> parameter.check(value))
                                .orElse(value)));
        return Configuration.of(values);
    }
}
