package dev.sweetspot.insight.report;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.report.Block.Point;
import dev.sweetspot.insight.report.Block.Weight;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The winner: how good it is on the test part, why it was chosen, and its whole configuration. */
final class WinnerSection {
    private WinnerSection() {}

    /** Empty where nothing was chosen. */
    static Optional<Section> of(Told told) {
        var blocks = new ArrayList<Block>();
        if (Results.seeksFront(told.studied()) && told.handed().isPresent()) {
            blocks.add(Block.Words.of(
                    "Sought was a front, of which one trial was trained again and measured: the compromise that"
                            + " is nearest to the best value of each objective, all of them weighing alike."));
        }
        told.handed().flatMap(Handed::test).ifPresent(test -> measured(told, test, blocks));
        chosen(told).ifPresent(trial -> {
            if (!trial.origin().reasons().isEmpty()) {
                blocks.add(new Block.Words(List.of("Why trial " + trial.number() + " was tried: "
                        + String.join("; ", trial.origin().reasons()))));
            }
        });
        var values = values(told);
        if (!values.isEmpty()) {
            configuration(told, values, blocks);
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("winner", "The winner", blocks));
    }

    private static Optional<Trial> chosen(Told told) {
        return told.choice().map(choice -> choice.chosen().trial());
    }

    private static void measured(Told told, TestFigures test, List<Block> blocks) {
        var warnings = new ArrayList<Point>();
        var cut = told.handed().flatMap(Handed::cutShort);
        cut.ifPresent(
                words -> warnings.add(
                        new Point(
                                Weight.WARNING,
                                "Its last training ended after " + words + ", because the time of the job was over.",
                                "The figures below are those of that shorter training; resume the study with more time for a whole one.")));
        fellShort(told, test).ifPresent(warnings::add);
        test.notes().forEach(note -> warnings.add(new Point(Weight.NOTE, note, "")));
        if (!warnings.isEmpty()) {
            blocks.add(new Block.Points(warnings));
        }
        var standard = told.handed().flatMap(Handed::standard);
        var rows = new ArrayList<List<String>>();
        for (var figure : test.all()) {
            var row = new ArrayList<>(
                    List.of(figure.name().replace('_', ' '), Figures.of(figure.value()), figure.interval()));
            standard.ifPresent(other -> {
                var same = other.find(figure.name());
                row.add(same.map(each -> Figures.of(each.value())).orElse("-"));
                row.add(same.map(TestFigures.Figure::interval).orElse("-"));
            });
            rows.add(row);
        }
        var head = new ArrayList<>(List.of("on the test part", "winner", "95 % interval"));
        if (standard.isPresent()) {
            head.addAll(List.of("default", "95 % interval"));
        }
        blocks.add(new Block.Grid(test.items() + " test items, measured once", head, rows, false));
        var classes = test.classes();
        // With the predictions at hand a picture of them says the same and more.
        if (!classes.isEmpty() && told.judged().isEmpty()) {
            blocks.add(new Block.Grid(
                    "Each class",
                    List.of("class", "precision", "recall", "F1", "items"),
                    classes,
                    classes.size() > 30));
        }
    }

    /** What the validation part promised and the test part does not hold. */
    private static Optional<Point> fellShort(Told told, TestFigures test) {
        var objective = told.studied().spec().objectives().get(0);
        var figure = test.find(objective.name());
        if (figure.isEmpty() || told.choice().isEmpty()) {
            return Optional.empty();
        }
        double promised = told.choice().get().chosen().mean();
        var end = objective.better(1, 0) ? figure.get().high() : figure.get().low();
        return end.filter(nearest -> objective.better(promised, nearest))
                .map(nearest -> new Point(
                        Weight.WARNING,
                        "On validation data it had " + objective.name() + " " + Figures.of(promised)
                                + ", which is outside of the interval on the test part, "
                                + figure.get().interval() + ".",
                        "The figure on the test part is the one to quote."));
    }

    /** What the winner was trained with, else what the chosen trial had. */
    private static Map<String, Object> values(Told told) {
        var handed = told.handed().flatMap(Handed::configuration);
        var values = new LinkedHashMap<String, Object>();
        if (handed.isPresent()) {
            handed.get().entries().forEach((name, form) -> values.put(name, plain(form)));
        } else {
            chosen(told).ifPresent(trial -> values.putAll(trial.configuration().values()));
        }
        return values;
    }

    private static Object plain(Form form) {
        return form instanceof Form.TextForm text
                ? text.value()
                : form instanceof Form.NumberForm number
                        ? (Object) Double.parseDouble(number.literal())
                        : Json.write(form);
    }

    /** What was searched, and folded away what was not. */
    private static void configuration(Told told, Map<String, Object> values, List<Block> blocks) {
        var space = told.studied().space();
        var searched = new ArrayList<List<String>>();
        var fixed = new ArrayList<List<String>>();
        values.forEach((name, value) -> {
            var open = space.find(name).filter(Openness::isOpen);
            if (open.isPresent()) {
                searched.add(List.of(
                        name,
                        Figures.of(value),
                        Figures.of(open.get().defaultValue()),
                        open.get().rangeInWords()));
            } else {
                fixed.add(List.of(name, Figures.of(value)));
            }
        });
        blocks.add(new Block.Grid(
                "Its configuration", List.of("parameter", "value", "default", "searched among"), searched, false));
        if (!fixed.isEmpty()) {
            blocks.add(new Block.Grid(
                    "What was not searched (" + fixed.size() + ")", List.of("parameter", "value"), fixed, true));
        }
    }
}
