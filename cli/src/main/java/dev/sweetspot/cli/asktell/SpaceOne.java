package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A search space as version 1 writes it. */
final class SpaceOne {
    private static final List<String> TYPES = List.of("float", "int", "cat");

    private SpaceOne() {}

    static SearchSpace fromForm(ListForm parameters) {
        var space = SearchSpace.empty();
        for (var form : parameters.items()) {
            var before = space;
            space = Fields.placed(form, () -> before.with(dimension(Fields.of(form))));
        }
        return space;
    }

    private static SearchSpace.Dimension dimension(Fields fields) {
        var conditions = new ArrayList<Condition>();
        for (var condition : fields.list("cond").items()) {
            var said = Fields.of(condition);
            conditions.add(new Condition(said.text("parent"), new LinkedHashSet<>(texts(said, "in"))));
        }
        return new SearchSpace.Dimension(parameter(fields), conditions);
    }

    private static Parameter<?> parameter(Fields fields) {
        var name = fields.text("name");
        boolean log = fields.findTruth("log").orElse(false);
        var type = fields.text("type");
        switch (type) {
            case "float" -> {
                var real = Parameter.real(name, fields.number("low"), fields.number("high"));
                return log ? real.logarithmic() : real;
            }
            case "int" -> {
                var integer = Parameter.integer(name, fields.integer("low"), fields.integer("high"));
                return log ? integer.logarithmic() : integer;
            }
            case "cat" -> {
                return CategoricalParameter.of(name, texts(fields, "choices"));
            }
            default ->
                throw Fields.wrong(
                        fields.require("type"), name + " type", type, "is not known", DidYouMean.maybe(type, TYPES));
        }
    }

    private static List<String> texts(Fields fields, String key) {
        fields.require(key);
        var texts = new ArrayList<String>();
        for (var item : fields.list(key).items()) {
            if (!(item instanceof Form.TextForm text)) {
                throw Fields.wrong(item, key, item.kind(), "must be a text", "");
            }
            texts.add(text.value());
        }
        return texts;
    }
}
