package dev.sweetspot.trial;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Preferences as forms, and back. One entry says which it is:
 *
 * <pre>
 * {weights: {accuracy: 2, parameters: 1}}                      a weighted sum; or weights: [2, 1]
 * {weights: {...}, widths: {accuracy: 0.01, parameters: 1e5}}  measured in these differences
 * {tchebycheff: {accuracy: 2, parameters: 1}, aspired: {accuracy: 0.95, parameters: 1e5}}
 * {order: [{objective: accuracy, tolerance: 0.01}, parameters]}
 * {within: ["accuracy &gt;= 0.9", "parameters &lt;= 2M"]}            or within: {accuracy: 0.9}
 * {reference: {accuracy: 0.5, parameters: 1e7}}
 * </pre>
 *
 * <p>The front is the empty map.
 */
public final class PreferenceForms {
    private static final List<String> ENTRIES =
            List.of("weights", "widths", "tchebycheff", "aspired", "order", "within", "reference");
    private static final List<String> KINDS = List.of("weights", "tchebycheff", "order", "within", "reference");

    private PreferenceForms() {}

    /** As it is written: {@link #fromForm} gives an equal one. */
    public static MapForm toForm(Preference preference) {
        var entries = new LinkedHashMap<String, Form>();
        if (preference instanceof Preference.WeightedSum sum) {
            entries.put("weights", toForm(sum.weights()));
            put(entries, "widths", sum.widths());
        } else if (preference instanceof Preference.Tchebycheff distance) {
            entries.put("tchebycheff", toForm(distance.weights()));
            put(entries, "aspired", distance.aspired());
            put(entries, "widths", distance.widths());
        } else if (preference instanceof Preference.Lexicographic lexicographic) {
            entries.put(
                    "order",
                    Form.of(lexicographic.order().stream()
                            .map(PreferenceForms::toForm)
                            .toList()));
        } else if (preference instanceof Preference.Region region) {
            entries.put("within", toForm(region.limits()));
        } else if (preference instanceof Preference.Reference reference) {
            entries.put("reference", toForm(reference.point()));
        }
        return Form.of(entries);
    }

    private static void put(Map<String, Form> entries, String key, Map<String, Double> values) {
        if (!values.isEmpty()) {
            entries.put(key, toForm(values));
        }
    }

    private static Form toForm(Map<String, Double> values) {
        var entries = new LinkedHashMap<String, Form>();
        values.forEach((name, value) -> entries.put(name, Form.of(value)));
        return Form.of(entries);
    }

    private static Form toForm(Preference.Priority priority) {
        return priority.tolerance() == 0
                ? Form.of(priority.objective())
                : Form.of(
                        Map.of("objective", Form.of(priority.objective()), "tolerance", Form.of(priority.tolerance())));
    }

    /**
     * Reads one that speaks of these objectives.
     *
     * @throws InvalidInputException with the place, when it cannot be
     */
    public static Preference fromForm(Form form, List<Objective> objectives) {
        var fields = Fields.of(form).onlyKnown(ENTRIES);
        var kinds = KINDS.stream().filter(kind -> fields.find(kind).isPresent()).toList();
        if (kinds.isEmpty() && ((MapForm) form).entries().isEmpty()) {
            return Preference.front();
        }
        if (kinds.size() != 1) {
            throw Fields.wrong(
                    form,
                    "preference",
                    kinds.isEmpty() ? ((MapForm) form).entries().keySet() : kinds,
                    "must say one of " + String.join(", ", KINDS),
                    "weights: [2, 1]?");
        }
        return Fields.placed(form, () -> {
            var preference = read(kinds.get(0), fields, objectives);
            preference.check(objectives);
            return preference;
        });
    }

    private static Preference read(String kind, Fields fields, List<Objective> objectives) {
        var form = fields.require(kind);
        if (!kind.equals("weights") && !kind.equals("tchebycheff")) {
            refuse(fields, "widths", kind);
        }
        if (!kind.equals("tchebycheff")) {
            refuse(fields, "aspired", kind);
        }
        return switch (kind) {
            case "weights" -> new Preference.WeightedSum(numbers(form, kind, objectives), widths(fields, objectives));
            case "tchebycheff" ->
                new Preference.Tchebycheff(
                        numbers(form, kind, objectives),
                        fields.find("aspired")
                                .map(point -> numbers(point, "aspired", objectives))
                                .orElse(Map.of()),
                        widths(fields, objectives));
            case "order" -> new Preference.Lexicographic(order(fields.list(kind)));
            case "within" -> new Preference.Region(limits(form, objectives));
            default -> new Preference.Reference(numbers(form, kind, objectives));
        };
    }

    private static void refuse(Fields fields, String entry, String kind) {
        fields.find(entry).ifPresent(form -> {
            throw Fields.wrong(form, entry, form.kind(), "does not go with " + kind, "without it?");
        });
    }

    private static Map<String, Double> widths(Fields fields, List<Objective> objectives) {
        return fields.find("widths")
                .map(form -> numbers(form, "widths", objectives))
                .orElse(Map.of());
    }

    /** By name, or in the order of the objectives. */
    private static Map<String, Double> numbers(Form form, String what, List<Objective> objectives) {
        var numbers = new LinkedHashMap<String, Double>();
        if (form instanceof ListForm list) {
            if (list.items().size() != objectives.size()) {
                throw Fields.wrong(
                        form,
                        what,
                        list.items().size() + " numbers",
                        "must be one for each objective: "
                                + String.join(
                                        ", ",
                                        objectives.stream().map(Objective::name).toList()),
                        "");
            }
            for (int k = 0; k < objectives.size(); k++) {
                var one = Fields.of(Form.of(Map.of(what, list.items().get(k))));
                numbers.put(objectives.get(k).name(), one.number(what));
            }
            return numbers;
        }
        var fields = Fields.of(form);
        ((MapForm) form).entries().keySet().forEach(name -> numbers.put(name, fields.number(name)));
        return numbers;
    }

    private static List<Preference.Priority> order(ListForm list) {
        var order = new ArrayList<Preference.Priority>();
        for (var item : list.items()) {
            if (item instanceof TextForm name) {
                order.add(new Preference.Priority(name.value(), 0));
            } else {
                var fields = Fields.of(item).onlyKnown(List.of("objective", "tolerance"));
                order.add(new Preference.Priority(
                        fields.text("objective"), fields.findNumber("tolerance").orElse(0.0)));
            }
        }
        return order;
    }

    private static Map<String, Double> limits(Form form, List<Objective> objectives) {
        if (!(form instanceof ListForm list)) {
            return numbers(form, "within", objectives);
        }
        var limits = new LinkedHashMap<String, Double>();
        for (var item : list.items()) {
            var limit = TrialForms.constraintFromForm(item);
            for (var objective : objectives) {
                boolean wanted =
                        (objective.direction() == Direction.MINIMIZE) == (limit.bound() == Constraint.Bound.AT_MOST);
                if (objective.name().equals(limit.name()) && !wanted) {
                    throw Fields.wrong(
                            item,
                            "within",
                            limit.inWords(),
                            "must be a limit towards the worse, as " + objective.name() + " is "
                                    + (objective.direction() == Direction.MINIMIZE ? "minimized" : "maximized"),
                            objective.direction() == Direction.MINIMIZE ? "<=?" : ">=?");
                }
            }
            limits.put(limit.name(), limit.limit());
        }
        return limits;
    }
}
