package dev.sweetspot.benchmarks.regret.yahpo;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The space of a scenario, from its {@code config_space.json} (the format of the ConfigSpace package). */
final class ScenarioSpace {
    private ScenarioSpace() {}

    /** All but the data set and the fidelity; parents stand before their children. */
    static SearchSpace read(Path file, Scenario scenario) {
        var fields = Fields.of(parse(file));
        var conditions = new HashMap<String, List<Condition>>();
        for (var item : fields.list("conditions").items()) {
            var condition = Fields.of(item);
            var parts = condition.text("type").equals("AND")
                    ? condition.list("conditions").items()
                    : List.of(item);
            parts.forEach(part -> conditions
                    .computeIfAbsent(condition.text("child"), child -> new ArrayList<>())
                    .add(condition(Fields.of(part))));
        }
        var dimensions = new ArrayList<SearchSpace.Dimension>();
        for (var item : fields.list("hyperparameters").items()) {
            var parameter = Fields.of(item);
            var name = parameter.text("name");
            if (!name.equals(scenario.instance()) && !scenario.fidelity().containsKey(name)) {
                dimensions.add(
                        new SearchSpace.Dimension(parameter(parameter), conditions.getOrDefault(name, List.of())));
            }
        }
        return inOrder(dimensions);
    }

    private static SearchSpace inOrder(List<SearchSpace.Dimension> dimensions) {
        var space = SearchSpace.empty();
        var rest = new ArrayList<>(dimensions);
        while (!rest.isEmpty()) {
            var before = space;
            var next = rest.stream()
                    .filter(dimension -> dimension.conditions().stream()
                            .allMatch(
                                    condition -> before.find(condition.parent()).isPresent()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalArgumentException("the conditions of " + rest + " go round in a circle");
            }
            for (var dimension : next) {
                space = space.with(dimension);
            }
            rest.removeAll(next);
        }
        return space;
    }

    private static Condition condition(Fields fields) {
        var values = new LinkedHashSet<String>();
        if (fields.text("type").equals("IN")) {
            values.addAll(Scenario.texts(fields, "values"));
        } else {
            values.add(fields.text("value"));
        }
        return new Condition(fields.text("parent"), values);
    }

    private static Parameter<?> parameter(Fields fields) {
        var name = fields.text("name");
        boolean log = fields.findTruth("log").orElse(false);
        if (fields.text("type").equals("categorical")) {
            return CategoricalParameter.of(name, Scenario.texts(fields, "choices"));
        }
        if (fields.text("type").equals("uniform_int")) {
            var integer = Parameter.integer(name, fields.integer("lower"), fields.integer("upper"));
            return log ? integer.logarithmic() : integer;
        }
        var real = Parameter.real(name, fields.number("lower"), fields.number("upper"));
        return log ? real.logarithmic() : real;
    }

    /** The category codes of each categorical input; 0 is "not active". */
    static Map<String, Map<String, Integer>> codes(Path file) {
        var codes = new HashMap<String, Map<String, Integer>>();
        var all = (Form.MapForm) parse(file);
        all.entries().forEach((name, form) -> {
            var own = new HashMap<String, Integer>();
            var fields = Fields.of(form);
            ((Form.MapForm) form).entries().keySet().forEach(category -> own.put(category, fields.integer(category)));
            codes.put(name, own);
        });
        return codes;
    }

    private static Form parse(Path file) {
        try {
            return Json.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
