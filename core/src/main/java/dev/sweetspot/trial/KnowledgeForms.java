package dev.sweetspot.trial;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knowledge as forms, and back. */
public final class KnowledgeForms {
    private KnowledgeForms() {}

    /** {@code [{parameter: lr, value: 0.003, spread: 0.1}]}. */
    public static ListForm beliefsToForm(List<Belief> beliefs) {
        return Form.of(beliefs.stream().map(KnowledgeForms::toForm).toList());
    }

    /** {@code {lr: {value: 0.003, spread: 0.1}}}. */
    public static MapForm beliefsByName(List<Belief> beliefs) {
        var entries = new LinkedHashMap<String, Form>();
        for (var belief : beliefs) {
            var one = new LinkedHashMap<>(toForm(belief).entries());
            one.remove("parameter");
            entries.put(belief.parameter(), Form.of(one));
        }
        return Form.of(entries);
    }

    private static MapForm toForm(Belief belief) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("parameter", Form.of(belief.parameter()));
        entries.put(
                "value",
                SpaceForms.toForm(Configuration.of(Map.of(belief.parameter(), belief.value())))
                        .entries()
                        .get(belief.parameter()));
        entries.put("spread", Form.of(belief.spread()));
        return Form.of(entries);
    }

    /**
     * Beliefs about parameters of a space: a list as {@link #beliefsToForm} makes it, or by name, {@code {lr: 0.003}} or
     * {@code {lr: {value: 0.003, spread: 0.1}}}.
     *
     * @throws InvalidInputException when a parameter is not there or has two, or a value is not one of its values
     */
    public static List<Belief> beliefsFromForm(Form form, SearchSpace space) {
        var beliefs = new ArrayList<Belief>();
        if (form instanceof MapForm map) {
            map.entries().forEach((name, written) -> {
                boolean whole = written instanceof MapForm;
                var fields = whole
                        ? Fields.of(written).onlyKnown(List.of("value", "spread"))
                        : Fields.of(Form.of(Map.of("value", written)));
                beliefs.add(belief(name, written, fields, space));
            });
            return beliefs;
        }
        if (!(form instanceof ListForm list)) {
            throw Fields.wrong(form, "beliefs", form.kind(), "must be values by parameter", "{lr: 0.003}?");
        }
        Set<String> seen = new HashSet<>();
        for (var item : list.items()) {
            var fields = Fields.of(item).onlyKnown(List.of("parameter", "value", "spread"));
            var name = fields.text("parameter");
            beliefs.add(belief(name, fields.require("parameter"), fields, space));
            if (!seen.add(name)) {
                throw Fields.wrong(fields.require("parameter"), "belief", name, "is there twice", "remove one?");
            }
        }
        return beliefs;
    }

    private static Belief belief(String name, Form named, Fields fields, SearchSpace space) {
        var parameter = space.find(name)
                .orElseThrow(() -> Fields.wrong(
                        named,
                        "belief",
                        name,
                        "is not a parameter of the space",
                        DidYouMean.maybe(
                                name,
                                space.parameters().stream().map(Parameter::name).toList())));
        var one = Form.of(Map.of(name, fields.require("value")));
        var value = Fields.placed(fields.require("value"), () -> typed(parameter, one));
        double spread = fields.findNumber("spread").orElse(Belief.USUAL_SPREAD);
        return Fields.placed(named, () -> new Belief(name, value, spread));
    }

    private static <T> Object typed(Parameter<T> parameter, MapForm one) {
        return SpaceForms.configurationFromForm(one, SearchSpace.of(parameter)).get(parameter);
    }

    /** {@code [{study: name, results: [{configuration: {...}, values: {...}}]}]}. */
    public static ListForm relatedToForm(List<Knowledge.Related> related) {
        var studies = new ArrayList<Form>();
        for (var each : related) {
            var results = new ArrayList<Form>();
            for (var result : each.results()) {
                results.add(Form.of(Map.of(
                        "configuration", SpaceForms.toForm(result.configuration()),
                        "values", TrialForms.toForm(result.values()))));
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("study", Form.of(each.study()));
            entries.put("results", Form.of(results));
            studies.add(Form.of(entries));
        }
        return Form.of(studies);
    }

    /** Earlier studies; their configurations need not belong to any space of now. */
    public static List<Knowledge.Related> relatedFromForm(ListForm form) {
        return form.items().stream()
                .map(item -> {
                    var fields = Fields.of(item);
                    return new Knowledge.Related(
                            fields.text("study"),
                            fields.list("results").items().stream()
                                    .map(KnowledgeForms::result)
                                    .toList());
                })
                .toList();
    }

    private static Knowledge.Result result(Form form) {
        var fields = Fields.of(form);
        return new Knowledge.Result(
                SpaceForms.configurationFromForm(fields.require("configuration")),
                TrialForms.measurementsFromForm(fields.require("values")));
    }
}
