package dev.sweetspot.insight.report;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures on a test part, as {@code report.json} has them, whatever the task. */
record TestFigures(MapForm figures) {
    /** Where the ends of an interval do not have the name of their figure. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "accuracy", List.of("low", "high"),
            "balanced_accuracy", List.of("balanced_low", "balanced_high"),
            "frechet_distance", List.of("frechet_distance_low", "frechet_distance_high"));

    private static final List<String> NO_FIGURES =
            List.of("n", "drawn", "low", "high", "balanced_low", "balanced_high", "real_distance");

    /** One figure with its 95 % interval. */
    record Figure(String name, double value, Optional<Double> low, Optional<Double> high) {
        /** "accuracy 0.389 (95 %: 0.248 to 0.551)". */
        String inWords() {
            return name.replace('_', ' ') + " " + Figures.of(value)
                    + (low.isPresent() && high.isPresent() ? " (95 %: " + interval() + ")" : "");
        }

        String interval() {
            return low.isPresent() && high.isPresent() ? Figures.of(low.get()) + " to " + Figures.of(high.get()) : "-";
        }
    }

    /** How many items were measured; 0 where it is not said. */
    long items() {
        return Fields.of(figures).findWhole("n").orElse(0L);
    }

    /** All figures, the main one first. */
    List<Figure> all() {
        var all = new ArrayList<Figure>();
        figures.entries().forEach((name, value) -> {
            boolean end = name.endsWith("_low") || name.endsWith("_high") || NO_FIGURES.contains(name);
            if (value instanceof NumberForm && !end) {
                all.add(figure(name));
            }
        });
        return all;
    }

    /** That of a name; empty where it was not measured. */
    Optional<Figure> find(String name) {
        return figures.find(name).orElse(null) instanceof NumberForm ? Optional.of(figure(name)) : Optional.empty();
    }

    private Figure figure(String name) {
        var ends = ENDS.getOrDefault(name, List.of(name + "_low", name + "_high"));
        var fields = Fields.of(figures);
        return new Figure(name, fields.number(name), fields.findNumber(ends.get(0)), fields.findNumber(ends.get(1)));
    }

    /** A row for each class: name, precision, recall, F1, items; empty where there are no classes. */
    List<List<String>> classes() {
        if (!(figures.find("classes").orElse(null) instanceof ListForm classes)) {
            return List.of();
        }
        return classes.items().stream()
                .map(Fields::of)
                .map(one -> List.of(
                        one.text("name"),
                        Figures.of(one.number("precision")),
                        Figures.of(one.number("recall")),
                        Figures.of(one.number("f1")),
                        String.valueOf(one.whole("support"))))
                .toList();
    }

    /** What is to be known of the figures, in sentences. */
    List<String> notes() {
        if (!(figures.find("notes").orElse(null) instanceof ListForm notes)) {
            return List.of();
        }
        return notes.items().stream()
                .filter(Form.TextForm.class::isInstance)
                .map(note -> ((Form.TextForm) note).value())
                .toList();
    }
}
