package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Everything by which a configuration given by hand breaks the rules of a space, each as one message. */
final class Violations {
    /** Always the first of what a choice might be instead. */
    private static final RandomGenerator FIRST = () -> 0;

    private Violations() {}

    static List<String> of(Walk walk, Configuration configuration) {
        var found = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < walk.size(); i++) {
            var value = configuration.values().get(walk.name(i));
            if (!walk.active(i, values)) {
                if (value != null) {
                    found.add(message(
                            walk.name(i),
                            value,
                            "must not be given: it counts only where " + reasons(walk, i),
                            "leave it out?"));
                }
            } else if (value == null) {
                var fallback = defaultLabel(walk.parameter(i));
                found.add(message(walk.name(i), "nothing", "must have a value", fallback + "?"));
            } else {
                check(walk.parameter(i), value, values, found);
            }
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < walk.size(); i++) {
            names.add(walk.name(i));
        }
        for (var name : configuration.values().keySet()) {
            if (!names.contains(name)) {
                found.add(new InvalidInputException("parameter", name, "is not known", DidYouMean.maybe(name, names))
                        .getMessage());
            }
        }
        for (var relation : walk.relations()) {
            if (!Relations.keeps(relation, values)) {
                found.add(Open.single(relation) ? notLeft(walk, relation, values) : broken(relation, values));
            }
        }
        return List.copyOf(found);
    }

    private static void check(Parameter<?> parameter, Object value, Map<String, Object> values, List<String> found) {
        try {
            var checked = parameter.check(value);
            values.put(parameter.name(), checked);
            if (checked instanceof Number onGrid) {
                double given = Ranges.number(parameter.name(), value, "", onGrid);
                if (Math.abs(given - onGrid.doubleValue()) > 1e-9 * Math.max(Math.abs(given), Math.ulp(1e-3))) {
                    found.add(message(
                            parameter.name(),
                            Numbers.plain(given),
                            "must be one of " + parameter.rangeInWords(),
                            Numbers.plain(onGrid.doubleValue()) + "?"));
                }
            }
        } catch (InvalidInputException outside) {
            found.add(Objects.requireNonNull(outside.getMessage()));
        }
    }

    private static <T> String defaultLabel(Parameter<T> parameter) {
        return parameter.label(parameter.defaultValue());
    }

    private static String reasons(Walk walk, int index) {
        return walk.conditions(index).stream().map(Condition::inWords).collect(Collectors.joining(" and "));
    }

    /** Of a relation about one parameter alone: what such relations leave of it. */
    private static String notLeft(Walk walk, Relation relation, Map<String, Object> values) {
        var name = Open.names(relation).iterator().next();
        var value = Objects.requireNonNull(values.get(name), name);
        int index = 0;
        while (!walk.name(index).equals(name)) {
            index++;
        }
        var about = Open.about(name, walk.relations());
        var nearest =
                walk.open(index).decode(walk.opened(index, walk.axis(index).encode(value), FIRST));
        return message(
                name,
                value,
                "must be " + Open.inWords(walk.parameter(index), about).replaceFirst("^only ", ""),
                shown(Choice.of(nearest).label()) + "?");
    }

    private static String broken(Relation relation, Map<String, Object> values) {
        var names = relation instanceof Relation.Linear linear
                ? linear.factors().keySet()
                : ((Relation.Forbidden) relation).labels().keySet();
        var given = names.stream()
                .map(name -> name + " = " + shown(Objects.requireNonNull(values.get(name), name)))
                .collect(Collectors.joining(", "));
        var rule = relation instanceof Relation.Linear ? "must keep " + relation.inWords() : "must not stand together";
        return given + ": " + rule + ". Maybe change " + String.join(" or ", names) + "?";
    }

    private static Object shown(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : value;
    }

    private static String message(String name, Object value, String rule, String maybe) {
        return Objects.requireNonNull(new InvalidInputException(name, shown(value), rule, maybe).getMessage());
    }
}
